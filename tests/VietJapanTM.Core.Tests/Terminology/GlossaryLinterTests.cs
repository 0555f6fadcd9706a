using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Terminology.Linting;
using static VietJapanTM.Core.Tests.Terminology.TestGlossary;

namespace VietJapanTM.Core.Tests.Terminology;

public sealed class GlossaryLinterTests
{
    private const string Definition = "A definition.";

    [Fact]
    public void Lint_WellKeptGlossary_IsClean() => Assert.Empty(GlossaryLinter.Lint(
    [
        Concept("asean", "es:ASEAN/acronym/full=a", "es:Asociación de Naciones/id=a", "en:ASEAN/acronym", "es:Asean/deprecated/sensitive") with
        {
            Definition = Definition,
            Related = ["chief"],
            Examples =
            [
                Example(true, "la ASEAN", "the ASEAN"),
                Example(false, "la ASEAN", "the bloc"),
            ],
        },
        Concept("chief", "es:jefe", "en:chief") with { Definition = Definition },
    ]));

    [Theory]
    [InlineData(LintCodes.NoPreferred, "es:uno/admitted")]
    [InlineData(LintCodes.TwoPreferred, "es:uno", "es:dos")]
    [InlineData(LintCodes.Contradiction, "es:uno", "es:uno/deprecated")]
    [InlineData(LintCodes.DuplicateTerm, "es:uno", "es:uno/admitted")]
    [InlineData(LintCodes.DanglingFullForm, "es:uno/id=u", "es:UNO/acronym/full=x")]
    [InlineData(LintCodes.DanglingFullForm, "es:UNO/acronym/full=u/id=u")]
    [InlineData(LintCodes.UnlinkedAcronym, "es:uno", "es:UNO/acronym")]
    [InlineData(LintCodes.DeadForm, "es:uno/forms=una cosa|una cosa")]
    [InlineData(LintCodes.DeadForm, "es:uno/forms=uno|una cosa")]
    [InlineData(LintCodes.DeadForm, "es:mano/forms=manos")]
    [InlineData(LintCodes.UnmatchableTerm, "es:—")]
    public void Lint_FaultInTerms_IsReportedOnce(string code, params string[] terms) =>
        Assert.Single(Lint(Concept("one", terms) with { Definition = Definition }), code);

    [Theory]
    [InlineData("vi:đối tác chiến lược", "vi:quan hệ đối tác chiến lược/admitted")]
    [InlineData("es:socio", "es:socios fiables/admitted")]
    [InlineData("en:the name", "en:the old name/deprecated", "en:the very the old name/superseded")]
    public void Lint_TermThatHoldsAShorterOne_IsAdvice(params string[] terms) => Assert.Equal([LintCodes.DeadTerm], Lint(Defined("one", terms)));

    [Theory]
    [InlineData("es:socio fiable", "es:socio/deprecated")]
    [InlineData("es:socio", "es:socio inútil/deprecated")]
    [InlineData("ja:首相", "ja:副首相/admitted")]
    public void Lint_TermThatHoldsNoneOfItsKind_IsAlive(params string[] terms) => Assert.Empty(Lint(Defined("one", terms)));

    [Theory]
    [InlineData("vi:hòa bình", "vi:hoà bình/admitted")]
    [InlineData("en:supply chain", "en:supply-chain/admitted")]
    [InlineData("ja:サプライ", "ja:ｻﾌﾟﾗｲ/admitted")]
    public void Lint_TermsThatAreOneToRecognition_AreAdvice(params string[] terms) =>
        Assert.Equal([LintCodes.SameToRecognition], Lint(Defined("one", terms)));

    [Fact]
    public void Lint_ForbiddenSpellingOfAnApprovedTerm_IsNoTwin() =>
        Assert.Empty(Lint(Defined("one", "es:ASEAN/acronym", "es:Asean/deprecated/sensitive")));

    [Theory]
    [InlineData("es:· –")]
    [InlineData("ja:、")]
    public void Lint_TermWithoutLetters_IsUnmatchableAndNotDeadToo(string term) =>
        Assert.Equal([LintCodes.UnmatchableTerm], Lint(Defined("one", term)));

    [Fact]
    public void Lint_TermThatNeedsANeighbour_WantsARelation()
    {
        Assert.Equal([LintCodes.NoNeighbour], Lint(Defined("one", "es:uno/common")));
        Assert.Equal([LintCodes.NoNeighbour, LintCodes.NoNeighbour], Lint(Defined("one", "es:uno/common") with { Related = ["two"] }, Defined("two", "es:dos/common")));
        Assert.Empty(Lint(Defined("one", "es:uno/common"), Defined("two", "es:dos") with { Related = ["one"] }));
    }

    [Fact]
    public void Lint_TwoConceptsWithOneId_IsReported() =>
        Assert.Equal([LintCodes.DuplicateId], Lint(Defined("one", "es:uno"), Defined("one", "es:dos")));

    [Fact]
    public void Lint_SameTermPreferredTwice_IsConflictUnlessRelated()
    {
        Assert.Equal([LintCodes.Conflict], Lint(Defined("one", "es:uno", "en:one"), Defined("two", "es:uno", "en:one")));
        Assert.Equal([LintCodes.Conflict], Lint(Defined("one", "es:uno"), Defined("two", "es:uno") with { Approval = ApprovalState.Proposed }));
        Assert.Empty(Lint(Defined("one", "es:uno"), Defined("two", "es:uno") with { Approval = ApprovalState.Proposed, Related = ["one"] }));
        Assert.Empty(Lint(Defined("one", "es:uno"), Defined("two", "es:uno") with { Approval = ApprovalState.Rejected }));
        Assert.Empty(Lint(Defined("one", "es:uno"), Defined("two", "es:uno") with { Related = ["one"] }));
    }

    [Fact]
    public void Lint_ForbiddenTermThatAnotherApproves_IsShadowed() =>
        Assert.Equal([LintCodes.Shadowed], Lint(Defined("one", "es:uno", "es:dos/deprecated"), Defined("two", "es:dos")));

    [Fact]
    public void Lint_DanglingRelation_IsReported() =>
        Assert.Equal([LintCodes.DanglingRelation], Lint(Defined("one", "es:uno") with { Related = ["none"] }));

    [Fact]
    public void Lint_MissingDefinitionOrLanguage_IsInformation()
    {
        var diagnostics = GlossaryLinter.Lint([Concept("one", "es:uno"), Defined("two", "es:dos", "en:two")]);
        Assert.Equal([LintCodes.NoDefinition, LintCodes.Untranslated], diagnostics.Select(d => d.Code));
        Assert.All(diagnostics, d => Assert.Equal(DiagnosticSeverity.Information, d.Severity));
    }

    [Theory]
    [InlineData(true, "uno", "two")]
    [InlineData(false, "uno", "one")]
    [InlineData(false, "nada", "nothing")]
    public void Lint_ExampleThatDoesNotBehave_IsErrorWithBothSentences(bool passes, string source, string target)
    {
        var concept = Defined("one", "es:uno", "en:one") with { Examples = [Example(passes, source, target)] };
        var diagnostic = Assert.Single(GlossaryLinter.Lint([concept], (_, _, example) => example is null ? default : new LintPlace("a.tbx", 12, 7)));
        Assert.Equal((LintCodes.ExampleFails, DiagnosticSeverity.Error, "a.tbx", 12), (diagnostic.Code, diagnostic.Severity, diagnostic.File, diagnostic.Line));
        Assert.Contains($"\"{source}\"", diagnostic.Message);
        Assert.Contains($"\"{target}\"", diagnostic.Message);
    }

    [Fact]
    public void Lint_ExampleInALanguageWithoutATerm_IsReported()
    {
        var concept = Defined("one", "es:uno", "en:one") with
        {
            Examples = [new ConceptExample(true, LanguageTag.Spanish, "uno", LanguageTag.Parse("vn"), "một")],
        };
        Assert.Contains("'vn'", Assert.Single(GlossaryLinter.Lint([concept]), d => d.Code == LintCodes.ExampleWithoutTerm).Message);
    }

    private static Concept Defined(string id, params string[] terms) => Concept(id, terms) with { Definition = Definition };

    private static ConceptExample Example(bool passes, string spanish, string english) =>
        new(passes, LanguageTag.Spanish, spanish, LanguageTag.English, english);

    private static List<string> Lint(params Concept[] concepts) => [.. GlossaryLinter.Lint(concepts).Select(d => d.Code)];
}
