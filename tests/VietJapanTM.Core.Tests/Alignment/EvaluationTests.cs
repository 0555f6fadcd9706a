using System.Globalization;
using VietJapanTM.Alignment;
using VietJapanTM.Alignment.Ladders;
using VietJapanTM.Model;
using Xunit.Abstractions;

namespace VietJapanTM.Core.Tests.Alignment;

/// <summary>Scores the development sets; the table it prints stands in the aligner's DESIGN.md.</summary>
public sealed class EvaluationTests(ITestOutputHelper output)
{
    [SkippableTheory]
    [InlineData("ntrexdev-light", "es-en", 0.990, 0.999)]
    [InlineData("ntrexdev-light", "en-vi", 0.989, 0.997)]
    [InlineData("ntrexdev-light", "en-ja", 0.989, 0.998)]
    [InlineData("ntrexdev-light", "es-vi", 0.992, 0.998)]
    [InlineData("ntrexdev-light", "es-ja", 0.989, 0.998)]
    [InlineData("ntrexdev-hard", "es-en", 0.964, 0.999)]
    [InlineData("ntrexdev-hard", "en-vi", 0.946, 0.989)]
    [InlineData("ntrexdev-hard", "en-ja", 0.942, 0.993)]
    [InlineData("ntrexdev-hard", "es-vi", 0.950, 0.984)]
    [InlineData("ntrexdev-hard", "es-ja", 0.954, 0.994)]
    [InlineData("lohelp", "es-en", 0.966, 0.998)]
    [InlineData("lohelp", "en-vi", 0.959, 0.998)]
    [InlineData("lohelp", "es-vi", 0.957, 0.995)]
    [InlineData("lohelp", "es-ja", 0.957, 0.995)]
    public void Align_DevelopmentSet_ReachesItsFloor(string set, string pair, double strictFloor, double laxFloor)
    {
        var folder = TestData.Require("align", "dev", set);
        var aligner = new SentenceAligner();
        var score = new LadderScore();
        var reliability = new Reliability();
        foreach (var gold in Directory.GetFiles(folder, $"*.{pair}.gold").Order(StringComparer.Ordinal))
        {
            var beads = aligner.Align(Side(gold, pair, pair[..2]), Side(gold, pair, pair[3..]));
            using var reader = File.OpenText(gold);
            var truth = LadderReader.Read(reader).ToBeads();
            score.Add(truth, beads);
            reliability.Add(truth, beads);
        }

        output.WriteLine($"{set} {pair} strict/lax F1 {score}");
        output.WriteLine(reliability.ToString());
        Assert.InRange(score.Strict, strictFloor - 0.0005, 1);
        Assert.InRange(score.Lax, laxFloor - 0.0005, 1);
        output.WriteLine($"  calibration error {reliability.Error:F3}");
        Assert.InRange(reliability.Error, 0, 0.06);
    }

    private static AlignmentSide Side(string gold, string pair, string language)
    {
        var stem = gold[..^".gold".Length];
        var own = $"{stem}.{language}";
        var path = File.Exists(own) ? own : $"{stem[..^(pair.Length + 1)]}.{language}";
        return AlignmentSide.OfLines(LanguageTag.Parse(language), File.ReadAllText(path).TrimEnd('\n').Split('\n'));
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
