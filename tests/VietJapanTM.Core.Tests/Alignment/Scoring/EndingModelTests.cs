using VietJapanTM.Alignment;
using VietJapanTM.Alignment.Scoring;
using VietJapanTM.Alignment.Tokens;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Alignment.Scoring;

public sealed class EndingModelTests
{
    private static readonly string[] Ends = [".", "", ",", ";", ":", " (Nr. 2", "?"];

    [Fact]
    public void Ratios_AnyTexts_PunishABreakBesideAStopAndNothingElse() => Seeded.Run(60, random =>
    {
        var (x, y) = (Side(random, LanguageTag.Parse("de")), Side(random, LanguageTag.Parse("fr")));
        var model = new EndingModel(x, y);
        for (var i = 0; i < x.Count; i++)
        {
            for (var j = 0; j < y.Count; j++)
            {
                var ratios = model.Ratios(i, j);
                for (var k = 0; k < Math.Min(16, y.Count - j); k++)
                {
                    Assert.Equal(Ratio(x.Endings[i], y.Endings[j + k]), ratios[k]);
                }
            }
        }
    });

    /// <summary>What two endings are worth together.</summary>
    internal static float Ratio(SentenceEnding one, SentenceEnding other) =>
        (one, other) is (SentenceEnding.Stop, SentenceEnding.Break) or (SentenceEnding.Break, SentenceEnding.Stop) ? -3f : 0;

    private static TokenizedSide Side(Random random, LanguageTag language) => TokenizedSide.Of(AlignmentSide.OfLines(
        language, [.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => "Wort" + Ends[random.Next(Ends.Length)])]).Segments);
}
