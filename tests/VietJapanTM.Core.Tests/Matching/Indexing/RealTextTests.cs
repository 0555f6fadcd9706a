using System.Diagnostics;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Matching.Indexing;

public sealed class RealTextTests
{
    /// <summary>More than a block in the first chunk, then a smaller one.</summary>
    private const int Units = 38_000;

    public static TheoryData<string> Profiles => [.. MatchProfile.All.Select(p => p.Name)];

    [SkippableTheory]
    [MemberData(nameof(Profiles))]
    public void Search_SoftwareDocumentation_EqualsTheScan(string profile)
    {
        var random = new Random(1);
        var lines = Decompress(TestData.Require("fuzzy", "tm.es.xz"), Units).Where(l => !string.IsNullOrWhiteSpace(l)).ToList();
        var law = new IndexLaw(MatchProfile.Parse(profile), LanguageTag.Spanish);
        foreach (var chunk in lines.Chunk(35_000))
        {
            law.Write(random, 200, chunk);
        }

        var generator = new SegmentGenerator(random);
        foreach (var threshold in new[] { 50, 60, 70, 85, 100 })
        {
            law.AssertSameAsScan(generator.Edit(lines[random.Next(lines.Count)]), threshold);
        }
    }

    [SkippableTheory]
    [InlineData("pairs_en-vi.tsv", "vi")]
    [InlineData("pairs_en-ja.tsv", "ja")]
    public void Search_VietnameseAndJapanese_EqualsTheScan(string file, string language)
    {
        var random = new Random(2);
        var lines = File.ReadLines(TestData.Require("fuzzy", file)).Take(5_000).Select(l => l.Split('\t')[1])
            .Where(l => !string.IsNullOrWhiteSpace(l)).ToList();
        var law = new IndexLaw(MatchProfile.Standard, LanguageTag.Parse(language));
        law.Write(random, 0, lines);
        var generator = new SegmentGenerator(random);
        for (var i = 0; i < 10; i++)
        {
            law.AssertSameAsScan(generator.Edit(lines[random.Next(lines.Count)]), random.Next(50, 101));
        }
    }

    private static List<string> Decompress(string path, int count)
    {
        Skip.IfNot(File.Exists("/usr/bin/xz"), "xz is not installed");
        using var xz = Process.Start(new ProcessStartInfo("/usr/bin/xz", ["-dc", path]) { RedirectStandardOutput = true })!;
        var lines = new List<string>(count);
        while (lines.Count < count && xz.StandardOutput.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        xz.Kill();
        xz.WaitForExit();
        return lines;
    }
}
