using VietJapanTM.Matching.Indexing.Chunks;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Core.Tests.Matching.Indexing.Chunks;

public sealed class FormCacheTests
{
    [Fact]
    public void Find_MoreTokensThanAreRemembered_AnswersAsTheAnalyzerDoes() => Seeded.Run(1, random =>
    {
        var analyzer = new SegmentAnalyzer(MatchProfile.Standard, LanguageTag.Spanish);
        var cache = new FormCache(analyzer);
        for (var i = 0; i < 100_000; i++)
        {
            // Short ones recur, long ones do not, and some are longer than any that is remembered.
            var token = new string((char)('a' + random.Next(26)), random.Next(1, 4)) + (random.Next(2) == 0 ? "" : $"{i}") + new string('x', random.Next(200) == 0 ? 80 : 0);
            var form = cache.Find(token, TokenKind.Word);
            var expected = analyzer.FormOf(token, TokenKind.Word);
            Assert.Equal((expected.Text, expected.Fold, expected.Kind), (form.Form.Text, form.Form.Fold, form.Form.Kind));
        }
    });

    [Fact]
    public void Find_SameTokenAgain_AnswersTheSameForm()
    {
        var cache = new FormCache(new SegmentAnalyzer(MatchProfile.Plain, LanguageTag.Spanish));
        foreach (var token in new[] { "a", "de", "los", "casa", "casas", "Administración" })
        {
            Assert.Same(cache.Find(token, TokenKind.Word), cache.Find(token, TokenKind.Word));
        }
    }

    [Fact]
    public void Find_FromSeveralThreads_AnswersAsTheAnalyzerDoes()
    {
        var cache = new FormCache(new SegmentAnalyzer(MatchProfile.Plain, LanguageTag.Spanish));
        Parallel.For(0, 4, worker =>
        {
            for (var i = 0; i < 50_000; i++)
            {
                var token = $"T{(i * (worker + 1)) % 40_000}";
                Assert.Equal(token.ToLowerInvariant(), cache.Find(token, TokenKind.Word).Form.Fold);
            }
        });
    }
}
