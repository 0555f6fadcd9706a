using System.Globalization;
using VietJapanTM.Exchange;
using VietJapanTM.Exchange.Glossary;
using VietJapanTM.Model;
using VietJapanTM.Terminology;
using VietJapanTM.Terminology.Checking;

namespace VietJapanTM.Benchmarks;

/// <summary>
/// <c>check --data PREFIX|FOLDER --glossary DIR [--rule ID]</c>: lists everything that the check finds in text that people translated with
/// care, in both directions of all pairs of languages, so that the false alarms can be judged and counted. PREFIX: line-parallel files
/// <c>PREFIX.es</c> and so on. FOLDER: documents with a ladder for each pair, <c>DOC.es</c>, <c>DOC.en</c>, <c>DOC.es-en.gold</c>.
/// </summary>
internal static class CheckPrecision
{
    private static readonly string[] Languages = ["es", "en", "vi", "ja"];

    /// <summary>Runs the check.</summary>
    public static int Run(string[] options)
    {
        var values = options.Chunk(2).ToDictionary(o => o[0], o => o[^1], StringComparer.Ordinal);
        var glossary = GlossaryFolder.Read(values["--glossary"], new DiagnosticSink());
        var checker = new TermChecker(new TermRecognizer(glossary.Entries.Select(e => e.Concept)));
        var rule = values.GetValueOrDefault("--rule");
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var pairs = 0;
        foreach (var document in Documents(values["--data"]))
        {
            var found = checker.CheckAll(document, threads: Environment.ProcessorCount);
            pairs += document.Count;
            foreach (var (segment, finding) in found.SelectMany((f, i) => f.Select(x => (document[i], x))))
            {
                counts[finding.Rule.Id] = counts.GetValueOrDefault(finding.Rule.Id) + 1;
                if (rule is null || finding.Rule.Id == rule)
                {
                    Console.WriteLine($"{finding.Rule.Id}\t{finding.Text}\t{finding.Message}\n\t{segment}");
                }
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pairs} pairs: {string.Join(", ", counts.Select(c => $"{c.Key} {c.Value}"))}"));
        return 0;
    }

    private static IEnumerable<List<CheckSegment>> Documents(string data)
    {
        foreach (var (source, target) in Languages.SelectMany(s => Languages.Where(t => t != s).Select(t => (s, t))))
        {
            if (!Directory.Exists(data))
            {
                yield return [.. File.ReadLines($"{data}.{source}").Zip(File.ReadLines($"{data}.{target}"), (s, t) => Segment(source, s, target, t))];
                continue;
            }

            foreach (var ladder in Directory.GetFiles(data, $"*.{source}-{target}.gold").Order(StringComparer.Ordinal))
            {
                var pairs = Pairs(ladder, source, target).ToList();
                yield return [.. pairs.Select(p => Segment(source, p.Source, target, p.Target))];
                yield return [.. pairs.Select(p => Segment(target, p.Target, source, p.Source))];
            }
        }
    }

    private static IEnumerable<(string Source, string Target)> Pairs(string ladder, string source, string target)
    {
        var document = ladder[..^$".{source}-{target}.gold".Length];
        var (sources, targets) = (File.ReadAllLines($"{document}.{source}"), File.ReadAllLines($"{document}.{target}"));
        foreach (var row in File.ReadLines(ladder))
        {
            var sides = row.Split(':').Take(2)
                .Select(side => side.Trim('[', ']').Split(',', StringSplitOptions.RemoveEmptyEntries).Select(i => int.Parse(i, CultureInfo.InvariantCulture)).ToList())
                .ToList();
            if (sides.All(s => s.Count > 0))
            {
                yield return (string.Join(' ', sides[0].Select(i => sources[i])), string.Join(' ', sides[1].Select(i => targets[i])));
            }
        }
    }

    private static CheckSegment Segment(string sourceLanguage, string source, string targetLanguage, string target) => new()
    {
        Source = source,
        SourceLanguage = LanguageTag.Parse(sourceLanguage),
        Target = target,
        TargetLanguage = LanguageTag.Parse(targetLanguage),
    };
}
