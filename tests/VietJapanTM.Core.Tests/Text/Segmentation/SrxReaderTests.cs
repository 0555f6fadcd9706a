using System.Text;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Text.Segmentation;

namespace VietJapanTM.Core.Tests.Text.Segmentation;

public sealed class SrxReaderTests
{
    [Fact]
    public void Read_CascadeNo_UsesTheFirstMapAlone()
    {
        var rules = Read(Srx("no", "<rule break='yes'><beforebreak>;</beforebreak></rule>"), out _);
        Assert.Equal(2, rules.For(LanguageTag.Spanish).Segment("a; b. c").Count);
    }

    [Fact]
    public void Read_CascadeYes_UsesAllMaps()
    {
        var rules = Read(Srx("yes", "<rule break='yes'><beforebreak>;</beforebreak></rule>"), out _);
        Assert.Equal(3, rules.For(LanguageTag.Spanish).Segment("a; b. c").Count);
    }

    [Theory]
    [InlineData("[a&amp;&amp;b]", "set operation")]
    [InlineData("a++", "possessive")]
    [InlineData("(", "")]
    [InlineData(@"\X", "no equivalent")]
    [InlineData(@"(a)\1", "back-reference")]
    [InlineData("[a[^b]]", "set operation")]
    [InlineData("(?w)a", "flags")]
    [InlineData("a)(b", "")]
    public void Read_PatternThatCannotRun_IsRefusedByIndexAndTheRestIsKept(string pattern, string reason)
    {
        var rules = Read(Srx("no", $"<rule><beforebreak>{pattern}</beforebreak></rule><rule><beforebreak>;</beforebreak></rule>"), out var diagnostics);
        var refused = Assert.Single(diagnostics);
        Assert.Equal("SRX001", refused.Code);
        Assert.Contains("First rule 1", refused.Message);
        Assert.Contains(reason, refused.Message);
        Assert.True(refused.Line > 0);
        Assert.Equal(2, rules.For(LanguageTag.Spanish).Segment("a; b").Count);
    }

    [Fact]
    public void Read_RuleWithTwoEmptyPatterns_IsRefused()
    {
        Read(Srx("no", "<rule><beforebreak></beforebreak><afterbreak></afterbreak></rule>"), out var diagnostics);
        Assert.Equal("SRX002", Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void Read_BreakThatIsNeitherYesNorNo_IsRefused()
    {
        Read(Srx("no", "<rule break='maybe'><beforebreak>x</beforebreak></rule>"), out var diagnostics);
        Assert.Equal("SRX005", Assert.Single(diagnostics).Code);
    }

    [Theory]
    [InlineData("<srx", "not well-formed")]
    [InlineData("<tmx/>", "not with <srx>")]
    [InlineData("<srx/>", "no body")]
    [InlineData("<srx xmlns='http://www.lisa.org/srx10' version='1.0'><body/></srx>", "not that of SRX 2.0")]
    public void Read_NotAnSrxFile_SaysSo(string xml, string message)
    {
        var error = Assert.Throws<DomainException>(() => Read(xml, out _));
        Assert.Equal(ErrorCode.FileMalformed, error.Code);
        Assert.Contains(message, error.Message);
        Assert.Contains("rules.srx:1:", error.Message);
    }

    [Fact]
    public void Read_ElementsNestedAMillionDeep_AreRefused()
    {
        var deep = Srx("no", $"<rule><beforebreak>{string.Concat(Enumerable.Repeat("<x>", 1_000_000))}");
        Assert.Contains("deeper than 64", Assert.Throws<DomainException>(() => Read(deep, out _)).Message);
    }

    [Fact]
    public void Segment_CatastrophicPattern_IsStoppedAndNamed()
    {
        var rules = Read(Srx("no", "<rule><beforebreak>x(?:a|aa)+</beforebreak><afterbreak>c</afterbreak></rule>"), out _);
        var error = Assert.Throws<DomainException>(() => rules.For(LanguageTag.Spanish).Segment("!" + new string('a', 60) + "c"));
        Assert.Contains("First rule 1", error.Message);
    }

    [SkippableFact]
    public void Read_RealFiles_LoadOrAreRefusedRuleByRule()
    {
        var (loaded, refused) = (0, new List<Diagnostic>());
        foreach (var path in Directory.EnumerateFiles(TestData.Require("exchange", "srx")))
        {
            try
            {
                using var stream = File.OpenRead(path);
                SegmentationRules.Read(Path.GetFileName(path), stream, refused);
                loaded++;
            }
            catch (DomainException e)
            {
                Assert.Equal(ErrorCode.FileMalformed, e.Code);
                Assert.Contains(Path.GetFileName(path), e.Message);
            }
        }

        Assert.Equal(16, loaded);
        Assert.All(refused, d => Assert.True(d.File is not null && d.Line > 0 && d.Message.Contains(" rule ", StringComparison.Ordinal), d.Message));
        Assert.InRange(refused.Count, 0, 2);
    }

    [Theory]
    [InlineData(@"\x{2026}", @"\u2026")]
    [InlineData(@"\x{1F600}", @"\uD83D\uDE00")]
    [InlineData(@"\p{Lu}+", @"\p{Lu}+")]
    [InlineData(@"[[:upper:]x]", @"[\p{Lu}x]")]
    [InlineData(@"\Qa.b\E+", @"a\.b+")]
    [InlineData(@"\++", @"\++")]
    [InlineData("[a[bc]d]e", "[abcd]e")]
    [InlineData("(?iu)a(?u:b)(?u)(?:c)(?=d)", "(?i)a(?:b)(?:)(?:c)(?=d)")]
    public void TryTranslate_IcuSyntax_GivesTheEquivalent(string icu, string expected)
    {
        Assert.True(IcuPattern.TryTranslate(icu, out var pattern, out _));
        Assert.Equal(expected, pattern);
    }

    private static string Srx(string cascade, string rules) => $"""
        <srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="{cascade}"/><body><languagerules>
        <languagerule languagerulename="First">{rules}</languagerule>
        <languagerule languagerulename="Second"><rule><beforebreak>\.</beforebreak><afterbreak>\s</afterbreak></rule></languagerule>
        </languagerules><maprules><languagemap languagepattern="ES.*" languagerulename="First"/><languagemap languagepattern=".*" languagerulename="Second"/></maprules></body></srx>
        """;

    private static SegmentationRules Read(string xml, out List<Diagnostic> diagnostics)
    {
        diagnostics = [];
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        return SegmentationRules.Read("rules.srx", stream, diagnostics);
    }
}
