using System.Diagnostics;
using System.Globalization;
using VietJapanTM.Alignment;
using VietJapanTM.Model;
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
        Assert.InRange(reliability.Error, 0, 0.06);
    }

    /// <summary>How often beads of each tenth of confidence are right.</summary>
    private sealed class Reliability
    {
        private readonly (int Beads, int Right, double Confidence)[] _bins = new (int, int, double)[10];

        /// <summary>Expected calibration error: the mean distance of confidence and share of right beads, weighted by beads.</summary>
        public double Error => _bins.Sum(bin => Math.Abs(bin.Confidence - bin.Right)) / _bins.Sum(bin => bin.Beads);

        public void Add(IEnumerable<Bead> gold, IEnumerable<Bead> beads)
        {
            var right = gold.Select(LadderScore.Key).ToHashSet();
            foreach (var bead in beads)
            {
                ref var bin = ref _bins[Math.Min(9, (int)(bead.Confidence * 10))];
                bin = (bin.Beads + 1, bin.Right + (right.Contains(LadderScore.Key(bead)) ? 1 : 0), bin.Confidence + bead.Confidence);
            }
        }

        public override string ToString() => string.Join('\n', _bins.Where(bin => bin.Beads > 0).Select(bin => string.Create(
            CultureInfo.InvariantCulture,
            $"  confidence {bin.Confidence / bin.Beads:F2}: right {bin.Right / (double)bin.Beads:F2} of {bin.Beads}")));
    }
}
