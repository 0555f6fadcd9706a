using System.Globalization;

namespace VietJapanTM.Testing;

/// <summary>Runs a law over many seeds and names the seed that broke it. <c>VJTM_SEED</c> runs that one seed alone.</summary>
public static class Seeded
{
    /// <summary>Calls <paramref name="law"/> with a fresh generator for each of <paramref name="cases"/> seeds.</summary>
    public static void Run(int cases, Action<Random> law)
    {
        ArgumentNullException.ThrowIfNull(law);
        var single = Environment.GetEnvironmentVariable("VJTM_SEED");
        if (int.TryParse(single, NumberStyles.Integer, CultureInfo.InvariantCulture, out var one))
        {
            law(new Random(one));
            return;
        }

        for (var seed = 0; seed < cases; seed++)
        {
            try
            {
                law(new Random(seed));
            }
            catch (Exception e) when (e is not SkipException)
            {
                throw new InvalidOperationException($"The law broke with VJTM_SEED={seed}: {e.Message}", e);
            }
        }
    }
}
