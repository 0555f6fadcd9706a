using VietJapanTM.Alignment;
using VietJapanTM.Model;
using VietJapanTM.Testing.Alignment;
using Xunit.Abstractions;

namespace VietJapanTM.Core.Tests.Alignment;

/// <summary>Documents of which one side lacks a part, made by joining the documents of a development set.</summary>
public sealed class MissingPartTests(ITestOutputHelper output)
{
    [SkippableTheory]
    [InlineData("es-en")]
    [InlineData("es-ja")]
    public void Align_AThirdMissing_IsWalkedAround(string pair)
    {
        var documents = AlignedDocument.ReadAll(TestData.Require("align", "dev", "ntrexdev-light"), pair);
        var third = documents.Count / 3;
        List<string> source = [], target = [];
        var gold = new List<Bead>();
        for (var k = 0; k < documents.Count; k++)
        {
            var isMissing = k >= third && k < 2 * third;
            gold.AddRange(documents[k].Gold
                .Where(bead => !isMissing || bead.SourceCount > 0)
                .SelectMany(bead => isMissing ? Alone(bead, source.Count) : [Moved(bead, source.Count, target.Count)]));
            source.AddRange(documents[k].Source.Segments.Select(segment => segment.Text));
            target.AddRange(isMissing ? [] : documents[k].Target.Segments.Select(segment => segment.Text));
        }

        var (x, y) = (documents[0].Source.Language, documents[0].Target.Language);
        var score = new LadderScore();
        score.Add(gold, new SentenceAligner().Align(AlignmentSide.OfLines(x, source), AlignmentSide.OfLines(y, target)));
        output.WriteLine($"{pair} with a third missing: {score}");
        Assert.InRange(score.Strict, 0.95, 1);
    }

    private static Bead Moved(Bead bead, int source, int target) =>
        new(bead.SourceStart + source, bead.SourceCount, bead.TargetStart + target, bead.TargetCount, 1);

    /// <summary>The source segments of a bead whose target is gone, each by itself.</summary>
    private static IEnumerable<Bead> Alone(Bead bead, int source) =>
        Enumerable.Range(bead.SourceStart + source, bead.SourceCount).Select(segment => new Bead(segment, 1, 0, 0, 1));
}
