using VietJapanTM.Alignment;
using VietJapanTM.Model;
using VietJapanTM.Testing.Alignment;
using Xunit.Abstractions;

namespace VietJapanTM.Core.Tests.Alignment;

/// <summary>Documents of which one side lacks a part, made by joining the documents of a development set.</summary>
public sealed class MissingPartTests(ITestOutputHelper output)
{
    [Fact]
    public void Find_RunsAtTheEnds_AreNamedFromFiveSegmentsAndAFifthOn()
    {
        var (x, y) = (LanguageTag.Spanish, LanguageTag.English);
        string[] Named(params Bead[] beads) => [.. MissingPart.Find([new PairBeads(x, y, [.. beads])]).Select(part => part.ToString())];
        IEnumerable<Bead> Pairs(int count) => Enumerable.Repeat(new Bead(0, 1, 0, 1, 1), count);
        IEnumerable<Bead> Sources(int count) => Enumerable.Repeat(new Bead(0, 1, 0, 0, 1), count);
        IEnumerable<Bead> Targets(int count) => Enumerable.Repeat(new Bead(0, 0, 0, 1, 1), count);

        Assert.Equal(["the last 5 es segments have no counterpart in en"], Named([.. Pairs(20), .. Sources(5)]));
        Assert.Equal(["the first 8 en segments have no counterpart in es"], Named([.. Targets(5), .. Sources(1), .. Targets(3), .. Pairs(20)]));
        Assert.Empty(Named([.. Pairs(21), .. Sources(5)]));
        Assert.Empty(Named([.. Pairs(4), .. Sources(4)]));
        Assert.Empty(Named([.. Pairs(4), .. Sources(9), .. Pairs(1)]));
        Assert.Empty(Named([.. Sources(9), .. Targets(9)]));
        Assert.Empty(Named());
    }

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

    /// <summary>Of whole documents only what the gold has no counterpart for; without its last or first third, a document lacks that.</summary>
    [SkippableTheory]
    [MemberData(nameof(TranslationCheckTests.Sets), MemberType = typeof(TranslationCheckTests))]
    public void Find_DevelopmentDocuments_NamesWhatIsMissingAlone(string set, string pair)
    {
        var aligner = new MultilingualAligner();
        var (whole, truly, falsely, cut, told) = (0, 0, 0, 0, 0);
        foreach (var document in AlignedDocument.ReadAll(TestData.Require("align", "dev", set), pair))
        {
            whole++;
            var found = aligner.Align([document.Source, document.Target]).MissingParts;
            falsely += found.All(part => IsMissing(document, part)) ? 0 : 1;
            truly += found.Length;

            var segments = document.Target.Segments;
            foreach (var isEnd in (bool[])[false, true])
            {
                var third = segments.Length / 3;
                var rest = document.Target with { Segments = isEnd ? segments[..^third] : segments[third..] };
                if (third >= 8)
                {
                    cut++;
                    told += aligner.Align([document.Source, rest]).MissingParts is [{ } part] && part.Language == document.Source.Language && part.IsEnd == isEnd ? 1 : 0;
                }
            }
        }

        output.WriteLine($"{set} {pair}: {truly} said of {whole} whole documents, {falsely} falsely, {told} of {cut} without a third");
        Assert.Equal(0, falsely);
        Assert.True(told >= 0.75 * cut);
    }

    private static bool IsMissing(AlignedDocument document, MissingPart part)
    {
        var isSource = part.Language == document.Source.Language;
        var length = (isSource ? document.Source : document.Target).Segments.Length;
        return document.Gold
            .Where(bead => isSource ? IsWithin(bead.SourceStart, bead.SourceCount) : IsWithin(bead.TargetStart, bead.TargetCount))
            .All(bead => bead.IsOneSided);

        bool IsWithin(int start, int count) => count > 0 && (part.IsEnd ? start + count > length - part.Count : start < part.Count);
    }

    private static Bead Moved(Bead bead, int source, int target) =>
        new(bead.SourceStart + source, bead.SourceCount, bead.TargetStart + target, bead.TargetCount, 1);

    /// <summary>The source segments of a bead whose target is gone, each by itself.</summary>
    private static IEnumerable<Bead> Alone(Bead bead, int source) =>
        Enumerable.Range(bead.SourceStart + source, bead.SourceCount).Select(segment => new Bead(segment, 1, 0, 0, 1));
}
