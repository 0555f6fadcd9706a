using System.Collections.Immutable;
using VietJapanTM.Model;
using VietJapanTM.Terminology;
using VietJapanTM.Terminology.Checking;
using VietJapanTM.Terminology.Checking.Suppressions;
using static VietJapanTM.Core.Tests.Terminology.TestGlossary;

namespace VietJapanTM.Core.Tests.Terminology;

public sealed class TermCheckerTests
{
    private static readonly ImmutableArray<Concept> Glossary =
    [
        .. GoldGlossary.Concepts.Where(c => c.Id is not ("asean" or "foip" or "sp" or "oda")),
        Concept("asean", "es:ASEAN/acronym", "es:Asean/deprecated/sensitive", "en:ASEAN/acronym", "ja:ASEAN/acronym"),
        Concept(
            "foip", "es:Indo-Pacífico libre y abierto", "es:Asociación Indo-Pacífico Libre y Abierta/deprecated",
            "en:Free and Open Indo-Pacific", "en:Free Indo-Pacific/superseded"),
        Concept(
            "oda", "es:asistencia oficial para el desarrollo/id=oda-es", "es:asistencia oficial al desarrollo/admitted", "es:AOD/admitted/acronym/full=oda-es",
            "en:official development assistance", "en:ODA/acronym", "vi:hỗ trợ phát triển chính thức", "ja:政府開発援助", "ja:ODA/acronym"),
        Concept("old", "en:the old name/deprecated"),
        Concept("sp", "es:asociación estratégica", "en:strategic partnership", "ja:戦略的パートナーシップ"),
        Concept("chain-of-command", "en:chain"),
        Concept("forbidden-chain", "es:cadena", "en:chain/deprecated"),
    ];

    private static readonly TermChecker Checker = new(new TermRecognizer(Glossary));

    // source language, source, target language, target, findings as "rule side text concept"
    public static TheoryData<string, string, string, string, string> Pairs() => new()
    {
        { "es", "la asociación estratégica integral", "en", "the comprehensive strategic partnership", "" },
        { "es", "las asociaciones estratégicas integrales", "en", "Comprehensive Strategic Partnerships", "" },
        { "es", "la asociación estratégica integral", "en", "the extensive partnership", "VJT002 Source asociación estratégica integral csp" },
        { "es", "la asociación estratégica integral", "en", "the comprehensive partnership, strategic", "VJT002 Source asociación estratégica integral csp" },
        { "es", "la asociación estratégica", "en", "the comprehensive strategic partnership", "" },
        { "es", "la asociación estratégica integral", "vi", "quan hệ đối tác sâu rộng", "VJT002 Source asociación estratégica integral csp" },
        { "es", "la asistencia oficial al desarrollo", "en", "ODA", "" },
        { "es", "la AOD, la AOD y la AOD", "en", "the aid", "VJT002 Source AOD oda" },
        { "es", "la osa", "en", "the bear", "" },
        { "es", "un Indo-Pacífico libre y abierto", "en", "a Free Indo-Pacific", "VJT001 Target Free Indo-Pacific foip" },
        { "en", "a Free and Open Indo-Pacific", "es", "una Asociación Indo-Pacífico Libre y Abierta", "VJT001 Target Asociación Indo-Pacífico Libre y Abierta foip" },
        { "es", "la Asean", "en", "ASEAN", "VJT003 Source Asean asean" },
        { "en", "ASEAN", "es", "la Asean", "VJT001 Target Asean asean" },
        { "es", "la ASEAN", "en", "the Asean", "VJT004 Target Asean asean" },
        { "es", "la ASEAN", "en", "", "" },
        { "es", "la ASEAN", "fr", "l'ANASE", "" },
        { "es", "el secretario general Nguyen Phu Trong", "ja", "グエン・フー・チョン書記長", "" },
        { "es", "el secretario general Nguyen Phu Trong", "ja", "グエン・フー・チョン事務総長", "VJT002 Source secretario general party-secretary" },
        { "es", "el secretario general de la ASEAN", "ja", "ASEAN事務総長", "" },
        { "es", "el secretario general", "ja", "事務総長", "" },
        { "es", "el secretario general", "ja", "会長", "VJT002 Source secretario general party-secretary+asean-secretary" },
        { "es", "la cadena de mando", "en", "the chain of command", "VJT001 Target chain forbidden-chain" },
        { "en", "the chain", "en", "the chain", "" },
        { "es", "mundo", "en", "the old name", "VJT001 Target the old name old" },
        { "es", "un diálogo de sordos", "en", "a shouting match", "" },
        { "es", "el diálogo con Japón", "en", "a shouting match with Japan", "VJT002 Source diálogo dialogue" },
        { "es", "la Premier League", "vi", "giải Ngoại hạng Anh", "" },
        { "es", "la economía de Vietnam", "en", "the Vietnamese economy", "" },
        { "en", "the Vietnamese economy", "es", "la economía nacional", "" },
        { "en", "Vietnam exports", "es", "la exportación", "VJT002 Source Vietnam vietnam" },
        { "vi", "chuyển đổi số", "en", "digital and green transformation", "" },
        { "vi", "chuyển đổi số", "es", "transformaciones verdes y digitales", "" },
        { "vi", "chuyển đổi số", "en", "digital art and transformation", "VJT002 Source chuyển đổi số digital" },
        { "es", "la ASEAN", "en", "asean", "VJT004 Target asean asean" },
        { "es", "el Mar del Este", "en", "the east sea", "VJT004 Target east sea east-sea" },
        { "es", "la OSA", "en", "an osa", "VJT002 Source OSA osa" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Check_Pair_FindsAsExpected(string sourceLanguage, string source, string targetLanguage, string target, string expected)
    {
        var findings = Checker.Check(source, LanguageTag.Parse(sourceLanguage), target, LanguageTag.Parse(targetLanguage));
        Assert.Equal(expected, string.Join("; ", findings.Select(Shown)));
        foreach (var finding in findings)
        {
            var text = finding.Side == TextSide.Source ? source : target;
            Assert.Equal(finding.Text, finding.Span.Of(text).ToString());
            Assert.Contains(finding.Text, finding.Message);
        }
    }

    [Theory]
    [InlineData("realizar una \"Asociación Indo-Pacífico Libre y Abierta\"", "VJT001", "Indo-Pacífico libre y abierto")]
    [InlineData("la cumbre Asean-Japón", "VJT001", "ASEAN")]
    [InlineData("la asociacion estrategica integral", "VJT004", "asociación estratégica integral")]
    [InlineData("el mar del Este", "VJT004", "Mar del Este")]
    public void CheckText_Fault_IsReportedWithItsReplacement(string text, string rule, string replacement)
    {
        var finding = Assert.Single(Checker.CheckText(text, LanguageTag.Spanish));
        Assert.Equal((rule, TextSide.Target, replacement), (finding.Rule.Id, finding.Side, finding.Replacements[0]));
        var mended = string.Concat(text.AsSpan(0, finding.Span.StartUtf16), replacement, text.AsSpan(finding.Span.EndUtf16));
        Assert.Empty(Checker.CheckText(mended, LanguageTag.Spanish));
    }

    [Theory]
    [InlineData("la ASEAN y el Mar del Este")]
    [InlineData("MAR DEL ESTE")]
    [InlineData("una osa, un mar del este")]
    [InlineData("")]
    public void CheckText_CleanText_FindsNothing(string text) => Assert.Empty(Checker.CheckText(text, LanguageTag.Spanish));

    [Fact]
    public void Check_MissingEquivalent_NamesWhatIsExpected()
    {
        var finding = Assert.Single(Checker.Check("la AOD", LanguageTag.Spanish, "the aid", LanguageTag.English));
        Assert.Equal(["official development assistance", "ODA"], finding.Expected.AsEnumerable());
        Assert.Empty(finding.Replacements);
        Assert.Equal(FindingSeverity.Warning, finding.Severity);
    }

    [Fact]
    public void Check_SeverityOfOptions_ReplacesDefault()
    {
        var options = new CheckOptions { Severities = CheckOptions.Default.Severities.Add("VJT002", FindingSeverity.Error) };
        Assert.Equal(
            FindingSeverity.Error,
            Assert.Single(Checker.Check("la AOD", LanguageTag.Spanish, "the aid", LanguageTag.English, options)).Severity);
        options = new CheckOptions { Severities = CheckOptions.Default.Severities.Add("VJT002", FindingSeverity.Off) };
        Assert.Empty(Checker.Check("la AOD", LanguageTag.Spanish, "the aid", LanguageTag.English, options));
    }

    [Fact]
    public void CheckRules_Catalogue_IsCompleteAndUnique()
    {
        Assert.Equal(Enumerable.Range(1, CheckRules.All.Length).Select(i => $"VJT{i:D3}"), CheckRules.All.Select(r => r.Id));
        Assert.Equal("VJT003", CheckRules.Find("vjt003")?.Id);
        Assert.Null(CheckRules.Find("VJT999"));
        Assert.All(CheckRules.All, r => Assert.All(
            new[] { r.Title, r.Explanation, r.FailingExample.ToString(), r.MendedExample.ToString() }, text => Assert.NotEmpty(text)));
    }

    // The catalogue's own examples are tests.
    [Fact]
    public void CheckRules_Examples_BehaveAsPromised() => Assert.All(CheckRules.All.Except([SuppressionRules.WithoutReason, SuppressionRules.OfNothing]), rule =>
    {
        Assert.Contains(rule, RulesFoundIn(rule.FailingExample));
        Assert.DoesNotContain(rule, RulesFoundIn(rule.MendedExample));
    });

    private static IEnumerable<CheckRule> RulesFoundIn(RuleExample example)
    {
        // VJT004 needs a glossary without the deprecated spelling.
        var plain = new TermChecker(new TermRecognizer(GoldGlossary.Concepts));
        var checkers = new[] { Checker, plain };
        return checkers.SelectMany(c => c.CheckAll(example.Segments)).SelectMany(findings => findings).Select(f => f.Rule);
    }

    private static string Shown(Finding f) =>
        $"{f.Rule.Id} {f.Side} {f.Text} {string.Join('+', f.Homographs.Prepend(f.Concept).Select(c => c?.Id))}";
}
