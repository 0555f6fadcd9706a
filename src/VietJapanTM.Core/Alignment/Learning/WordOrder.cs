namespace VietJapanTM.Alignment.Learning;

/// <summary>
/// How much a word of one language favours the place of the other sentence that corresponds to its own: exp(−tension · distance)
/// with places from 0 to 1. Source: Dyer, Chahuneau and Smith, A simple, fast, and effective reparameterization of IBM model 2,
/// NAACL 2013. Helps pairs whose word order agrees; for Japanese and a European language a tension of 0 is right.
/// </summary>
internal sealed class WordOrder
{
    private const int Steps = 1024;
    private readonly IReadOnlyList<(int[] Given, int[] Told)> _pairs;
    private readonly double[] _favour = new double[Steps + 1];
    private readonly double[]?[] _scales;

    /// <param name="pairs">The sentence pairs.</param>
    /// <param name="tension">0 where order tells nothing; 4 is customary.</param>
    public WordOrder(IReadOnlyList<(int[] Given, int[] Told)> pairs, double tension)
    {
        _pairs = pairs;
        _scales = new double[pairs.Count][];
        for (var k = 0; k <= Steps; k++)
        {
            _favour[k] = Math.Exp(-tension * k / Steps);
        }

        for (var k = 0; tension > 0 && k < pairs.Count; k++)
        {
            _scales[k] = Scales(pairs[k].Given.Length, pairs[k].Told.Length);
        }
    }

    /// <summary>Writes the weight of a given token for each told token of a sentence; 1 on the mean over the given tokens.</summary>
    /// <param name="sentence">The pair.</param>
    /// <param name="position">Place of the given token, or -1 for the null word.</param>
    /// <param name="weights">One a told token.</param>
    public void Weigh(int sentence, int position, Span<double> weights)
    {
        if (position < 0 || _scales[sentence] is not { } scales)
        {
            weights.Fill(1);
            return;
        }

        var given = _pairs[sentence].Given.Length;
        for (var t = 0; t < weights.Length; t++)
        {
            weights[t] = Favour(position, given, t, weights.Length) * scales[t];
        }
    }

    private double[] Scales(int given, int told)
    {
        var scales = new double[told];
        for (var t = 0; t < told; t++)
        {
            var sum = 0.0;
            for (var g = 0; g < given; g++)
            {
                sum += Favour(g, given, t, told);
            }

            scales[t] = given / sum;
        }

        return scales;
    }

    private double Favour(int position, int given, int t, int told) =>
        _favour[(int)(Steps * Math.Abs(((position + 0.5) / given) - ((t + 0.5) / told)))];
}
