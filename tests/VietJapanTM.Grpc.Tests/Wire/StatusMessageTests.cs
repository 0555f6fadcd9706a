using Grpc.Wire;

namespace VietJapanTM.Grpc.Tests.Wire;

public sealed class StatusMessageTests
{
    [Theory]
    [InlineData("plain text!", "plain text!")]
    [InlineData("100%", "100%25")]
    [InlineData("a\r\nb", "a%0D%0Ab")]
    [InlineData("ế☃", "%E1%BA%BF%E2%98%83")]
    [InlineData("\ud83d\ude00", "%F0%9F%98%80")]
    public void Encode_Text_EscapesAllButPrintableAscii(string text, string encoded)
    {
        Assert.Equal(encoded, StatusMessage.Encode(text));
        Assert.Equal(text, StatusMessage.Decode(encoded));
    }

    [Fact]
    public void Encode_LoneSurrogate_BecomesReplacementCharacter() => Assert.Equal("a%EF%BF%BDb", StatusMessage.Encode("a\ud800b"));

    [Theory]
    [InlineData("a", 4096)]
    [InlineData("ế", 4095)]
    [InlineData("\ud83d\ude00", 4092)]
    public void Encode_TooLong_IsCutBetweenCharacters(string unit, int length)
    {
        var encoded = StatusMessage.Encode(string.Concat(Enumerable.Repeat(unit, 5000)));
        Assert.Equal(length, encoded.Length);
        Assert.Empty(StatusMessage.Decode(encoded).Replace(unit, ""));
    }

    [Theory]
    [InlineData("50% of", "50% of")]
    [InlineData("%", "%")]
    [InlineData("%4", "%4")]
    [InlineData("%zz%41", "%zzA")]
    public void Decode_InvalidEscape_StaysAsItCame(string encoded, string text) => Assert.Equal(text, StatusMessage.Decode(encoded));

    [Fact]
    public void Decode_OfEncode_IsIdentity() => Seeded.Run(200, random =>
    {
        var runes = Enumerable.Range(0, random.Next(60)).Select(_ => new System.Text.Rune(random.Next(2) == 0 ? random.Next(0x80) : random.Next(0xe000, 0x110000)));
        var text = string.Concat(runes);
        Assert.Equal(text, StatusMessage.Decode(StatusMessage.Encode(text)));
    });
}
