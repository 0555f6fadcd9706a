using VietJapanTM.Alignment.Evidence;
using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Scoring;

/// <summary>
/// One direction of translation over one document: how much better each word of the told side is explained by the words of
/// the given side than by chance. Per token <c>log((1−λ) · p(w | given) / p(w) + λ)</c>, where p is IBM model 1 with a null
/// word; a word that nothing is known of counts 0. λ, the share of tokens that have no counterpart, is estimated per document.
/// </summary>
internal sealed class DirectionModel
{
    private readonly float[] _nullProbability;
    private readonly float[] _chance;
    private readonly bool[] _known;
    private readonly double _nullLength;

    /// <param name="given">The side that explains.</param>
    /// <param name="told">The side that is explained.</param>
    /// <param name="offsets">Where the links of each given type begin; one more than there are types.</param>
    /// <param name="words">The told type of each link.</param>
    /// <param name="probabilities">p(told | given) of each link.</param>
    /// <param name="statistics">What is known of each told type by itself.</param>
    public DirectionModel(
        TokenizedSide given,
        TokenizedSide told,
        int[] offsets,
        int[] words,
        float[] probabilities,
        WordStatistics statistics)
    {
        Given = given;
        Told = told;
        Offsets = offsets;
        Words = words;
        Probabilities = probabilities;
        _chance = statistics.Chance;
        _nullProbability = statistics.NullProbability;
        _known = statistics.Known;
        _nullLength = 1 + (1.5 * given.Tokens.Length / Math.Max(1, given.Count));
        LogBase = new float[told.Types.Length];
        Gain = new float[told.Types.Length];
        SetNoise(0.5);
    }

    public TokenizedSide Given { get; }

    public TokenizedSide Told { get; }

    public int[] Offsets { get; }

    public int[] Words { get; }

    public float[] Probabilities { get; }

    /// <summary>λ.</summary>
    public double Noise { get; private set; }

    /// <summary>The score of a told type that no given token explains.</summary>
    public float[] LogBase { get; }

    /// <summary>The score gains <c>log(1 + Gain · Σp / (given tokens + 1))</c>; 0 for types that nothing is known of.</summary>
    public float[] Gain { get; }

    /// <summary>Sets λ.</summary>
    public void SetNoise(double noise)
    {
        Noise = noise;
        for (var w = 0; w < _known.Length; w++)
        {
            if (_known[w])
            {
                var unexplained = ((1 - noise) * _nullProbability[w] / (_nullLength * _chance[w])) + noise;
                LogBase[w] = (float)Math.Log(unexplained);
                Gain[w] = (float)((1 - noise) / (_chance[w] * unexplained));
            }
        }
    }

    /// <summary>
    /// Appends p(w | given segment) / p(w), the quantity that λ is mixed with, for each known token of some told segments.
    /// </summary>
    /// <param name="given">The given segment.</param>
    /// <param name="told">The told segments.</param>
    /// <param name="sums">Scratch, one a told type; zero before and after.</param>
    /// <param name="ratios">Receives the ratios.</param>
    public void AddRatios(int given, SegmentSpan told, float[] sums, List<double> ratios)
    {
        var tokens = Given.TokensOf(given);
        foreach (var token in tokens)
        {
            for (var link = Offsets[token]; link < Offsets[token + 1]; link++)
            {
                sums[Words[link]] += Probabilities[link];
            }
        }

        for (var t = told.Start; t < told.End; t++)
        {
            foreach (var type in Told.TokensOf(t))
            {
                if (_known[type])
                {
                    ratios.Add((sums[type] + _nullProbability[type]) / ((tokens.Length + 1) * _chance[type]));
                }
            }
        }

        foreach (var token in tokens)
        {
            for (var link = Offsets[token]; link < Offsets[token + 1]; link++)
            {
                sums[Words[link]] = 0;
            }
        }
    }
}
