using VietJapanTM.Alignment;
using VietJapanTM.Model;
using VietJapanTM.Testing.Alignment;
using Xunit.Abstractions;

namespace VietJapanTM.Core.Tests.Alignment;

public sealed class TranslationCheckTests(ITestOutputHelper output)
{
    private static readonly MultilingualAligner Aligner = new();

    public static TheoryData<string, string> Sets => new()
    {
        { "ntrexdev-light", "es-en" }, { "ntrexdev-hard", "es-en" }, { "ntrexdev-hard", "es-vi" }, { "ntrexdev-hard", "en-vi" },
        { "ntrexdev-hard", "es-ja" }, { "ntrexdev-hard", "en-ja" }, { "lohelp", "es-en" },
    };

    /// <summary>Each document as it is, and with each third of either side missing.</summary>
    [SkippableTheory]
    [MemberData(nameof(Sets))]
    public void Find_TrueDocuments_DoubtsNone(string set, string pair)
    {
        var (few, many) = (1.0, 1.0);
        foreach (var document in Read(set, pair))
        {
            Look(document.Source, document.Target);
            for (var third = 0; third < 3; third++)
            {
                Look(Without(document.Source, third), document.Target);
                Look(document.Source, Without(document.Target, third));
            }
        }

        output.WriteLine(FormattableString.Invariant($"{set} {pair}: least mean confidence of many segments {many:F3}, of few {few:F3}"));

        void Look(AlignmentSide source, AlignmentSide target)
        {
            var pairs = Aligner.Align([source, target]).Pairs;
            Assert.Empty(TranslationCheck.Find([source, target], pairs));
            var mean = pairs[0].Beads.Where(b => !b.IsOneSided).Select(b => b.Confidence).DefaultIfEmpty(1).Average();
            var segments = Math.Min(source.Segments.Length, target.Segments.Length);
            (few, many) = segments >= 10 ? (few, Math.Min(many, mean)) : segments >= 3 ? (Math.Min(few, mean), many) : (few, many);
        }
    }

    /// <summary>Of those with ten segments and more, nearly all; of small ones, somewhat fewer.</summary>
    [SkippableTheory]
    [MemberData(nameof(Sets))]
    public void Find_SourceWithAnotherDocumentsTarget_DoubtsMost(string set, string pair)
    {
        var documents = Read(set, pair);
        var told = new List<bool>();
        var small = new List<bool>();
        for (var i = 0; i < documents.Count; i++)
        {
            foreach (var other in (int[])[(i + 1) % documents.Count, (i + 7) % documents.Count])
            {
                var (source, target) = (documents[i].Source, documents[other].Target);
                (Math.Min(source.Segments.Length, target.Segments.Length) < 10 ? small : told).Add(Doubts(source, target).Length > 0);
            }
        }

        output.WriteLine(FormattableString.Invariant($"{set} {pair}: {told.Count(x => x)} of {told.Count}; small {small.Count(x => x)} of {small.Count}"));
        Assert.True(told.Count(x => x) >= 0.9 * told.Count);
        Assert.True(told.Concat(small).Count(x => x) >= 0.8 * (told.Count + small.Count));
    }

    [Fact]
    public void Find_SideAHundredTimesLonger_NamesTheLongerFirst()
    {
        var article = Enumerable.Repeat("The president of the republic received the prime minister at the palace.", 100);
        var doubt = Assert.Single(Doubts(Side("es", "El presidente de la república recibió al primer ministro en el palacio."), Side("en", [.. article])));
        Assert.Equal(("en", "es"), (doubt.Source.Value, doubt.Target.Value));
        Assert.InRange(doubt.LengthRatio!.Value, 90, 110);
        Assert.StartsWith("the en text is 10", doubt.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Find_JapaneseOfAThirdOfTheCharacters_IsNotCalledShort()
    {
        var spanish = Enumerable.Repeat("El presidente de la república recibió al primer ministro en el palacio.", 40);
        var japanese = Enumerable.Repeat("大統領は官邸で首相と会談した。", 14);
        Assert.DoesNotContain(Doubts(Side("es", [.. spanish]), Side("ja", [.. japanese])), d => d.LengthRatio is not null);
    }

    [Fact]
    public void Find_TextsTooSmallToTell_SaysNothing()
    {
        Assert.Empty(Doubts(Side("es", "Buenos días.", "Gracias."), Side("en", "Chapter one", "It rained.")));
        Assert.Empty(Doubts(Side("es"), Side("en")));
    }

    private static AlignmentSide Side(string language, params string[] lines) => AlignmentSide.OfLines(LanguageTag.Parse(language), lines);

    private static IReadOnlyList<AlignedDocument> Read(string set, string pair) => AlignedDocument.ReadAll(TestData.Require("align", "dev", set), pair);

    private static TranslationDoubt[] Doubts(AlignmentSide source, AlignmentSide target) =>
        [.. TranslationCheck.Find([source, target], Aligner.Align([source, target]).Pairs)];

    private static AlignmentSide Without(AlignmentSide side, int third) =>
        side.Segments.Length < 3 ? side : new AlignmentSide(side.Language, [.. side.Segments.Where((_, i) => i * 3 / side.Segments.Length != third)]);
}
