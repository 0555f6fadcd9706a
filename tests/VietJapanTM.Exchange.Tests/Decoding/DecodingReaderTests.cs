using System.Text;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Decoding;

namespace VietJapanTM.Exchange.Tests.Decoding;

public sealed class DecodingReaderTests
{
    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    public void Text_OfAnyUnicodeEncoding_IsDecodedAcrossBlocks(string name, bool withMark)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = string.Concat(Enumerable.Repeat("Tiếng Việt 𠮷 日本\r\n", 10_000));
        var bytes = (withMark ? encoding.GetPreamble() : []).Concat(encoding.GetBytes(text)).ToArray();

        Assert.Equal(text, Read(bytes));
    }

    [Theory]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("windows-1252", true)]
    [InlineData("windows-1254", true)]
    [InlineData("windows-1251", true)]
    [InlineData("shift_jis", true)]
    [InlineData("euc-jp", true)]
    [InlineData("iso-8859-13", true)]
    public void Xml_WithoutAMark_IsDecodedByItsDeclaration(string name, bool isNamed)
    {
        var encoding = isNamed ? CodePagesEncodingProvider.Instance.GetEncoding(name)! : Encoding.GetEncoding(name);
        var words = name switch { "windows-1251" => "слово", "shift_jis" or "euc-jp" => "日本語", "windows-1254" => "ışık", "iso-8859-13" => "ąžė", _ => "año" };
        var text = $"<?xml version='1.0' encoding='{name}'?><a>{words}</a>";

        Assert.Equal(text, Read(encoding.GetBytes(text)));
    }

    [Fact]
    public void Xml_DeclaringUtf16InSingleBytes_IsReadAsUtf8() =>
        Assert.Equal("<?xml version='1.0' encoding='utf-16'?><a>é</a>", Read("<?xml version='1.0' encoding='utf-16'?><a>é</a>"u8.ToArray()));

    [Fact]
    public void Xml_DeclaringAnUnknownEncoding_IsRefusedByName() =>
        Assert.Contains("'klingon'", Assert.Throws<DomainException>(() => Read("<?xml version='1.0' encoding='klingon'?><a/>"u8.ToArray())).Message);

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    [InlineData("windows-1258")]
    public void Xml_InUtf8ThatDeclaresSingleBytes_IsRefusedAtTheFirstLetter(string name)
    {
        foreach (var offset in new[] { 60, 32_700, 32_767, 32_768, 70_000 })
        {
            var start = $"<?xml version='1.0' encoding='{name}'?>\n<a>";
            var text = start + new string('x', offset - start.Length) + "biển Đông";
            var refusal = Assert.Throws<DomainException>(() => Read(Encoding.UTF8.GetBytes(text)));
            Assert.Contains($"declares {name}", refusal.Message, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(2, refusal.Line);
        }
    }

    /// <summary>Overlong form, lone continuation, surrogate in UTF-8, cut sequence, byte that never occurs.</summary>
    [Theory]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xE2, 0x82 })]
    [InlineData(new byte[] { 0xFF })]
    public void InvalidUtf8_AtAnyOffset_IsRefusedByThatOffset(byte[] invalid)
    {
        foreach (var offset in new[] { 0, 1, 100, 32_766, 32_767, 32_768, 32_769, 65_535, 70_000 })
        {
            foreach (var tail in new[] { 0, 5 })
            {
                var bytes = Enumerable.Repeat((byte)'a', offset).Concat(invalid).Concat(Enumerable.Repeat((byte)'b', tail)).ToArray();
                for (var i = 9; i < offset; i += 10)
                {
                    bytes[i] = (byte)'\n';
                }

                var message = Assert.Throws<DomainException>(() => Read(bytes)).Message;

                Assert.Contains($"offset {offset} (line {(offset / 10) + 1})", message);
            }
        }
    }

    private static string Read(byte[] bytes)
    {
        using var reader = new DecodingReader(new MemoryStream(bytes), EncodingDeclaration.Xml);
        return reader.ReadToEnd();
    }
}
