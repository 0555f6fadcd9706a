using VietJapanTM.Matching.Indexing.Chunks;

namespace VietJapanTM.Matching;

/// <summary>A hit whose unit is not fetched yet, ordered by the best rank that any match of the unit can have.</summary>
/// <param name="Hit">The hit.</param>
/// <param name="MostScore">What it can score at most.</param>
/// <param name="BestRank">The best <see cref="VariantRank"/> of its unit.</param>
internal readonly record struct WaitingHit(LookupHit Hit, int MostScore, long BestRank) : IComparable<WaitingHit>
{
    private IndexChunk Chunk => Hit.Found.Chunk;

    /// <inheritdoc/>
    public int CompareTo(WaitingHit other)
    {
        var order = other.MostScore.CompareTo(MostScore);
        order = order != 0 ? order : other.Hit.Memory.Priority.CompareTo(Hit.Memory.Priority);
        order = order != 0 ? order : other.BestRank.CompareTo(BestRank);
        return order != 0 ? order : Chunk.CompareUnitIds(Hit.Found.Row, other.Chunk, other.Hit.Found.Row);
    }

    /// <summary>True where a candidate ranks before every match that the unit can give.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="mayBeInContext">True where the query tells a context, which only the unit can compare with.</param>
    public bool RanksAfter(in MatchCandidate candidate, bool mayBeInContext)
    {
        if (candidate.Score != MostScore)
        {
            return candidate.Score > MostScore;
        }

        if (candidate.Target is null || mayBeInContext)
        {
            return false;
        }

        var order = candidate.Memory.Priority.CompareTo(Hit.Memory.Priority);
        order = order != 0 ? order : candidate.Rank.CompareTo(BestRank);
        return order != 0 ? order > 0 : string.CompareOrdinal(candidate.Unit.Id, Hit.UnitId) < 0;
    }
}
