using VietJapanTM.Model;
using VietJapanTM.Terminology;
using VietJapanTM.Terminology.Extraction;
using static VietJapanTM.Core.Tests.Terminology.TestGlossary;

namespace VietJapanTM.Core.Tests.Terminology.Extraction;

public sealed class TermExtractorTests
{
    private static readonly AlignedText[] Spanish =
    [
        new("La cadena de suministro global se detuvo.", "The global supply chain stopped."),
        new("Las cadenas de suministro dependen del puerto.", "Supply chains depend on the port."),
        new("El puerto espera una cadena de suministro estable.", "The port awaits a stable supply chain."),
        new("El ministro visitó el puerto ayer.", "The minister visited the port yesterday."),
        new("El ministro habló con la prensa.", "The minister spoke to the press."),
        new("La prensa preguntó por el tifón.", "The press asked about the typhoon."),
        new("Un tifón cruzó la costa.", "A typhoon crossed the coast."),
        new("Nada nuevo en la costa.", "Nothing new on the coast."),
    ];

    private static readonly AlignedText[] Japanese =
    [
        new("両国は海上保安協力を進める。", "The two countries advance maritime security cooperation."),
        new("海上保安協力の会議が開かれた。", "A meeting on maritime security cooperation was held."),
        new("今後も海上保安協力が続く。", "The maritime security cooperation goes on."),
        new("会議は東京であった。", "The meeting was in Tokyo."),
        new("次の会議はハノイで開く。", "The next meeting is in Hanoi."),
    ];

    [Fact]
    public void Extract_InflectedPhrase_IsOneCandidateWithItsEquivalentAndExample()
    {
        var best = Extract(Spanish, "es", "en")[0];
        Assert.Equal(("cadena de suministro", 3), (best.Text, best.Count));
        Assert.Equal("supply chain", best.Equivalents[0].Text, ignoreCase: true);
        Assert.Equal(3, best.Equivalents[0].Count);
        Assert.Equal(Spanish[0], best.Examples[0]);
    }

    [Fact]
    public void Extract_TheOtherDirection_FindsThePairAgain()
    {
        var best = Extract([.. Spanish.Select(t => new AlignedText(t.Target, t.Source))], "en", "es")[0];
        Assert.Equal("supply chain", best.Text, ignoreCase: true);
        Assert.Equal("cadena de suministro", best.Equivalents[0].Text);
    }

    [Fact]
    public void Extract_Japanese_CutsWhereTheTextBranches()
    {
        var candidates = Extract(Japanese, "ja", "en");
        Assert.Equal("海上保安協力", candidates[0].Text);
        Assert.Equal("maritime security cooperation", candidates[0].Equivalents[0].Text);
        Assert.DoesNotContain(candidates, c => c.Text is "海上保" or "上保安" or "保安協");
    }

    [Fact]
    public void Extract_TermOfTheGlossary_IsLeftOut()
    {
        var known = new TermRecognizer([Concept("chain", "es:cadena de suministro", "en:supply chain")]);
        var candidates = TermExtractor.Extract(Spanish, LanguageTag.Spanish, LanguageTag.English, known);
        Assert.DoesNotContain(candidates, c => c.Text.Contains("suministro", StringComparison.Ordinal) && c.Text.Contains("cadena", StringComparison.Ordinal));
    }

    [Fact]
    public void Extract_Options_BoundTheAnswer()
    {
        var options = new ExtractionOptions { LeastCount = 3, Limit = 1, Equivalents = 1, Examples = 1 };
        var candidate = Assert.Single(TermExtractor.Extract(Spanish, LanguageTag.Spanish, LanguageTag.English, TermRecognizer.Empty, options));
        Assert.Equal((1, 1), (candidate.Equivalents.Length, candidate.Examples.Length));
    }

    [Fact]
    public void Extract_Nothing_GivesNothing() =>
        Assert.Empty(TermExtractor.Extract([], LanguageTag.Vietnamese, LanguageTag.Japanese, TermRecognizer.Empty));

    [Fact]
    public void Extract_NoCandidate_BeginsOrEndsWithAFunctionWord() => Assert.All(
        Extract(Spanish, "es", "en"),
        c => Assert.DoesNotMatch("^(el|la|las|los|de|del|un|una)\\b|\\b(el|la|las|los|de|del|un|una)$", c.Text.ToLowerInvariant()));

    private static IReadOnlyList<TermCandidate> Extract(IReadOnlyList<AlignedText> texts, string source, string target) =>
        TermExtractor.Extract(texts, LanguageTag.Parse(source), LanguageTag.Parse(target), TermRecognizer.Empty);
}
