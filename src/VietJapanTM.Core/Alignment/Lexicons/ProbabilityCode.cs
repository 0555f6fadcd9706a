namespace VietJapanTM.Alignment.Lexicons;

/// <summary>
/// A probability in one byte: 0 is none, q stands for 2^((q−255)/11), so that 1 to 1e−7 are covered with steps of 6.5 %.
/// </summary>
internal static class ProbabilityCode
{
    private const double StepsPerOctave = 11;
    private static readonly float[] Values = Build();

    public static byte Encode(double probability) =>
        probability <= 0 ? (byte)0 : (byte)Math.Clamp(Math.Round(255 + (Math.Log2(probability) * StepsPerOctave)), 1, 255);

    public static float Decode(byte code) => Values[code];

    private static float[] Build()
    {
        var values = new float[256];
        for (var code = 1; code < 256; code++)
        {
            values[code] = (float)Math.Pow(2, (code - 255) / StepsPerOctave);
        }

        return values;
    }
}
