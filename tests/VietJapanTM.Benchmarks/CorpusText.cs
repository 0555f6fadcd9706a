using System.Diagnostics;
using System.Globalization;
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

    /// <summary>News documents of a language, one behind the other.</summary>
    public static string News(LanguageTag language) => IsReal
        ? string.Join('\n', Directory.GetFiles(Path.Combine(TestData.Root!, "align", "dev", "ntrexdev-light"), $"*.{language}").Order(StringComparer.Ordinal).Select(File.ReadAllText))
        : Sample("nguyen-phu-trong-kishida", language);

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
