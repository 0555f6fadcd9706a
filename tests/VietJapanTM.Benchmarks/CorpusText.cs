using System.Diagnostics;
using System.Globalization;
using System.Text;
using VietJapanTM.Model;
using VietJapanTM.Testing;

namespace VietJapanTM.Benchmarks;

/// <summary>Text to work on: the corpora where VJTM_TESTDATA points, else sentences made from the shipped samples.</summary>
internal static class CorpusText
{
    private static readonly int Seed = 7;

    /// <summary>True where the corpora are there; figures of made text say little about real text.</summary>
    public static bool IsReal => TestData.Root is not null;

    /// <summary>Spanish segments of software documentation.</summary>
    public static IReadOnlyList<string> SpanishSegments(int count) => IsReal ? ReadCompressed("fuzzy/tm.es.xz", count) : Made(count);

    /// <summary>The English side of the same segments, line by line; null where a segment has none.</summary>
    public static IReadOnlyList<string?> EnglishSegments(int count) => IsReal
        ? [.. ReadCompressed("fuzzy/tm.en.xz", count).Select(l => l == "[no target]" || string.IsNullOrWhiteSpace(l) ? null : l)]
        : new string?[count];

    /// <summary>Real queries, edited from such segments.</summary>
    public static IReadOnlyList<string> Queries(string set) =>
        IsReal ? File.ReadAllLines(Path.Combine(TestData.Root!, "fuzzy", $"queries_{set}.es")) : Made(500);

    /// <summary>
    /// Running text of a language, of news, encyclopaedia and software documentation in turn: documents of ten paragraphs, twenty sentences in each,
    /// which together have so many UTF-8 bytes but for a document. Repeats itself where there is less.
    /// </summary>
    public static IReadOnlyList<string> Running(LanguageTag language, int bytes)
    {
        const int sentences = 20, paragraphs = 10;
        var blank = language == LanguageTag.Japanese ? "" : " ";
        string[][] files = IsReal
            ? [.. Directory.GetFiles(Path.Combine(TestData.Root!, "align", "train"), $"*.{language}").Order(StringComparer.Ordinal).Select(File.ReadAllLines)]
            : [Sample("nguyen-phu-trong-kishida", language).Split('\n')];
        var documents = files
            .SelectMany(lines => lines.Chunk(sentences).Select(p => string.Join(blank, p)).Chunk(paragraphs).Select((p, i) => (Turn: i, Text: string.Join('\n', p))))
            .OrderBy(d => d.Turn)
            .Select(d => d.Text)
            .ToList();
        var taken = new List<string>();
        for (var left = bytes; left > 0; left -= Encoding.UTF8.GetByteCount(taken[^1]))
        {
            taken.Add(documents[taken.Count % documents.Count]);
        }

        return taken;
    }

    /// <summary>A shipped sample article.</summary>
    public static string Sample(string document, LanguageTag language) =>
        File.ReadAllText(RepositoryRoot.Combine("src", "VietJapanTM.Server", "Samples", $"{document}.{language}.txt"));

    private static List<string> ReadCompressed(string file, int count)
    {
        using var xz = Process.Start(new ProcessStartInfo("xz", ["-dc", Path.Combine(TestData.Root!, file)]) { RedirectStandardOutput = true })!;
        var lines = new List<string>(count);
        while (lines.Count < count && xz.StandardOutput.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        xz.Kill();
        return lines;
    }

    /// <summary>Sentences of random words of the samples, seeded.</summary>
    private static List<string> Made(int count)
    {
        var random = new Random(Seed);
        var words = Sample("viet-nam-japan-upgrade", LanguageTag.Spanish).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return [.. Enumerable.Range(0, count).Select(i =>
            string.Join(' ', Enumerable.Range(0, random.Next(5, 35)).Select(_ => words[random.Next(words.Length)])) + " " + i.ToString(CultureInfo.InvariantCulture))];
    }
}
