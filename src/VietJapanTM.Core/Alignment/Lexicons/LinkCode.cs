namespace VietJapanTM.Alignment.Lexicons;

/// <summary>
/// Both probabilities of a link in one byte, four bits each: 0 is none, q stands for 2^((q−15)·0.65), so that 1 to 0.002 are
/// covered with steps of 57 %. Finer steps do not change an alignment; the next tenth of links does.
/// </summary>
internal static class LinkCode
{
    /// <summary>Number of levels.</summary>
    public const int Levels = 16;

    private const double OctavesPerStep = 0.65;
    private static readonly float[] Values = Build();

    public static byte Encode(double forward, double backward) => (byte)((Quantise(forward) << 4) | Quantise(backward));

    public static float Forward(byte code) => Values[code >> 4];

    public static float Backward(byte code) => Values[code & 15];

    /// <summary>The level of the forward probability, 0 to 15.</summary>
    public static int ForwardLevel(byte code) => code >> 4;

    /// <summary>The level of the backward probability.</summary>
    public static int BackwardLevel(byte code) => code & 15;

    /// <summary>The probability of a level.</summary>
    public static float Decode(int level) => Values[level];

    private static int Quantise(double probability) =>
        probability <= 0 ? 0 : (int)Math.Clamp(Math.Round(15 + (Math.Log2(probability) / OctavesPerStep)), 0, 15);

    private static float[] Build()
    {
        var values = new float[Levels];
        for (var code = 1; code < Levels; code++)
        {
            values[code] = (float)Math.Pow(2, (code - 15) * OctavesPerStep);
        }

        return values;
    }
}
