using VietJapanTM.Model;

namespace VietJapanTM.Alignment.Review;

/// <summary>In which order a reviewer looks at beads.</summary>
public static class ReviewOrder
{
    /// <summary>
    /// The indexes of the beads that nobody has said anything of: first those that another language contradicts, for one of three pairs is wrong
    /// there however sure each is of itself, then the others; the least confident first, and of equal ones the first.
    /// </summary>
    /// <param name="beads">The beads of a pair.</param>
    /// <param name="isDisputed">Whether the way round by another language contradicts the bead of an index.</param>
    public static IEnumerable<int> Of(IReadOnlyList<Bead> beads, Func<int, bool> isDisputed)
    {
        ArgumentNullException.ThrowIfNull(beads);
        ArgumentNullException.ThrowIfNull(isDisputed);
        return Enumerable.Range(0, beads.Count)
            .Where(i => beads[i].Status == BeadStatus.Draft)
            .OrderByDescending(isDisputed)
            .ThenBy(i => beads[i].Confidence)
            .ThenBy(i => i);
    }
}
