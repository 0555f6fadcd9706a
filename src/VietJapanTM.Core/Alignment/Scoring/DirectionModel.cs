using VietJapanTM.Alignment.Evidence;
using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Scoring;

/// <summary>
/// One direction of translation over one document: how much better each word of the told side is explained by the words of
/// the given side than by chance. Per token <c>log((1−λ) · p(w | given) / p(w) + λ)</c>, where p is IBM model 1 with a null
/// word; a word that nothing is known of counts 0, and one that the sentence holds before already counts less: <see cref="Repetition"/>. λ, the share of
/// tokens that have no counterpart, is estimated per document.
/// </summary>
internal sealed class DirectionModel
{
    /// <summary>λ of no document in particular.</summary>
    private const double AnyNoise = 0.5;

    /// <summary>Of the share of words without a counterpart, what that of numbers is.</summary>
    private const double NumberNoise = 0.7;

    /// <summary>What each known word says in excess: some that are common in all texts are found on both sides of any two sentences.</summary>
    private const double WordExcess = 0.15;

    /// <summary>The most that they say in excess together.</summary>
    private const double MostExcess = 2;

    // Logarithms are taken of products, once in many tokens.
    private const double Small = 1e-200;
    private const double Large = 1e200;

    private readonly float[] _nullProbability;
    private readonly float[] _chance;
    private readonly bool[] _known;
    private readonly float[] _corpusChance;
    private readonly double _nullLength;

    /// <param name="given">The side that explains.</param>
    /// <param name="told">The side that is explained.</param>
    /// <param name="links">The links of the words of both sides.</param>
    /// <param name="givenIsFirst">Whether the given side is the first of the links.</param>
    /// <param name="statistics">What is known of each told type by itself.</param>
    public DirectionModel(TokenizedSide given, TokenizedSide told, WordLinks links, bool givenIsFirst, WordStatistics statistics)
    {
        Given = given;
        Told = told;
        Links = links;
        GivenIsFirst = givenIsFirst;
        _chance = statistics.Chance;
        _nullProbability = statistics.NullProbability;
        _known = statistics.Known;
        HasLexicon = statistics.HasLexicon;
        _corpusChance = new float[_chance.Length];
        for (var w = 0; w < _corpusChance.Length; w++)
        {
            // What the document's own share is no half of.
            _corpusChance[w] = Math.Max((2 * _chance[w]) - (told.Counts[w] / (float)told.Tokens.Length), Lexicon.LeastFrequency);
        }

        _nullLength = 1 + (1.5 * given.Tokens.Length / Math.Max(1, given.Count));
        LogBase = new float[told.Types.Length];
        Gain = new float[told.Types.Length];
        SetNoise(0.5);
    }

    /// <summary>True where a lexicon knows the languages.</summary>
    public bool HasLexicon { get; }

    public TokenizedSide Given { get; }

    public TokenizedSide Told { get; }

    /// <summary>The links of the words of both sides.</summary>
    public WordLinks Links { get; }

    /// <summary>Whether the given side is the first of the links.</summary>
    public bool GivenIsFirst { get; }

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
                var own = WordStatistics.IsNumber(Told.Types[w]) ? noise * NumberNoise : noise;
                var unexplained = ((1 - own) * _nullProbability[w] / (_nullLength * _chance[w])) + own;
                LogBase[w] = (float)Math.Log(unexplained);
                Gain[w] = (float)((1 - own) / (_chance[w] * unexplained));
            }
        }
    }

    /// <summary>
    /// Appends p(w | given segment) / p(w), the quantity that λ is mixed with, for each known token of some told segments.
    /// </summary>
    /// <param name="given">The given segment.</param>
    /// <param name="told">The told segments.</param>
    /// <param name="window">Finds the links between them.</param>
    /// <param name="sums">Scratch.</param>
    /// <param name="ratios">Receives the ratios.</param>
    public void AddRatios(int given, SegmentSpan told, WindowLinks window, ref float[] sums, List<double> ratios)
    {
        var toldWords = Scatter(new SegmentSpan(given, 1), told, window, ref sums);
        var length = Given.TokensOf(given).Length + 1;
        for (var t = told.Start; t < told.End; t++)
        {
            foreach (var type in Told.TokensOf(t))
            {
                if (_known[type])
                {
                    var sum = toldWords.NumberOrNone(type) is >= 0 and var number ? sums[number] : 0;
                    ratios.Add((sum + _nullProbability[type]) / (length * _chance[type]));
                }
            }
        }
    }

    /// <summary>The score of some told segments by some given ones, of any number. <see cref="LexicalField"/> does the same for many at once.</summary>
    /// <param name="given">The given segments.</param>
    /// <param name="told">The told segments.</param>
    /// <param name="window">Finds the links between them.</param>
    /// <param name="sums">Scratch.</param>
    public double Score(SegmentSpan given, SegmentSpan told, WindowLinks window, ref float[] sums)
    {
        var toldWords = Scatter(given, told, window, ref sums);
        var length = Given.Offsets[given.End] - Given.Offsets[given.Start] + 1;
        var score = 0.0;
        for (var token = Told.Offsets[told.Start]; token < Told.Offsets[told.End]; token++)
        {
            var type = Told.Tokens[token];
            var sum = toldWords.NumberOrNone(type) is >= 0 and var number ? sums[number] : 0;
            score += Repetition.Weight(Told.Repeats[token]) * (LogBase[type] + Math.Log(1 + (Gain[type] * sum / length)));
        }

        return score;
    }

    /// <summary>
    /// How much better some told segments are explained by given ones than by chance as it is in all texts, with a λ that is no document's: other than
    /// <see cref="Score"/> it does not get used to a document in which nothing is explained, nor to one of few words.
    /// </summary>
    /// <param name="given">The given segments.</param>
    /// <param name="told">The told segments.</param>
    /// <param name="window">Finds the links between them.</param>
    /// <param name="sums">Scratch.</param>
    public double Relate(SegmentSpan given, SegmentSpan told, WindowLinks window, ref float[] sums)
    {
        var toldWords = Scatter(given, told, window, ref sums);
        var length = Given.Offsets[given.End] - Given.Offsets[given.Start] + 1;
        var (score, product, words) = (0.0, 1.0, 0);
        foreach (var type in Told.Tokens.AsSpan(Told.Offsets[told.Start]..Told.Offsets[told.End]))
        {
            if (_known[type])
            {
                words++;
                var sum = toldWords.NumberOrNone(type) is >= 0 and var number ? sums[number] : 0;
                product *= ((1 - AnyNoise) * (sum + _nullProbability[type]) / (length * _corpusChance[type])) + AnyNoise;
                if (product is < Small or > Large)
                {
                    (score, product) = (score + Math.Log(product), 1);
                }
            }
        }

        return score + Math.Log(product) - Math.Min(MostExcess, words * WordExcess);
    }

    /// <summary>Adds up what leads from the given tokens to each word of the told segments that has a number.</summary>
    private WindowWords Scatter(SegmentSpan given, SegmentSpan told, WindowLinks window, ref float[] sums)
    {
        var (givenWords, toldWords) = window.CollectWithin(given, told, GivenIsFirst);
        Array.Resize(ref sums, Math.Max(sums.Length, toldWords.Linked.Length));
        sums.AsSpan(0, toldWords.Linked.Length).Clear();
        foreach (var token in Given.Tokens.AsSpan(Given.Offsets[given.Start]..Given.Offsets[given.End]))
        {
            if (givenWords.NumberOrNone(token) is >= 0 and var number)
            {
                var others = givenWords.Others(number);
                for (var k = 0; k < others.Length; k++)
                {
                    sums[others[k]] += givenWords.Probabilities(number)[k];
                }
            }
        }

        return toldWords;
    }
}
