using VietJapanTM.Text.Segmentation;

namespace VietJapanTM.Core.Tests.Text.Segmentation;

public sealed class WrappedLinesTests
{
    private const string Wrapped = "The President of the Republic and the Prime\nMinister of Japan signed, in the capital and\nin public, twelve agreements. They left.";

    [Fact]
    public void Join_WrappedParagraph_PutsABlankForEachLineEnd() =>
        Assert.Equal(Wrapped.Replace('\n', ' '), WrappedLines.Join(Wrapped).ToString());

    [Fact]
    public void Join_WindowsLineEndsAndIndents_KeepEveryOffset()
    {
        var text = "Title\n\n" + Wrapped.Replace("\n", "  \r\n   ", StringComparison.Ordinal) + "\r\n\r\nEnd";
        Assert.Equal("Title\n\n" + Wrapped.Replace("\n", "       ", StringComparison.Ordinal) + "\r\n\r\nEnd", WrappedLines.Join(text).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("one line")]
    [InlineData("a line that has no room for the word that\nbegins the next one")]
    [InlineData("a line that has room left\nfor the word that begins the next one here and\nthe next")]
    [InlineData("Headlines that are all as long as others\nAs many words as fill a line of this one\nAnd one more of them which is as long")]
    [InlineData("- an item that takes the line as a whole\n- an item that takes the line as a whole\n- an item that takes the line as a whole")]
    [InlineData("1. an item that takes the line as a whole\n2. an item that takes the line as a whole\n(c) an item that takes the line as whole")]
    [InlineData("<item kind=\"that takes the line as a whole\">\n<item kind=\"that takes the line as a whole\">\n<item kind=\"that takes the line as a whole\">")]
    public void Join_OtherLines_ReturnsTheVeryText(string text) => Assert.True(WrappedLines.Join(text) == text.AsSpan());

    [Fact]
    public void Join_RandomLines_ChangesNothingButLineEnds() => Seeded.Run(200, random =>
    {
        string[] pieces = ["word ", "El ", "de ", "日本", "。", "\n", "\r\n", "- ", "1. ", "(", "\n\n", ".", " ", "x"];
        var text = string.Concat(Enumerable.Range(0, random.Next(120)).Select(_ => pieces[random.Next(pieces.Length)]));
        var joined = WrappedLines.Join(text).ToString();
        Assert.Equal(text.Length, joined.Length);
        Assert.All(Enumerable.Range(0, text.Length).Where(i => text[i] != joined[i]), i => Assert.True(char.IsWhiteSpace(text[i]) && joined[i] == ' '));
    });
}
