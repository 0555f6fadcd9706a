using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Core.Tests.Text.Tokens;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Asociación Estratégica Integral.", "Asociación|Estratégica|Integral|.")]
    [InlineData("50 aniversario, 3.5 % y 1,234", "50|aniversario|,|3.5|%|y|1,234")]
    [InlineData("Asean-Japón (AZEC)", "Asean|-|Japón|(|AZEC|)")]
    [InlineData("Đối tác Chiến lược toàn diện", "Đối|tác|Chiến|lược|toàn|diện")]
    [InlineData("日本とベトナムの首脳。", "日|本|と|ベトナム|の|首|脳|。")]
    [InlineData("COVID19 2km", "COVID19|2|km")]
    [InlineData("Vo\u0303 Va\u0306n", "Vo\u0303|Va\u0306n")]
    [InlineData("フ\u309Aラは\u309A", "フ\u309Aラ|は\u309A")]
    [InlineData("３．５％", "３．５|％")]
    [InlineData("a 👩‍👩‍👧👍🏽 🇻🇳!", "a|👩‍👩‍👧|👍🏽|🇻🇳|!")]
    [InlineData("", "")]
    public void Tokenize_Text_CutsAsDocumented(string text, string expected)
    {
        var tokens = Tokenizer.Tokenize(text).Select(t => t.Of(text).ToString());
        Assert.Equal(expected, string.Join('|', tokens));
    }

    [Fact]
    public void Tokenize_RandomText_CoversEveryCharacterButWhiteSpaceOnce() => Seeded.Run(300, random =>
    {
        var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => random.Next(6) switch
        {
            0 => " ",
            1 => ((char)random.Next(1, 0x250)).ToString(),
            2 => ((char)random.Next(0x3000, 0x3100)).ToString(),
            3 => ((char)random.Next(0xD800, 0xE000)).ToString(),
            4 => char.ConvertFromUtf32(random.Next(0x1F300, 0x1F600)),
            _ => ((char)random.Next('a', 'z')).ToString(),
        }));
        var covered = new bool[text.Length];
        var last = 0;
        foreach (var token in Tokenizer.Tokenize(text))
        {
            Assert.True(token.Length > 0 && token.Start >= last);
            last = token.End;
            covered.AsSpan(token.Start, token.Length).Fill(true);
        }

        for (var i = 0; i < text.Length; i++)
        {
            Assert.True(covered[i] || char.IsWhiteSpace(text[i]) || text[i] is >= '\x1c' and <= '\x1f', $"offset {i}");
        }
    });
}
