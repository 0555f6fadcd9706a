using System.Globalization;
using VietJapanTM.Alignment;
using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Testing.Alignment;
using VietJapanTM.Training.Lexicon;
using Xunit.Abstractions;

namespace VietJapanTM.Training.Tests.Lexicon;

/// <summary>
/// The field's yardstick, German and French, by lexicons that are trained for it and never saw it: both how well it is aligned and how well the
/// confidences say so.
/// </summary>
public sealed class YardstickTests(ITestOutputHelper output)
{
    [SkippableFact]
    public void Align_YardstickByLexiconsOfOtherTexts_KeepsItsFloorAndKnowsItsDoubts()
    {
        var corpus = TestData.Require("align", "train");
        var yardstick = TestData.Require("align", "dev", "textberg-dev");
        using var lexicons = new TemporaryFolder();
        Assert.Equal(0, LexiconCommand.Run([corpus, lexicons.Root, .. Recipe.Yardstick.Select(recipe => recipe.Pair)], TextWriter.Null, TextWriter.Null));

        var aligner = new SentenceAligner(null, LexiconShelf.OfFolder(lexicons.Root));
        var (score, reliability) = (new LadderScore(), new Reliability());
        foreach (var document in AlignedDocument.ReadAll(yardstick, "de-fr"))
        {
            var beads = aligner.Align(document.Source, document.Target);
            score.Add(document.Gold, beads);
            reliability.Add(document.Gold, beads);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"strict/lax F1 {score}, calibration error {reliability.Error:F3}"));
        output.WriteLine(reliability.ToString());
        Assert.InRange(score.Strict, 0.934, 1);
        Assert.InRange(score.Lax, 0.992, 1);
        Assert.InRange(reliability.Error, 0, 0.06);
    }
}
