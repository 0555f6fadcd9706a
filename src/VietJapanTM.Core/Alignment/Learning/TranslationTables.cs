using System.Runtime.InteropServices;

namespace VietJapanTM.Alignment.Learning;

/// <summary>Both directions of a lexicon while it is made: by word, before pruning and packing.</summary>
internal sealed class TranslationTables
{
    private TranslationTables(WordTable firstWords, WordTable secondWords)
    {
        FirstWords = Statistics(firstWords);
        SecondWords = Statistics(secondWords);
    }

    private TranslationTables(Dictionary<string, WordStatistics> firstWords, Dictionary<string, WordStatistics> secondWords)
    {
        FirstWords = firstWords;
        SecondWords = secondWords;
    }

    /// <summary>What is known of the words of the first language.</summary>
    public Dictionary<string, WordStatistics> FirstWords { get; }

    /// <summary>What is known of the words of the second language.</summary>
    public Dictionary<string, WordStatistics> SecondWords { get; }

    /// <summary>p(second | first) and p(first | second) of each link.</summary>
    public Dictionary<(string First, string Second), (double Forward, double Backward)> Links { get; } = [];

    /// <summary>Takes over what both trainings believe at least a little.</summary>
    public static TranslationTables Of(WordTable first, WordTable second, IbmTable forward, IbmTable backward)
    {
        const double negligible = 0.001;
        var tables = new TranslationTables(first, second);
        Walk(forward, first, second, tables.SecondWords, (x, y, p) =>
        {
            if (p >= negligible)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(tables.Links, (x, y), out _).Forward = p;
            }
        });
        Walk(backward, second, first, tables.FirstWords, (y, x, p) =>
        {
            if (p >= negligible)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(tables.Links, (x, y), out _).Backward = p;
            }
        });
        return tables;
    }

    /// <summary>
    /// The mean of these tables and the way through a third language, t(b|a) = ½ direct + ½ Σ t(p|a) · t(b|p); a word that only
    /// one of the two knows keeps that one's probabilities.
    /// </summary>
    /// <param name="toPivot">Tables whose first language is this first.</param>
    /// <param name="fromPivot">Tables whose first language is the pivot and whose second is this second.</param>
    public TranslationTables BlendWithPivot(TranslationTables toPivot, TranslationTables fromPivot)
    {
        const double least = 0.0005;
        var composed = PivotTables.Compose(toPivot, fromPivot);
        var blend = new TranslationTables(
            Merge(FirstWords, toPivot.FirstWords), Merge(SecondWords, fromPivot.SecondWords));
        var knownFirst = Links.Keys.Select(key => key.First).ToHashSet(StringComparer.Ordinal);
        var knownSecond = Links.Keys.Select(key => key.Second).ToHashSet(StringComparer.Ordinal);
        var composedFirst = composed.Keys.Select(key => key.First).ToHashSet(StringComparer.Ordinal);
        var composedSecond = composed.Keys.Select(key => key.Second).ToHashSet(StringComparer.Ordinal);
        foreach (var key in Links.Keys.Concat(composed.Keys.Where(key => !Links.ContainsKey(key))))
        {
            var (f, b) = Links.GetValueOrDefault(key);
            var (pf, pb) = composed.GetValueOrDefault(key);
            var forward = Mean(f, pf, knownFirst.Contains(key.First), composedFirst.Contains(key.First));
            var backward = Mean(b, pb, knownSecond.Contains(key.Second), composedSecond.Contains(key.Second));
            if (forward >= least || backward >= least)
            {
                blend.Links[key] = (forward, backward);
            }
        }

        return blend;
    }

    /// <summary>The same tables with the languages changed over.</summary>
    public TranslationTables Swapped()
    {
        var swapped = new TranslationTables(SecondWords, FirstWords);
        foreach (var ((first, second), (forward, backward)) in Links)
        {
            swapped.Links.Add((second, first), (backward, forward));
        }

        return swapped;
    }

    private static double Mean(double direct, double composed, bool isDirect, bool isComposed) =>
        isDirect && isComposed ? (direct + composed) / 2 : isDirect ? direct : composed;

    private static Dictionary<string, WordStatistics> Merge(
        Dictionary<string, WordStatistics> mine, Dictionary<string, WordStatistics> theirs)
    {
        // The larger corpus knows better how common a word is.
        var merged = new Dictionary<string, WordStatistics>(theirs, StringComparer.Ordinal);
        foreach (var (word, statistics) in mine)
        {
            merged[word] = theirs.TryGetValue(word, out var other) && other.Count > statistics.Count
                ? other with { NullProbability = statistics.NullProbability }
                : statistics;
        }

        return merged;
    }

    private static void Walk(
        IbmTable table, WordTable given, WordTable told, Dictionary<string, WordStatistics> toldWords, Action<string, string, double> visit)
    {
        for (var row = 0; row < given.Count; row++)
        {
            var words = table.ToldOf(row);
            var probabilities = table.ProbabilitiesOf(row);
            for (var k = 0; k < words.Length; k++)
            {
                if (row == 0)
                {
                    CollectionsMarshal.GetValueRefOrNullRef(toldWords, told.Word(words[k])).NullProbability = probabilities[k];
                }
                else
                {
                    visit(given.Word(row), told.Word(words[k]), probabilities[k]);
                }
            }
        }
    }

    private static Dictionary<string, WordStatistics> Statistics(WordTable words)
    {
        var statistics = new Dictionary<string, WordStatistics>(StringComparer.Ordinal);
        for (var id = 1; id < words.Count; id++)
        {
            statistics.Add(words.Word(id), new WordStatistics(words.CountOf(id), words.CountOf(id) / (double)words.Tokens, 0));
        }

        return statistics;
    }
}

/// <summary>What is known of a word of a training text.</summary>
/// <param name="Count">Occurrences.</param>
/// <param name="Frequency">Share of all tokens.</param>
/// <param name="NullProbability">p(word | null).</param>
internal record struct WordStatistics(int Count, double Frequency, double NullProbability);
