using VietJapanTM.Model;
using VietJapanTM.Terminology;
using static VietJapanTM.Core.Tests.Terminology.TestGlossary;

namespace VietJapanTM.Core.Tests.Terminology;

public sealed class TermLookupTests
{
    private static readonly TermLookup Lookup = new(new TermRecognizer(
    [
        Concept(
            "comprehensive-strategic-partnership",
            "es:asociación estratégica integral",
            "es:alianza estratégica integral/deprecated",
            "en:comprehensive strategic partnership/admitted",
            "en:Comprehensive Strategic Partnership",
            "vi:đối tác chiến lược toàn diện",
            "ja:包括的戦略的パートナーシップ"),
        Concept("asean", "es:ASEAN/acronym", "en:ASEAN/acronym"),
        Concept("party-secretary", "es:secretario general"),
        Concept("asean-secretary", "es:secretario general"),
    ]));

    [Theory]
    [InlineData("es", "Asociación Estratégica Integral", MatchKind.Exact)]
    [InlineData("es", "ASOCIACION ESTRATEGICA INTEGRAL", MatchKind.Exact)]
    [InlineData("es", "la asociación estratégica integral", MatchKind.Exact)]
    [InlineData("es", "de las «Asociaciones Estratégicas Integrales».", MatchKind.Inflected)]
    [InlineData("es", "asociacion estrategica integral", MatchKind.Drift)]
    [InlineData("en", "the Comprehensive Strategic Partnerships", MatchKind.Inflected)]
    [InlineData("vi", "Đối tác Chiến lược Toàn diện", MatchKind.Exact)]
    [InlineData("ja", "包括的戦略的パートナーシップ", MatchKind.Exact)]
    public void LookupTerm_TermAsPeopleTypeIt_FindsConcept(string language, string text, MatchKind expected)
    {
        var match = Assert.Single(Lookup.LookupTerm(text, LanguageTag.Parse(language)));
        Assert.Equal("comprehensive-strategic-partnership", match.Concept.Id);
        Assert.Equal(expected, match.Match);
        Assert.Equal("Comprehensive Strategic Partnership", match.Equivalents(LanguageTag.English)[0].Text);
    }

    [Theory]
    [InlineData("es", "nueva asociación estratégica integral")]
    [InlineData("es", "asociación estratégica")]
    [InlineData("es", "asociación estratégica integral con Japón")]
    [InlineData("fr", "asociación estratégica integral")]
    [InlineData("es", "")]
    public void LookupTerm_OtherText_FindsNothing(string language, string text) =>
        Assert.Empty(Lookup.LookupTerm(text, LanguageTag.Parse(language)));

    [Fact]
    public void LookupTerm_AcronymInLowerCase_FindsIt() =>
        Assert.Equal("asean", Assert.Single(Lookup.LookupTerm("asean", LanguageTag.Spanish)).Concept.Id);

    [Fact]
    public void LookupTerm_Homograph_FindsEveryConcept() =>
        Assert.Equal(
            ["party-secretary", "asean-secretary"],
            Lookup.LookupTerm("Secretario General", LanguageTag.Spanish).Select(m => m.Concept.Id));

    [Fact]
    public void Suggest_Prefix_GivesTermsOfThatLanguageInOrder()
    {
        Assert.Equal(
            ["alianza estratégica integral", "ASEAN", "asociación estratégica integral"],
            Lookup.Suggest("A", LanguageTag.Spanish).Select(m => m.Term.Text));
        Assert.Single(Lookup.Suggest("A", LanguageTag.Spanish, limit: 1));
        Assert.Empty(Lookup.Suggest("zz", LanguageTag.Spanish));
    }
}
