namespace VietJapanTM.Text.Mending.LostSpaces;

/// <summary>
/// Decides which candidates are mended. In a document that has clear losses, doubtful ones are likelier too: its own rate of
/// lost spaces is the prior for the rest.
/// </summary>
internal static class Adaptation
{
    /// <summary>No candidate below this is ever mended.</summary>
    public const double LeastGain = -2.7;

    private const double ClearGain = 1.0;
    private const double AdaptedGain = -0.3;
    private const int LeastClear = 2;
    private const int Around = 4;
    private const double LeastShare = 0.004;

    /// <summary>
    /// Whether the clear candidates are at least two and at least 0.4 % of the tokens. Those with the same letters around them
    /// count once: a form that returns is the author's.
    /// </summary>
    public static bool Applies(string text, IReadOnlyList<SpaceCandidate> candidates, int tokens)
    {
        var clear = candidates
            .Where(c => c.Gain >= ClearGain)
            .Select(c => text[Math.Max(0, c.Offset - Around)..Math.Min(text.Length, c.Offset + Around)])
            .Distinct(StringComparer.Ordinal)
            .Count();
        return clear >= LeastClear && clear >= LeastShare * tokens;
    }

    /// <summary>Whether a candidate is mended.</summary>
    public static bool Accepts(SpaceCandidate candidate, bool adapted) =>
        candidate.Gain >= (!adapted ? ClearGain : candidate.Kind == MendKind.LostSpace ? LeastGain : AdaptedGain);
}
