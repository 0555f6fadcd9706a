using VietJapanTM.Model;

namespace VietJapanTM.Matching;

/// <summary>
/// What is taken off a match whose two texts the aligner put together without being sure, and nobody has looked at since: a text that is no translation
/// must not stand among the exact matches.
/// </summary>
internal static class AlignmentDoubt
{
    /// <summary>Points off a pair of no confidence at all.</summary>
    private const int MostPoints = 20;

    /// <summary>The points, 0 to <see cref="MostPoints"/>: in even steps from the limit down.</summary>
    public static int Points(TranslationUnit unit, Variant source, Variant target)
    {
        // A reviewer of another pair approves one of the two texts, and says nothing of this pair.
        if (unit.Confidences.IsEmpty || (source.Status != VariantStatus.Draft && target.Status != VariantStatus.Draft))
        {
            return 0;
        }

        foreach (var pair in unit.Confidences)
        {
            if ((pair.First == source.Language && pair.Second == target.Language) || (pair.First == target.Language && pair.Second == source.Language))
            {
                return pair.Confidence < PairConfidence.Doubtful
                    ? Math.Max(1, (int)Math.Round((PairConfidence.Doubtful - pair.Confidence) / PairConfidence.Doubtful * MostPoints))
                    : 0;
            }
        }

        return 0;
    }
}
