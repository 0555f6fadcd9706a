using System.Text;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Decoding;

namespace VietJapanTM.Exchange.Tests.Decoding;

public sealed class EncodedTextTests
{
    [Theory]
    [InlineData("windows-1252", "“El señor Núñez”, dijo… – 5 €")]
    [InlineData("iso-8859-1", "¿Año? ¡Sí!")]
    [InlineData("Shift_JIS", "大臣が、ｶﾀｶﾅを読んだ。")]
    [InlineData("euc-jp", "大臣が、読んだ。")]
    [InlineData("iso-2022-jp", "大臣が、読んだ。")]
    [InlineData("utf-16", "El año 日本")]
    [InlineData("utf-16BE", "El año 日本")]
    [InlineData("utf-8", "El año 日本")]
    public void Text_InANamedEncoding_IsRead(string name, string text)
    {
        var encoding = EncodedText.Find(name)!;
        var whole = string.Concat(Enumerable.Repeat(text + "\n", 5_000));
        Assert.Equal(whole, EncodedText.Read(encoding.GetBytes(whole), encoding));
    }

    [Fact]
    public void Vietnamese_InItsCodePage_HasLettersInOnePiece()
    {
        const string Text = "Đồng chí nói: Việt Nam phát triển bền vững.";
        var encoding = EncodedText.Find("windows-1258")!;
        var apart = string.Concat(Text.Normalize(NormalizationForm.FormD).Replace("a\u0302", "â").Replace("e\u0302", "ê").Replace("o\u0302", "ô").Replace("a\u0306", "ă")
            .Replace("e\u0323\u0302", "ê\u0323").Replace("o\u0323\u0302", "ô\u0323").Replace("u\u031B", "ư").Replace("o\u031B", "ơ"));
        Assert.Equal(Text, EncodedText.Read(encoding.GetBytes(apart), encoding));
    }

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("shift_jis")]
    [InlineData("utf-16")]
    public void Mark_AndUtf8_ComeBeforeTheName(string name)
    {
        const string Text = "El año, 日本。 Đông";
        var encoding = EncodedText.Find(name);
        foreach (var marked in new Encoding[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            Assert.Equal(Text, EncodedText.Read([.. marked.GetPreamble(), .. marked.GetBytes(Text)], encoding));
        }

        if (name != "utf-16")
        {
            Assert.Equal(Text, EncodedText.Read(Encoding.UTF8.GetBytes(Text), encoding));
        }
    }

    [Theory]
    [InlineData("windows-1252", "uno\ndos \u00B6", new byte[] { 0x81 }, 9)]
    [InlineData("iso-8859-1", "uno\ndos \u00B6", new byte[] { 0x93 }, 9)]
    [InlineData("shift_jis", "一\n二", new byte[] { 0x82, 0x0A }, 5)]
    [InlineData("euc-jp", "一\n二", new byte[] { 0xFF }, 5)]
    public void Bytes_ThatAreNoTextOfTheEncoding_AreRefusedByOffsetAndLine(string name, string before, byte[] wrong, int offset)
    {
        var encoding = EncodedText.Find(name)!;
        var refusal = Assert.Throws<DomainException>(() => EncodedText.Read([.. encoding.GetBytes(before), .. wrong], encoding));
        Assert.Equal((ErrorCode.TextMalformed, 2), (refusal.Code, refusal.Line));
        Assert.Contains($"offset {offset} (line 2)", refusal.Message);
        Assert.Contains(name, refusal.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("klingon")]
    [InlineData("utf-7")]
    [InlineData("")]
    public void Name_ThatNobodyKnows_IsNull(string name) => Assert.Null(EncodedText.Find(name));

    [Fact]
    public void BinaryData_InANamedEncoding_IsRefused() =>
        Assert.Equal(ErrorCode.FileMalformed, Assert.Throws<DomainException>(() => EncodedText.Read([1, 0, 2, 0xE9], EncodedText.Find("windows-1252"))).Code);
}
