using VietJapanTM.Text.Vocabulary;

namespace VietJapanTM.Training.Vocabulary;

/// <summary>Chooses what a vocabulary keeps of the counts, and lays it out as its file does.</summary>
/// <param name="corpus">Counts of running text.</param>
/// <param name="frequencies">A frequency list of the language, of another kind of text.</param>
/// <param name="spelling">Valid spellings.</param>
/// <param name="foreign">A frequency list of another language, for words that are only borrowed.</param>
internal sealed class VocabularyBuilder(
    CorpusCounter corpus,
    IReadOnlyDictionary<string, long> frequencies,
    IReadOnlyDictionary<string, SpellingClass> spelling,
    IReadOnlyDictionary<string, long> foreign)
{
    // Two words run together are as frequent as a lost space is: their product times this.
    private const double LostSpaceRate = 2e-3;

    // A frequent word is a word, whatever the spelling list says.
    private const double SurelyWord = 3e-5;

    private const int LeastPairCount = 2;

    private readonly double _corpusTotal = Math.Max(1, corpus.Words.Values.Sum(c => (long)c));
    private readonly double _listTotal = Math.Max(1, frequencies.Values.Sum());
    private readonly double _foreignTotal = Math.Max(1, foreign.Values.Sum());

    /// <summary>The counts to write.</summary>
    public WordCounts Build()
    {
        var words = corpus.Words.Keys.Union(frequencies.Keys, StringComparer.Ordinal)
            .Where(w => w.Length <= 40 && !IsRunTogether(w) && !IsStray(w))
            .Order(StringComparer.Ordinal)
            .ToArray();
        var ids = words.Select((word, id) => (word, id)).ToDictionary(w => w.word, w => w.id, StringComparer.Ordinal);
        var pairs = corpus.Pairs
            .Where(p => p.Value >= LeastPairCount && ids.ContainsKey(p.Key.First) && ids.ContainsKey(p.Key.Second))
            .Select(p => (First: ids[p.Key.First], Second: ids[p.Key.Second], Count: p.Value))
            .OrderBy(p => p.First).ThenBy(p => p.Second)
            .ToArray();
        var rows = new int[words.Length + 1];
        foreach (var pair in pairs)
        {
            rows[pair.First + 1]++;
        }

        for (var id = 0; id < words.Length; id++)
        {
            rows[id + 1] += rows[id];
        }

        var starts = new int[words.Length + 1];
        for (var id = 0; id < words.Length; id++)
        {
            starts[id + 1] = starts[id] + words[id].Length;
        }

        return new WordCounts(
            new WordTable(string.Concat(words).ToCharArray(), starts),
            [.. words.Select(w => (int)Math.Round(-Math.Log10(Probability(w)) * WordCounts.CostSteps))],
            [.. words.Select(w => corpus.Words.GetValueOrDefault(w))],
            [.. words.Select(w => (byte)Math.Round(corpus.CapitalRatio(w) * byte.MaxValue))],
            rows,
            [.. pairs.Select(p => p.Second)],
            [.. pairs.Select(p => p.Count)]);
    }

    // Half from each source: running text knows this domain, the list knows more words.
    private double Probability(string word) =>
        (0.5 * corpus.Words.GetValueOrDefault(word) / _corpusTotal) + (0.5 * frequencies.GetValueOrDefault(word) / _listTotal);

    // Letters that stand alone are mostly initials and variables.
    private bool IsStray(string word) => word.Length == 1 && !spelling.ContainsKey(word);

    private bool IsRunTogether(string word)
    {
        var probability = Probability(word);
        if (probability > SurelyWord || spelling.ContainsKey(word) || corpus.CapitalRatio(word) > 0.6)
        {
            return false;
        }

        var best = foreign.GetValueOrDefault(word) / _foreignTotal > probability * 3 ? 0 : BestSplit(word);
        return best * LostSpaceRate > probability;
    }

    private double BestSplit(string word)
    {
        var best = 0.0;
        for (var i = 1; i < word.Length; i++)
        {
            var (first, second) = (word[..i], word[i..]);
            if (!spelling.ContainsKey(first) || !spelling.ContainsKey(second))
            {
                continue;
            }

            var together = corpus.Pairs.GetValueOrDefault((first, second)) / _corpusTotal;
            best = Math.Max(best, Math.Max(together, 0.3 * Probability(first) * Probability(second)));
        }

        return best;
    }
}
