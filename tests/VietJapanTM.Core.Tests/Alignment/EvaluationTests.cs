using System.Diagnostics;
using System.Globalization;
using VietJapanTM.Alignment;
using VietJapanTM.Testing.Alignment;
using Xunit.Abstractions;

namespace VietJapanTM.Core.Tests.Alignment;

/// <summary>Scores the development sets; the table it prints stands in the aligner's DESIGN.md.</summary>
public sealed class EvaluationTests(ITestOutputHelper output)
{
    public static IEnumerable<object[]> Sets => AlignmentSet.All.Select(set => new object[] { set.Name, set.Pair });

    [SkippableTheory]
    [MemberData(nameof(Sets))]
    public void Align_DevelopmentSet_KeepsItsFloor(string name, string pair)
    {
        var folder = TestData.Require("align", "dev", name);
        var set = AlignmentSet.All.Single(s => s.Name == name && s.Pair == pair);
        var aligner = new SentenceAligner();
        var score = new LadderScore();
        var reliability = new Reliability();
        var sentences = 0;
        var watch = new Stopwatch();
        foreach (var document in AlignedDocument.ReadAll(folder, pair))
        {
            watch.Start();
            var beads = aligner.Align(document.Source, document.Target);
            watch.Stop();
            score.Add(document.Gold, beads);
            reliability.Add(document.Gold, beads);
            sentences += document.Sentences;
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{set} strict/lax F1 {score}, prototype {set.PrototypeStrict:F3}/{set.PrototypeLax:F3}, {sentences / watch.Elapsed.TotalSeconds:N0} sentences/s"));
        output.WriteLine(reliability.ToString());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  calibration error {reliability.Error:F3}"));
        Assert.InRange(score.Strict, set.StrictFloor - 0.0005, 1);
        Assert.InRange(score.Lax, set.LaxFloor - 0.0005, 1);
        Assert.InRange(reliability.Error, 0, 0.03);
    }
}
