using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using VietJapanTM.Cli.Checking;
using VietJapanTM.Cli.Checking.Reports;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Bilingual;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Tests.Checking.Reports;

public sealed class ReportTests
{
    private const string Text = "Uno, 100 %: «Asean» dos.";
    private static readonly string Schema = RepositoryRoot.Combine("tests", "VietJapanTM.Cli.Tests", "Checking", "Reports", "sarif-2.1.0.schema.json");

    [Fact]
    public void Sarif_OfEverything_FitsTheSchemaOfTheStandard()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Schema));
        using var report = JsonDocument.Parse(Write("sarif"));

        Assert.Empty(JsonSchema.Validate(schema.RootElement, report.RootElement));
    }

    [Theory]
    [InlineData("{}", "$ lacks one of")]
    [InlineData("""{"version":"2.0.0","runs":[]}""", "$.version is '2.0.0'")]
    [InlineData("""{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x","nonsense":1}}}]}""", "unknown property nonsense")]
    [InlineData("""{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x"}},"results":[{"message":{"text":"x"},"level":"info"}]}]}""", ".level is 'info'")]
    public void Schema_OfWhatIsNoSarif_Objects(string json, string fault)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Schema));
        using var value = JsonDocument.Parse(json);

        Assert.Contains(JsonSchema.Validate(schema.RootElement, value.RootElement), f => f.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Sarif_Results_CarryWhatIsKnownOfThem()
    {
        using var report = JsonDocument.Parse(Write("sarif"));
        var results = report.RootElement.GetProperty("runs")[0].GetProperty("results");

        Assert.Equal(["new", "unchanged", null], results.EnumerateArray().Select(r => r.TryGetProperty("baselineState", out var state) ? state.GetString() : null));
        Assert.Equal("reported, speech", results[2].GetProperty("suppressions")[0].GetProperty("justification").GetString());
        Assert.Equal("ASEAN", results[0].GetProperty("fixes")[0].GetProperty("artifactChanges")[0].GetProperty("replacements")[0].GetProperty("insertedContent").GetProperty("text").GetString());
        var artifact = results[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");
        Assert.Equal(("a%20b%25/c%2Cd.xlf", "%SRCROOT%"), (artifact.GetProperty("uri").GetString(), artifact.GetProperty("uriBaseId").GetString()));
        Assert.Equal(3, results.EnumerateArray().Select(r => r.GetProperty("partialFingerprints").GetProperty("vjtm/v2").GetString()).Distinct().Count());
    }

    [Fact]
    public void Github_Properties_AreEscapedAsWorkflowCommandsWant() => Assert.Equal(
        [
            "::error file=a b%25/c%2Cd.xlf,line=7,title=XLF001::Not closed at 100%25, line: 7.",
            "::error file=a b%25/c%2Cd.xlf,line=3,endLine=3,col=14,endColumn=19,title=VJT001 Forbidden term::Write \"ASEAN\": 100%25, now.",
        ],
        Lines("github"));

    [Fact]
    public void Msbuild_Lines_AreWhatBuildsRecognise() => Assert.Equal(
        [
            "a b%/c,d.xlf(7): error XLF001: Not closed at 100%, line: 7.",
            "a b%/c,d.xlf(3,14,3,19): error VJT001: Write \"ASEAN\": 100%, now.",
        ],
        Lines("msbuild"));

    [Fact]
    public void Junit_Cases_CountWhatFailed()
    {
        var suites = XDocument.Parse(Write("junit")).Root!;

        Assert.Equal(("3", "1", "1", "1"), (suites.Attribute("tests")!.Value, suites.Attribute("failures")!.Value, suites.Attribute("errors")!.Value, suites.Attribute("skipped")!.Value));
        Assert.Equal("VJT001", suites.Descendants("failure").Single().Attribute("type")!.Value);
    }

    [Fact]
    public void Text_KnownAndSuppressedFindings_AreOnlyCounted()
    {
        var text = Write("text");

        Assert.Single(Regex.Matches(text, "VJT001"));
        Assert.EndsWith("1 segment in 1 file: 1 error, 0 warnings; 1 suppressed; 1 in the baseline; 1 problem of the files themselves.", text.TrimEnd());
    }

    [Fact]
    public void Fingerprint_WhenLinesMove_Stays()
    {
        var here = Finding();
        var there = here with { Place = here.Place with { Line = 90, EndLine = 90, Column = 1, EndColumn = 6 } };
        var other = here with { Place = here.Place with { Text = Text + " Tres." } };

        Assert.Equal(Name(here), Name(there));
        Assert.NotEqual(Name(here), Name(other));
        var names = new FindingFingerprint();
        Assert.NotEqual(names.Name(here).Fingerprint, names.Name(here).Fingerprint);
        Assert.NotEqual(Name(here with { TargetLanguage = "en" }), Name(here with { TargetLanguage = "vi" }));
    }

    private static string Name(PlacedFinding finding) => new FindingFingerprint().Name(finding).Fingerprint!;

    private static string[] Lines(string format) => Write(format).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static string Write(string format)
    {
        var report = new CheckReport();
        report.AddProblem(new Diagnostic("XLF001", DiagnosticSeverity.Error, "Not closed\nat 100%, line: 7.", "a b%/c,d.xlf", 7));
        report.AddFile(
            new CheckedFile("a b%/c,d.xlf", 1, Failed: true),
            [
                Finding() with { Baseline = BaselineState.New, Edits = [new TextEdit(3, 14, 19, "Asean", "ASEAN")] },
                Finding() with { Baseline = BaselineState.Unchanged },
                Finding() with { Suppression = new Suppression(InSource: true, "reported, speech") },
            ]);
        using var output = new StringWriter();
        ReportFormat.Of(format).Write(report, output);
        return output.ToString();
    }

    private static PlacedFinding Finding() => new()
    {
        Place = new TextPlace { File = "a b%/c,d.xlf", Line = 3, Column = 14, EndLine = 3, EndColumn = 19, Text = Text, Start = 13, End = 18 },
        Segment = "u1/s1",
        Finding = new Wire.Finding
        {
            Rule = "VJT001",
            Severity = Wire.Finding.Types.Severity.Error,
            Message = "Write \"ASEAN\":\n100%, now.",
            Concept = "concepts/asean",
            Term = "Asean",
            Span = new Wire.Span { StartUtf16 = 13, EndUtf16 = 18 },
        },
    };
}
