namespace VietJapanTM.Text.Mending;

/// <summary>Turns a gain into the probability that the edit is right.</summary>
internal static class Calibration
{
    // In a document with clear losses the odds of every other loss are as much higher.
    private const double AdaptedGain = 2.2;

    /// <summary>The probability, 0 to 1.</summary>
    public static double Confidence(SpaceCandidate candidate, bool adapted)
    {
        var logit = 1.5 + (0.8 * (candidate.Gain + (adapted ? AdaptedGain : 0)));
        return Math.Round(1 / (1 + Math.Exp(-logit)), 4);
    }
}
