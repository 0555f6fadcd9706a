using System.Text;
using VietJapanTM.Alignment.Lexicons;

namespace VietJapanTM.Alignment.Learning;

/// <summary>Prunes tables to what helps an aligner and orders them for the lexicon file.</summary>
internal static class LexiconPacker
{
    /// <summary>Prunes and orders.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="firstLanguage">Primary subtag.</param>
    /// <param name="secondLanguage">Likewise.</param>
    /// <param name="limits">What to leave out.</param>
    public static LexiconSource Pack(TranslationTables tables, string firstLanguage, string secondLanguage, LexiconLimits limits)
    {
        var kept = Strongest(tables, limits);
        var first = Entries(tables.FirstWords, kept.Select(link => link.First));
        var second = Entries(tables.SecondWords, kept.Select(link => link.Second));
        var firstIds = Ids(first);
        var secondIds = Ids(second);
        var rows = first.Select(_ => new List<Translation>()).ToArray();
        foreach (var (x, y) in kept)
        {
            var (forward, backward) = tables.Links[(x, y)];
            rows[firstIds[x]].Add(new Translation(secondIds[y], (float)forward, (float)backward));
        }

        foreach (var row in rows)
        {
            row.Sort((x, y) => x.Second.CompareTo(y.Second));
        }

        return new LexiconSource(firstLanguage, secondLanguage, first, second, rows);
    }

    /// <summary>The links that one direction believes in and that are among the best of one of their words.</summary>
    private static List<(string First, string Second)> Strongest(TranslationTables tables, LexiconLimits limits)
    {
        var links = tables.Links
            .Where(link => Math.Max(link.Value.Forward, link.Value.Backward) >= limits.LeastProbability)
            .Where(link => IsCommon(tables.FirstWords, link.Key.First, limits) && IsCommon(tables.SecondWords, link.Key.Second, limits))
            .OrderByDescending(link => Math.Max(link.Value.Forward, link.Value.Backward))
            .ThenBy(link => link.Key.First, StringComparer.Ordinal)
            .ThenBy(link => link.Key.Second, StringComparer.Ordinal);
        var firstCounts = new Dictionary<string, int>(StringComparer.Ordinal);
        var secondCounts = new Dictionary<string, int>(StringComparer.Ordinal);
        var kept = new List<(string, string)>();
        foreach (var ((x, y), _) in links)
        {
            if (Next(firstCounts, x) <= limits.MostTranslations | Next(secondCounts, y) <= limits.MostTranslations)
            {
                kept.Add((x, y));
            }
        }

        return kept;
    }

    private static bool IsCommon(Dictionary<string, WordCount> words, string word, LexiconLimits limits) =>
        words[word].Count >= limits.LeastCount && Encoding.UTF8.GetByteCount(word) <= LexiconFormat.MaxWordBytes;

    private static int Next(Dictionary<string, int> counts, string word) =>
        counts[word] = counts.GetValueOrDefault(word) + 1;

    private static List<LexiconEntry> Entries(Dictionary<string, WordCount> words, IEnumerable<string> kept) =>
    [
        .. kept.Distinct(StringComparer.Ordinal)
            .Select(word => (Bytes: Encoding.UTF8.GetBytes(word), Word: word))
            .OrderBy(pair => pair.Bytes, Comparer<byte[]>.Create((x, y) => x.AsSpan().SequenceCompareTo(y)))
            .Select(pair => new LexiconEntry(
                pair.Word, (float)words[pair.Word].Frequency, (float)words[pair.Word].NullProbability)),
    ];

    private static Dictionary<string, int> Ids(List<LexiconEntry> entries) =>
        entries.Select((entry, id) => (entry.Word, id)).ToDictionary(pair => pair.Word, pair => pair.id, StringComparer.Ordinal);
}

/// <summary>What a lexicon leaves out.</summary>
/// <param name="LeastCount">Words seen less often.</param>
/// <param name="LeastProbability">Links that neither direction gives this much.</param>
/// <param name="MostTranslations">Links that are not among this many best of either word.</param>
internal sealed record LexiconLimits(int LeastCount, double LeastProbability, int MostTranslations);
