using VietJapanTM.Errors;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Text.Normalization;

namespace VietJapanTM.Core.Tests.Matching.Scoring;

public sealed class SegmentScorerTests
{
    [Fact]
    public void Explain_AnyPair_ItemisesTheScoreAndCoversBothTexts() => Seeded.Run(150, random =>
    {
        var generator = new SegmentGenerator(random);
        var source = generator.Segment();
        var query = random.Next(4) == 0 ? generator.Segment() : generator.Edit(source);
        foreach (var profile in MatchProfile.All)
        {
            var language = LanguageTag.Parse(random.Next(2) == 0 ? "es" : "vi");
            var explanation = SegmentScorer.Explain(profile, language, query, source);
            Assert.Equal(SegmentScorer.Score(profile, language, query, source), explanation.Score);
            Assert.Equal(explanation.Distance, explanation.Edits.Sum(e => e.Cost));
            Assert.All(explanation.Edits, e => Assert.True(e.Cost > 0));
            AssertInOrder(query, explanation.Difference.Select(p => (p.Query.StartUtf16, p.Query.EndUtf16)));
            AssertInOrder(source, explanation.Difference.Select(p => (p.Source.StartUtf16, p.Source.EndUtf16)));
        }
    });

    [Fact]
    public void Score_SwappedTexts_IsTheSame() => Seeded.Run(100, random =>
    {
        var generator = new SegmentGenerator(random);
        var (one, other) = (generator.Segment(), generator.Segment());
        foreach (var profile in MatchProfile.All)
        {
            Assert.Equal(
                SegmentScorer.Score(profile, LanguageTag.Spanish, one, other), SegmentScorer.Score(profile, LanguageTag.Spanish, other, one));
        }
    });

    [Fact]
    public void Score_100_OnlyForEqualTextsAfterNormalisation() => Seeded.Run(300, random =>
    {
        var generator = new SegmentGenerator(random);
        var source = generator.Segment();
        var query = generator.Edit(source);
        if (SegmentScorer.Score(MatchProfile.Standard, LanguageTag.Vietnamese, query, source) == 100)
        {
            Assert.Equal(Normal(source), Normal(query));
        }
    });

    [Fact]
    public void Explain_TwoCheapDifferencesOfOneWord_NamesBothAtItsPlace()
    {
        var explanation = SegmentScorer.Explain(MatchProfile.Standard, LanguageTag.Spanish, "😀 LLEGO a Hanói", "😀 llegó a Hanói");
        Assert.Equal([EditKind.Case, EditKind.Accent], explanation.Edits.Select(e => e.Kind));
        var span = explanation.Edits[0].Query;
        Assert.Equal((3, 8, 2, 7), (span.StartUtf16, span.EndUtf16, span.StartCodePoint, span.EndCodePoint));
        Assert.Equal(
            [DifferenceKind.Equal, DifferenceKind.Replace, DifferenceKind.Equal], explanation.Difference.Select(p => p.Kind));
    }

    [Fact]
    public void Explain_WhiteSpace_IsShownWhereItDiffers()
    {
        var explanation = SegmentScorer.Explain(MatchProfile.Standard, LanguageTag.English, "7%", "7 %");
        var edit = Assert.Single(explanation.Edits);
        Assert.Equal((EditAction.Delete, EditKind.WhiteSpace), (edit.Action, edit.Kind));
        Assert.Equal((1, 2), (edit.Source.StartUtf16, edit.Source.EndUtf16));
        Assert.Equal(
            [DifferenceKind.Equal, DifferenceKind.Delete, DifferenceKind.Equal], explanation.Difference.Select(p => p.Kind));
    }

    [Fact]
    public void Explain_TextsTooFarApartAndTooLong_IsRefused()
    {
        var (one, other) = (string.Concat(Enumerable.Repeat("日", 9000)), string.Concat(Enumerable.Repeat("本", 9000)));
        var error = Assert.Throws<DomainException>(() => SegmentScorer.Explain(MatchProfile.Standard, LanguageTag.Japanese, one, other));
        Assert.Equal(ErrorCode.TextTooLong, error.Code);
        Assert.Equal(100, SegmentScorer.Explain(MatchProfile.Standard, LanguageTag.Japanese, one, one).Score);
    }

    [Fact]
    public void Parse_UnknownProfile_NamesTheKnownOnes()
    {
        var error = Assert.Throws<DomainException>(() => MatchProfile.Parse("fuzzy"));
        Assert.Contains("standard, plain", error.Message);
    }

    /// <summary>The spans ascend, and between them lies white space alone.</summary>
    private static void AssertInOrder(string text, IEnumerable<(int Start, int End)> spans)
    {
        var at = 0;
        foreach (var (start, end) in spans)
        {
            Assert.True(start >= at && end >= start, $"{start}–{end} after {at}");
            Assert.True(string.IsNullOrWhiteSpace(text[at..start]));
            at = end;
        }

        Assert.True(string.IsNullOrWhiteSpace(text[at..]));
    }

    /// <summary>The documented normalisation, written once more: composed, ends trimmed, runs of white space by class.</summary>
    private static string Normal(string text)
    {
        var parts = new List<string>();
        foreach (var character in TextFolding.Compose(text).Trim())
        {
            var space = char.IsWhiteSpace(character);
            if (space && parts.Count > 0 && string.IsNullOrWhiteSpace(parts[^1]))
            {
                parts[^1] += character;
            }
            else
            {
                parts.Add(character.ToString());
            }
        }

        return string.Concat(parts.Select(p => !string.IsNullOrWhiteSpace(p) ? p
            : p == " " ? "<space>"
            : p is "\u00A0" or "\u202F" ? "<no-break>"
            : p.AsSpan().IndexOfAny("\n\r\v\f\u0085\u2028\u2029") >= 0 ? "<line>"
            : p.Trim('\u3000').Length == 0 ? "<wide>"
            : "<other>"));
    }
}
