using System.Security.Cryptography;
using VietJapanTM.Alignment;
using VietJapanTM.Model;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Text.Mending;
using VietJapanTM.Text.Preparation;

namespace VietJapanTM.EndToEnd.Tests.Corpus;

public sealed class SampleCorpusTests
{
    private static readonly Lazy<IReadOnlyList<Concept>> Glossary = new(() => GlossaryFiles.Read(RepositoryRoot.Combine("glossary")));

    public static IEnumerable<object[]> Texts =>
        from document in SampleCorpus.Documents
        from language in SampleCorpus.Languages
        select new object[] { document, language.Value };

    public static IEnumerable<object[]> Pairs =>
        from document in SampleCorpus.Documents
        from pair in SampleCorpus.Pairs
        select new object[] { document, pair.First.Value, pair.Second.Value };

    [Theory]
    [InlineData("viet-nam-japan-upgrade", "a2d6a332dc8703f2aca1097b03b8a6eee4ad63323f8e0dc7c01fb3e4d863853e")]
    [InlineData("nguyen-phu-trong-kishida", "e65132da17f144819ab1eeed0ad1a69940c7022895ae435970da9a4b2f24f1f0")]
    public void SpanishArticle_Bytes_AreThoseOfTheSource(string document, string sha256)
    {
        var path = RepositoryRoot.Combine("src", "VietJapanTM.Server", "Samples", $"{document}.es.txt");
        Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Prepare_RawText_GivesTheGoldSegments(string document, string code)
    {
        var language = LanguageTag.Parse(code);
        var prepared = TextPreparation.Prepare(language, SampleCorpus.Raw(document, language), MendKind.Default);
        Assert.Equal(SampleCorpus.GoldSegments(document, language), prepared.Segments.Select(s => prepared[s]));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Align_RawTexts_GivesTheGoldBeads(string document, string first, string second)
    {
        var concepts = Glossary.Value;
        var alignment = new MultilingualAligner().Align(
            [.. SampleCorpus.Languages.Select(l => AlignmentSide.Of(TextPreparation.Prepare(l, SampleCorpus.Raw(document, l), MendKind.Default).ToDocumentText()))],
            AlignmentEvidence.FromConcepts(concepts));
        var pair = alignment.Pairs.Single(p => p.Source.Value == first && p.Target.Value == second);
        Assert.Equal(
            SampleCorpus.GoldLadder(document, LanguageTag.Parse(first), LanguageTag.Parse(second)),
            pair.Beads.Select(Ladder));
    }

    [Fact]
    public void Gold_EachPair_HasAtLeastSixBeadsThatAreNotOneToOne()
    {
        foreach (var (first, second) in SampleCorpus.Pairs)
        {
            var beads = SampleCorpus.Documents.SelectMany(d => SampleCorpus.GoldLadder(d, first, second));
            Assert.True(beads.Count(b => b.Contains(',', StringComparison.Ordinal) || b.Contains("[]", StringComparison.Ordinal)) >= 6, $"{first}-{second}");
        }
    }

    private static string Ladder(Bead bead) =>
        $"[{Indexes(bead.SourceStart, bead.SourceCount)}]:[{Indexes(bead.TargetStart, bead.TargetCount)}]";

    private static string Indexes(int start, int count) => string.Join(',', Enumerable.Range(start, count));
}
