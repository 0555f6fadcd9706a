using VietJapanTM.Exchange.Bilingual;

namespace VietJapanTM.Exchange.Tests.Bilingual;

public sealed class LocatedTextTests
{
    [Theory]
    [InlineData("<g id='1'>uno</g>", 0, 3, 11, 14)]
    [InlineData("a<g id='1'>uno</g>b", 1, 4, 12, 15)]
    [InlineData("a&amp;b", 1, 2, 2, 7)]
    [InlineData("<![CDATA[uno]]>", 0, 3, 10, 13)]
    [InlineData("𠮷uno", 2, 5, 3, 6)]
    public void LocateEnd_BeforeATag_EndsWithTheWord(string raw, int start, int end, int column, int endColumn)
    {
        var text = MarkupScanner.Scan(new RawSlice(raw, 1, 1));

        Assert.Equal(((1, column), (1, endColumn)), (text.Locate(start), text.LocateEnd(end)));
    }

    [Theory]
    [InlineData("uno dos", 4, 7, "tres & más", "uno tres &amp; más")]
    [InlineData("a <g id='1'>dos</g>", 2, 5, "tres", "a <g id='1'>tres</g>")]
    [InlineData("x&amp;y", 1, 2, "+", "x+y")]
    [InlineData("<![CDATA[a dos]]>", 2, 5, "a&b", "<![CDATA[a a&b]]>")]
    [InlineData("do<g id='1'>s</g>", 0, 3, "tres", null)]
    [InlineData("d\nos", 0, 4, "tres", null)]
    [InlineData("uno", 0, 3, "a\nb", null)]
    public void Edit_OfMarkup_EscapesOrRefuses(string raw, int start, int end, string replacement, string? expected) =>
        Assert.Equal(expected, Apply(raw, MarkupScanner.Scan(new RawSlice(raw, 1, 1)).Edit(start, end, replacement)));

    [Fact]
    public void Edit_OfAnEmptyRange_IsACallersBug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MarkupScanner.Scan(new RawSlice("uno", 1, 1)).Edit(1, 1, "x"));

    private static string? Apply(string raw, TextEdit? edit)
    {
        if (edit is null)
        {
            return null;
        }

        Assert.Equal(edit.Old, raw[(edit.Column - 1)..(edit.EndColumn - 1)]);
        return raw[..(edit.Column - 1)] + edit.New + raw[(edit.EndColumn - 1)..];
    }
}
