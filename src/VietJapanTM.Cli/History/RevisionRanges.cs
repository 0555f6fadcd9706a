using System.Globalization;

namespace VietJapanTM.Cli.History;

/// <summary>Revisions one after the other: <c>26..32</c>, or one alone: <c>26</c>.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last, not before the first.</param>
internal readonly record struct RevisionRange(long First, long Last)
{
    /// <summary>Whether it is one revision alone.</summary>
    public bool IsOne => First == Last;

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    public static RevisionRange? TryParse(string text)
    {
        var ends = text.Split("..");
        return ends.Length <= 2
            && long.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && long.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            && first <= last
            ? new RevisionRange(first, last)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => IsOne ? First.ToString(CultureInfo.InvariantCulture) : FormattableString.Invariant($"{First}..{Last}");
}

/// <summary>Puts revisions together into ranges.</summary>
internal static class RevisionRanges
{
    /// <summary>As few ranges as hold just these revisions, in order.</summary>
    public static IReadOnlyList<RevisionRange> Of(IEnumerable<long> revisions)
    {
        var ranges = new List<RevisionRange>();
        foreach (var revision in revisions.Order())
        {
            if (ranges.Count > 0 && revision <= ranges[^1].Last + 1)
            {
                ranges[^1] = ranges[^1] with { Last = revision };
            }
            else
            {
                ranges.Add(new RevisionRange(revision, revision));
            }
        }

        return ranges;
    }
}
