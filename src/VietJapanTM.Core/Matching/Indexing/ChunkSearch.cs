using VietJapanTM.Matching.Scoring;

namespace VietJapanTM.Matching.Indexing;

/// <summary>
/// Searches chunks for one query at a time: candidates by counting shared terms, then their distance. DESIGN.md proves that no
/// hit is missed. Reused from query to query, allocates nothing per candidate; not thread-safe.
/// </summary>
internal sealed class ChunkSearch
{
    private readonly KeyDistance _keyDistance = new();
    private readonly WeightedDistance _weightedDistance = new();
    private readonly TermCounter _counter = new();
    private readonly List<int> _candidates = [];
    private QuerySegment _query = null!;
    private int _threshold;
    private int _version;
    private CancellationToken _cancellationToken;

    /// <summary>Sets the query.</summary>
    public void Prepare(QuerySegment query, SegmentVocabulary vocabulary, int threshold, int version, CancellationToken cancellationToken)
    {
        _query = query;
        _threshold = threshold;
        _version = version;
        _cancellationToken = cancellationToken;
        _keyDistance.Prepare(query.Keys, vocabulary.KeyLimit);
        _weightedDistance.Prepare(query, vocabulary.Forms);
    }

    /// <summary>Appends the chunk's hits.</summary>
    public void Search(IndexChunk chunk, List<SegmentHit> hits)
    {
        foreach (var shelf in chunk.Shelves)
        {
            var from = chunk.FirstOfWeight(shelf, _query.Weight - MatchProfile.MaxDistance(_threshold, _query.Weight));
            var to = chunk.FirstOfWeight(shelf, (_query.Weight * 100L / _threshold) + 1);
            while (from < to)
            {
                from = SearchBand(chunk, shelf, from, to, hits);
            }
        }

        _counter.Forget();
    }

    /// <summary>
    /// Searches the rows from <paramref name="from"/> that allow about the same number of broken keys, because one bound on
    /// shared terms serves them all. Returns the first row of the next band.
    /// </summary>
    private int SearchBand(IndexChunk chunk, Shelf shelf, int from, int to, List<SegmentHit> hits)
    {
        var broken = MaxBroken(Math.Max(_query.Weight, chunk.Weight(from)));
        broken += broken / 8;
        var end = _threshold == 100 ? to : Math.Min(to, chunk.FirstOfWeight(shelf, FirstWeightAllowing(broken + 1)));
        var needed = Math.Max(_query.Keys.Length, shelf.MinKeys(chunk.Weight(from))) - broken;
        if (needed <= 0 || chunk.Postings is null)
        {
            VerifyAll(chunk, from, end, hits);
            return end;
        }

        _candidates.Clear();
        var unread = _counter.Count(chunk.Postings, _query, needed, from, end, _candidates);
        foreach (var row in _candidates)
        {
            var shared = _counter.CountOf(row) + unread;
            var mustShare = Math.Max(_query.Keys.Length, chunk.KeyCount(row)) - MaxBroken(Math.Max(_query.Weight, chunk.Weight(row)));
            if (shared >= mustShare)
            {
                Verify(chunk, row, hits);
            }
        }

        return end;
    }

    private void VerifyAll(IndexChunk chunk, int from, int to, List<SegmentHit> hits)
    {
        for (var row = from; row < to; row++)
        {
            Verify(chunk, row, hits);
        }
    }

    private void Verify(IndexChunk chunk, int row, List<SegmentHit> hits)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var weight = Math.Max(_query.Weight, chunk.Weight(row));
        var max = MatchProfile.MaxDistance(_threshold, weight);
        var maxBroken = max / EditCosts.Word;
        if (Math.Abs(chunk.KeyCount(row) - _query.Keys.Length) > maxBroken || !chunk.Row(row).IsLiveAt(_version))
        {
            return;
        }

        var distance = _keyDistance.To(chunk.Keys(row), maxBroken);
        if (distance > maxBroken)
        {
            return;
        }

        distance = _query.Profile.IsPlain
            ? distance * EditCosts.Word
            : _weightedDistance.To(chunk.Symbols(row), max, _cancellationToken);
        if (distance <= max)
        {
            hits.Add(new SegmentHit(chunk.Row(row), MatchProfile.Score(distance, weight)));
        }
    }

    /// <summary>How many keys a hit of that weight may fail to share: each costs at least a word.</summary>
    private int MaxBroken(int weight) => MatchProfile.MaxDistance(_threshold, weight) / EditCosts.Word;

    /// <summary>The least weight at which <see cref="MaxBroken"/> reaches <paramref name="broken"/>.</summary>
    private long FirstWeightAllowing(int broken)
    {
        var share = 100 - _threshold;
        return (((long)broken * EditCosts.Word * 100) + share - 1) / share;
    }
}
