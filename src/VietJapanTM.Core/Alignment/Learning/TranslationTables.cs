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

    /// <summary>What is known of the words of the first language.</summary>
    public Dictionary<string, WordCount> FirstWords { get; }

    /// <summary>What is known of the words of the second language.</summary>
    public Dictionary<string, WordCount> SecondWords { get; }

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

    private static void Walk(
        IbmTable table, WordTable given, WordTable told, Dictionary<string, WordCount> toldWords, Action<string, string, double> visit)
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

    private static Dictionary<string, WordCount> Statistics(WordTable words)
    {
        var statistics = new Dictionary<string, WordCount>(StringComparer.Ordinal);
        for (var id = 1; id < words.Count; id++)
        {
            statistics.Add(words.Word(id), new WordCount(words.CountOf(id), words.CountOf(id) / (double)words.Tokens, 0));
        }

        return statistics;
    }
}

/// <summary>What is known of a word of a training text.</summary>
/// <param name="Count">Occurrences.</param>
/// <param name="Frequency">Share of all tokens.</param>
/// <param name="NullProbability">p(word | null).</param>
internal record struct WordCount(int Count, double Frequency, double NullProbability);
