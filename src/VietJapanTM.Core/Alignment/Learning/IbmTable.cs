namespace VietJapanTM.Alignment.Learning;

/// <summary>Translation probabilities p(told | given), a row for each given word; row 0 is the null word.</summary>
/// <param name="Offsets">Where each row begins; one more than there are rows.</param>
/// <param name="Told">The told word of each entry, ascending within a row.</param>
/// <param name="Probabilities">Its probability.</param>
internal sealed record IbmTable(int[] Offsets, int[] Told, float[] Probabilities)
{
    /// <summary>The told words of a given word.</summary>
    public ReadOnlySpan<int> ToldOf(int given) => Told.AsSpan(Offsets[given], Offsets[given + 1] - Offsets[given]);

    /// <summary>Their probabilities.</summary>
    public ReadOnlySpan<float> ProbabilitiesOf(int given) =>
        Probabilities.AsSpan(Offsets[given], Offsets[given + 1] - Offsets[given]);
}
