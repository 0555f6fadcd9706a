namespace VietJapanTM.Text.Mending;

/// <summary>
/// Decides which candidates are mended. In a document that has clear losses, doubtful ones are likelier too: its own rate of
/// lost spaces is the prior for the rest.
/// </summary>
internal static class Adaptation
{
    private const double ClearGain = 1.0;
    private const double AdaptedWordGain = -1.2;
    private const double AdaptedGain = -0.3;
    private const int LeastClear = 2;
    private const double LeastShare = 0.004;

    /// <summary>Whether the clear candidates are at least two and at least 0.4 % of the tokens.</summary>
    public static bool Applies(IReadOnlyList<SpaceCandidate> candidates, int tokens)
    {
        var clear = candidates.Count(c => c.Gain >= ClearGain);
        return clear >= LeastClear && clear >= LeastShare * tokens;
    }

    /// <summary>Whether a candidate is mended.</summary>
    public static bool Accepts(SpaceCandidate candidate, bool adapted) =>
        candidate.Gain >= (!adapted ? ClearGain : candidate.Kind == MendKind.LostSpace ? AdaptedWordGain : AdaptedGain);
}
