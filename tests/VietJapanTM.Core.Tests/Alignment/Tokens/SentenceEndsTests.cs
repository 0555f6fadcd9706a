using VietJapanTM.Alignment;
using VietJapanTM.Alignment.Tokens;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Alignment.Tokens;

public sealed class SentenceEndsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Datos", "Datos")]
    [InlineData("La reunión terminó.", "La reunión terminó.")]
    [InlineData("La reunión terminó. Empezó otra.", "La reunión terminó.| Empezó otra.")]
    [InlineData("¿Vino? ¡Sí! Y se fue…", "¿Vino?| ¡Sí!| Y se fue…")]
    [InlineData("dijo el Sr. Ibáñez en EE. UU. ayer.", "dijo el Sr. Ibáñez en EE. UU. ayer.")]
    [InlineData("It Is Very Bad. While Gen. Mattis and Mr. Ri spoke.", "It Is Very Bad.| While Gen. Mattis and Mr. Ri spoke.")]
    [InlineData("Sie stiegen ab zu Lager IV. Nun schneite es.", "Sie stiegen ab zu Lager IV.| Nun schneite es.")]
    [InlineData("\"He came.\" She left. ", "\"He came.\"| She left. ")]
    [InlineData("And then... Nothing. ", "And then...| Nothing. ")]
    [InlineData("会議は終わった。次の会議が始まった。", "会議は終わった。|次の会議が始まった。")]
    [InlineData("「終わった。」と彼は述べた。", "「終わった。」と彼は述べた。")]
    public void Find_Segment_CutsAfterEachSentence(string text, string expected)
    {
        var ends = new List<int>();
        SentenceEnds.Find(text, ends);
        var starts = ends.Prepend(0);
        Assert.Equal(expected, string.Join('|', starts.Zip(ends.Append(text.Length), (start, end) => text[start..end])));
    }

    [Theory]
    [InlineData("", SentenceEnding.None)]
    [InlineData("Datos", SentenceEnding.Stop)]
    [InlineData("Se fue. ", SentenceEnding.Stop)]
    [InlineData("Se fue (tarde).", SentenceEnding.Stop)]
    [InlineData("in 1997,", SentenceEnding.Break)]
    [InlineData("中国では、", SentenceEnding.Break)]
    [InlineData("a Report ( Journal ) , in ( No .", SentenceEnding.Break)]
    [InlineData("Se fue; ", SentenceEnding.Semicolon)]
    [InlineData("Llegaron：", SentenceEnding.Colon)]
    public void Of_Part_TellsHowItEnds(string text, object expected) => Assert.Equal(expected, SentenceEnds.Of(text));

    [Fact]
    public void Side_SpecksAndMarks_HoldNoWord()
    {
        var side = TokenizedSide.Of(AlignmentSide.OfLines(LanguageTag.Parse("fr"), ["Il vint.", "24 a !", "h * \"", ".....", "日"]).Segments);
        Assert.Equal([true, false, false, false, true], side.HasWord);
    }

    [Fact]
    public void Side_SegmentOfThousandsOfSentences_StaysWhole()
    {
        var text = string.Concat(Enumerable.Repeat("Again the same. ", 2_000));
        var side = TokenizedSide.Of(AlignmentSide.OfLines(LanguageTag.English, [text, "First. Second came."]).Segments);
        Assert.Equal([0, 1, 1, 2], side.Segments);
        Assert.Equal([2_000, 1, 1], side.Ends);
    }

    [Fact]
    public void Side_SegmentOfTwoSentences_HoldsBoth()
    {
        var segments = AlignmentSide.OfLines(LanguageTag.English, ["One.", "Two came. Three left,", "Four."]).Segments;
        var cut = TokenizedSide.Of(segments);
        Assert.Equal([0, 1, 1, 2, 3], cut.Segments);
        Assert.Equal([1, 1, 0, 1], cut.Ends);
        Assert.Equal([true, true, false, true, true], Enumerable.Range(0, 5).Select(cut.IsSegmentStart));
        var whole = TokenizedSide.Of(segments, cut: false);
        Assert.Equal([0, 1, 2, 3], whole.Segments);
        Assert.Equal([1, 1, 1], whole.Ends);
        Assert.Equal(cut.Lengths.Sum(), whole.Lengths.Sum());
    }
}
