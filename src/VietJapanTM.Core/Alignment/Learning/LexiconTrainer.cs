namespace VietJapanTM.Alignment.Learning;

/// <summary>
/// Learns a lexicon from sentence pairs: IBM model 1 both ways, then the links that neither direction believes in are left out.
/// Serves the training program and, with few pairs, the caller's evidence. One instance serves one lexicon and one thread.
/// </summary>
internal sealed class LexiconTrainer
{
    private readonly List<(int[] First, int[] Second)> _pairs = [];

    /// <summary>The words of the first language.</summary>
    public WordTable First { get; } = new();

    /// <summary>The words of the second language.</summary>
    public WordTable Second { get; } = new();

    /// <summary>Pairs taken so far.</summary>
    public int PairCount => _pairs.Count;

    /// <summary>Takes a pair; one with more than <paramref name="limit"/> tokens on a side, or none, teaches nothing.</summary>
    public void Add(string first, string second, int limit = 120)
    {
        var (x, y) = (First.Read(first), Second.Read(second));
        if (x.Length > 0 && y.Length > 0 && x.Length <= limit && y.Length <= limit)
        {
            _pairs.Add((x, y));
        }
    }

    /// <summary>Trains both directions.</summary>
    /// <param name="iterations">Iterations of each.</param>
    /// <param name="smoothing">See <see cref="IbmModel1.Train"/>.</param>
    /// <param name="tension">See <see cref="WordOrder"/>.</param>
    public TranslationTables Train(int iterations, double smoothing, double tension = 0)
    {
        var swapped = _pairs.Select(pair => (Given: pair.Second, Told: pair.First)).ToList();
        var forward = IbmModel1.Train(First.Count, Second.Count, _pairs, iterations, smoothing, tension);
        var backward = IbmModel1.Train(Second.Count, First.Count, swapped, iterations, smoothing, tension);
        return TranslationTables.Of(First, Second, forward, backward);
    }
}
