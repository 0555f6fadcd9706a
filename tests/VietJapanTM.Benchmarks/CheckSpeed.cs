using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using VietJapanTM.Model;
using VietJapanTM.Terminology;
using VietJapanTM.Terminology.Checking;
using VietJapanTM.Testing;

namespace VietJapanTM.Benchmarks;

/// <summary>
/// <c>check-speed [--pairs N] [--concepts N] [--threads N] [--runs N]</c>: all rules over real pairs of software documentation, against a
/// glossary made of a dictionary, so that most segments hold terms.
/// </summary>
internal static partial class CheckSpeed
{
    private static readonly string[] Corpora = ["pydoc.es-en", "lohelp.es-en"];

    /// <summary>Measures and prints the median.</summary>
    public static int Run(string[] options)
    {
        var values = options.Chunk(2).ToDictionary(o => o[0], o => int.Parse(o[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var train = Path.Combine(TestData.Root ?? throw new InvalidOperationException("VJTM_TESTDATA must point to the corpora."), "align", "train");
        var segments = Segments(train, values.GetValueOrDefault("--pairs", 100_000));
        var concepts = Concepts(Path.Combine(train, "wikt.es-en.txt"), values.GetValueOrDefault("--concepts", 10_000));
        var threads = values.GetValueOrDefault("--threads", 2);
        var started = Stopwatch.GetTimestamp();
        var checker = new TermChecker(new TermRecognizer(concepts));
        checker.CheckAll([.. segments.Take(1_000)]);
        var ready = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var seconds = new List<double>();
        var findings = 0;
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        for (var run = 0; run < values.GetValueOrDefault("--runs", 3); run++)
        {
            started = Stopwatch.GetTimestamp();
            findings = checker.CheckAll(segments, threads: threads).Sum(f => f.Length);
            seconds.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        var work = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds / seconds.Count;
        seconds.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{segments.Count} pairs, {concepts.Count} concepts, {threads} threads: {seconds[seconds.Count / 2]:F2} s median of {seconds.Count} (best {seconds[0]:F2}), {work:F1} s of processor time each, {findings} findings, recogniser ready in {ready:F2} s"));
        return 0;
    }

    private static List<CheckSegment> Segments(string train, int count)
    {
        var real = Corpora.SelectMany(corpus => File.ReadLines(Path.Combine(train, corpus + ".es"))
            .Zip(File.ReadLines(Path.Combine(train, corpus + ".en")), (source, target) => new CheckSegment
            {
                Source = source,
                SourceLanguage = LanguageTag.Spanish,
                Target = target,
                TargetLanguage = LanguageTag.English,
            })).ToList();
        return [.. Enumerable.Range(0, count).Select(i => real[i % real.Count])];
    }

    private static List<Concept> Concepts(string dictionary, int count) =>
    [
        .. File.ReadLines(dictionary)
            .Select(line => Entry().Match(line))
            .Where(match => match.Success)
            .DistinctBy(match => match.Groups["es"].Value, StringComparer.Ordinal)
            .Take(count)
            .Select((match, i) => new Concept
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"c{i}"),
                Languages = [Section("es", [match.Groups["es"].Value]), Section("en", match.Groups["en"].Value.Split(", "))],
            }),
    ];

    private static LanguageSection Section(string language, IEnumerable<string> terms) => new()
    {
        Language = LanguageTag.Parse(language),
        Terms = [.. terms.Select((text, i) => new Term { Text = text, Status = i == 0 ? AdministrativeStatus.Preferred : AdministrativeStatus.Admitted })],
    };

    /// <summary>A noun: <c>casa {f} :: house, home</c>.</summary>
    [GeneratedRegex(@"^(?<es>[\p{L} ]{4,}) \{(m|f|n)\}[^:]*:: (?<en>[\p{L} ]{3,}(, [\p{L} ]{3,})*)$")]
    private static partial Regex Entry();
}
