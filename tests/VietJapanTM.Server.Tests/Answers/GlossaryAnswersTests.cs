using VietJapanTM.Model;
using VietJapanTM.Server.Answers;
using VietJapanTM.Server.Workspace;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Tests.Answers;

public sealed class GlossaryAnswersTests
{
    private static readonly GlossarySnapshot Glossary = GlossarySnapshot.Of(
    [
        Concept("wide", "asociación estratégica integral"),
        Concept("narrow", "asociación estratégica"),
    ]);

    [Theory]
    [InlineData("es", "en", new[] { "no-terms-in-target-language" })]
    [InlineData("fr", "es", new[] { "no-terms-in-language" })]
    [InlineData("fr", "en", new[] { "no-terms-in-language", "no-terms-in-target-language" })]
    [InlineData("es-MX", "es", new string[0])]
    public void Answers_LanguageWithoutTerms_SayWhy(string language, string target, string[] reasons)
    {
        var recognised = GlossaryAnswers.RecognizeTerms(
            Glossary, new Wire.RecognizeTermsRequest { Text = "nada", LanguageCode = language, TargetLanguageCodes = { target } });
        var found = GlossaryAnswers.LookupTerm(
            Glossary, new Wire.LookupTermRequest { Text = "nada", LanguageCode = language, TargetLanguageCodes = { target } });

        Assert.Equal(reasons, recognised.Notices.Select(n => n.Reason));
        Assert.Equal(reasons, found.Notices.Select(n => n.Reason));
        Assert.All(found.Notices, n => Assert.EndsWith("its languages are es.", n.Message));
    }

    [Fact]
    public void RecognizeTerms_EmptyGlossary_SaysThatItIsEmpty() => Assert.Equal(
        "The glossary has no term in 'es'; it is empty.",
        Assert.Single(GlossaryAnswers.RecognizeTerms(GlossarySnapshot.Empty, new Wire.RecognizeTermsRequest { Text = "a", LanguageCode = "es" }).Notices).Message);

    [Theory]
    [InlineData(false, new[] { "asociación estratégica integral" })]
    [InlineData(true, new[] { "asociación estratégica integral", "asociación estratégica" })]
    public void RecognizeTerms_Overlapping_GivesTermsInsideOthers(bool overlapping, string[] expected) => Assert.Equal(
        expected,
        GlossaryAnswers.RecognizeTerms(
            Glossary,
            new Wire.RecognizeTermsRequest { Text = "una asociación estratégica integral", LanguageCode = "es", Overlapping = overlapping })
            .Occurrences.Select(o => o.Text));

    private static Concept Concept(string id, string spanish) => new()
    {
        Id = id,
        Languages = [new LanguageSection { Language = LanguageTag.Spanish, Terms = [new Term { Text = spanish, Status = AdministrativeStatus.Preferred }] }],
    };
}
