using VietJapanTM.Matching.Analysis;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Matching.Analysis;

public sealed class RepetitionFinderTests
{
    private static readonly string[] Pieces =
    [
        " ", "  ", "\u00A0", "\u3000", "\n", "a", "A", "hòa", "hoà", "ho\u0300a", "acuerdo", "acuerdó", "Ａ", "1", "２", "1,5", ".", ",", "…", "\u0001", "\u0002",
        "\u200B", "\u00AD", "カ\u3099", "ガ", "ｶﾞ", "東", "京", "\ud842", "👍🏽",
    ];

    [Theory]
    [InlineData("El acuerdo fue firmado.", "  El acuerdo fue firmado. ", true)]
    [InlineData("El acuerdo fue firmado.", "El acuerdo fue firmado", false)]
    [InlineData("El acuerdo fue firmado.", "el acuerdo fue firmado.", false)]
    [InlineData("El acuerdo  fue firmado.", "El acuerdo   fue firmado.", true)]
    [InlineData("El acuerdo fue firmado.", "El acuerdo\u00A0fue firmado.", false)]
    [InlineData("La reunión", "La reunio\u0301n", true)]
    public void Segment_IsARepetition_WhereAnEarlierOneIsTheSame(string first, string second, bool expected)
    {
        var finder = new RepetitionFinder(LanguageTag.Spanish);
        Assert.False(finder.IsRepetition(first));
        Assert.Equal(expected, finder.IsRepetition(second));
    }

    [Fact]
    public void Repetition_OfAnyTwoTexts_IsWhatTheStandardProfileScores100() => Seeded.Run(3_000, random =>
    {
        var language = LanguageTag.Parse(random.Next(3) switch { 0 => "es", 1 => "vi", _ => "ja" });
        var first = string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pieces[random.Next(Pieces.Length)]));
        var second = random.Next(4) == 0
            ? string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pieces[random.Next(Pieces.Length)]))
            : first.Replace(Pieces[random.Next(Pieces.Length)], Pieces[random.Next(Pieces.Length)], StringComparison.Ordinal);
        var finder = new RepetitionFinder(language);

        Assert.False(finder.IsRepetition(first));
        Assert.Equal(
            SegmentScorer.Score(MatchProfile.Standard, language, second, first) == 100,
            finder.IsRepetition(second));
    });
}
