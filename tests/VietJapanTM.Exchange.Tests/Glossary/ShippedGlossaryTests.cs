using VietJapanTM.Errors;
using VietJapanTM.Exchange.Glossary;
using VietJapanTM.Exchange.Tbx;
using VietJapanTM.Exchange.Tests.Tbx;
using VietJapanTM.Terminology.Linting;

namespace VietJapanTM.Exchange.Tests.Glossary;

/// <summary>The files under <c>glossary/</c> keep what their README promises.</summary>
public sealed class ShippedGlossaryTests
{
    private static readonly string Folder = RepositoryRoot.Combine("glossary");
    private readonly DiagnosticSink _sink = new();

    public static TheoryData<string> Files() => [.. Directory.GetFiles(Folder, "*.tbx").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void File_ReadAndWritten_GivesTheSameBytes(string name)
    {
        var path = Path.Combine(Folder, name);

        var file = TbxReader.Read(path, _sink);

        Assert.Empty(_sink.Items);
        Assert.Equal(File.ReadAllBytes(path), TbxWriter.ToBytes(file!));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_Structure_IsTbxBasic(string name) => Assert.Empty(TbxBasicStructure.Breaches(File.ReadAllText(Path.Combine(Folder, name))));

    [Fact]
    public void Glossary_Linted_HasNeitherErrorsNorWarnings()
    {
        var glossary = GlossaryFolder.Read(Folder, _sink);

        var findings = GlossaryLinter.Lint(glossary.Entries.Select(e => e.Concept));

        Assert.Empty(_sink.Items);
        Assert.Empty(findings.Where(d => d.Severity != DiagnosticSeverity.Information).Select(d => d.Message));
    }

    [Fact]
    public void Glossary_EachConcept_IsNamedInAllFourLanguages()
    {
        var concepts = GlossaryFolder.Read(Folder, _sink).Entries.Select(e => e.Concept).ToList();

        Assert.True(concepts.Count >= 90, $"{concepts.Count} concepts");
        Assert.All(concepts, c => Assert.Equal(["es", "en", "vi", "ja"], c.Languages.Select(s => s.Language.Primary)));
        Assert.All(concepts, c => Assert.NotNull(c.Definition));
    }

    [Fact]
    public void Glossary_TermWithoutSource_ClaimsLittle()
    {
        var terms = GlossaryFolder.Read(Folder, _sink).Entries.SelectMany(e => e.Concept.Languages).SelectMany(s => s.Terms).ToList();

        Assert.All(terms, t => Assert.InRange(t.Reliability ?? 0, 1, 10));
        Assert.All(terms.Where(t => t.Source is null), t => Assert.True(t.Reliability <= 3, t.Text));
    }

    [Fact]
    public void Glossary_Examples_ComeInManyDirections()
    {
        var examples = GlossaryFolder.Read(Folder, _sink).Entries.SelectMany(e => e.Concept.Examples).ToList();

        Assert.True(examples.Count >= 60, $"{examples.Count} pairs");
        Assert.True(examples.Select(e => (e.SourceLanguage, e.TargetLanguage)).Distinct().Count() >= 9);
        Assert.Contains(examples, e => e.Passes);
        Assert.Contains(examples, e => !e.Passes);
    }
}
