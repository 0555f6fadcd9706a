using System.Text;
using VietJapanTM.Text.Normalization;

namespace VietJapanTM.Core.Tests.Text.Normalization;

public sealed class TextFoldingTests
{
    private static readonly Func<string, string>[] Folds =
        [TextFolding.FoldWidth, TextFolding.FoldCase, TextFolding.FoldSpanishAccents, TextFolding.RemoveInvisible, TonePlacement.Fold, TextFolding.Compose];

    [Theory]
    [InlineData("e\u0301", "é")]
    [InlineData("Tie\u0302\u0301ng Vie\u0323\u0302t", "Tiếng Việt")]
    [InlineData("\u1112\u1161\u11AB", "한")]
    [InlineData("カ\u3099", "ガ")]
    [InlineData("\u212B", "Å")]
    public void Compose_DecomposedText_IsComposed(string text, string expected) => Assert.Equal(expected, TextFolding.Compose(text));

    [Fact]
    public void Compose_LoneSurrogateOrNoncharacter_IsLeftAlone()
    {
        foreach (var text in new[] { "e\u0301\uD800", "e\u0301\uFFFE" })
        {
            Assert.Same(text, TextFolding.Compose(text));
        }
    }

    [Theory]
    [InlineData("ＡＢＣ１２３！", "ABC123!")]
    [InlineData("ｶﾞｷﾞ･ﾊﾟ", "ガギ・パ")]
    [InlineData("日本\u3000語", "日本 語")]
    [InlineData("①㍿", "①㍿")]
    [InlineData("año", "año")]
    public void FoldWidth_WideAndNarrowForms_BecomeOrdinary(string text, string expected) => Assert.Equal(expected, TextFolding.FoldWidth(text));

    [Theory]
    [InlineData("ÁRBOL Ñandú", "árbol ñandú")]
    [InlineData("ĐỐI TÁC", "đối tác")]
    [InlineData("ΟΔΟΣ οδος", "οδοσ οδοσ")]
    [InlineData("Straße", "straße")]
    public void FoldCase_Capitals_BecomeSmall(string text, string expected) => Assert.Equal(expected, TextFolding.FoldCase(text));

    [Theory]
    [InlineData("relación pingüino ÁÉÍÓÚÜ", "relacion pinguino AEIOUU")]
    [InlineData("año niño", "año niño")]
    [InlineData("à ê ã ç ö", "à ê ã ç ö")]
    public void FoldSpanishAccents_OnlyVowels_AreFolded(string text, string expected) =>
        Assert.Equal(expected, TextFolding.FoldSpanishAccents(text));

    [Theory]
    [InlineData("a\u00ADb\u200Bc\u200Dd\uFEFFe\u202Ef\u2066g", "abcdefg")]
    [InlineData("❤\uFE0F", "❤")]
    [InlineData("می\u200Cخواهم", "میخواهم")]
    [InlineData("e\u200D\u0301", "é")]
    public void RemoveInvisible_FormatCharacters_Go(string text, string expected) => Assert.Equal(expected, TextFolding.RemoveInvisible(text));

    [Theory]
    [InlineData("hòa", "hoà")]
    [InlineData("HÒA", "HOÀ")]
    [InlineData("thúy", "thuý")]
    [InlineData("qúy", "quý")]
    [InlineData("gìa", "già")]
    [InlineData("khỏe", "khoẻ")]
    [InlineData("Hòa Bình", "Hoà Bình")]
    public void FoldTonePlacement_TwoSpellingsOfOneSyllable_AreOne(string one, string other) =>
        Assert.Equal(TonePlacement.Fold(one), TonePlacement.Fold(other));

    [Theory]
    [InlineData("hòa", "hóa")]
    [InlineData("hòa", "hoa")]
    [InlineData("ma", "má")]
    [InlineData("bán", "bàn")]
    [InlineData("tuần", "tuân")]
    [InlineData("của", "cùa")]
    public void FoldTonePlacement_TwoSyllables_StayTwo(string one, string other) =>
        Assert.NotEqual(TonePlacement.Fold(one), TonePlacement.Fold(other));

    [Theory]
    [InlineData("a\uD83D\uDE00b", false)]
    [InlineData("", false)]
    [InlineData("á", false)]
    public void HasLoneSurrogate_ValidText_IsFalse(string text, bool expected) => Assert.Equal(expected, TextFolding.HasLoneSurrogate(text));

    [Fact]
    public void HasLoneSurrogate_Halves_IsTrue()
    {
        Assert.True(TextFolding.HasLoneSurrogate("a\uD83D"));
        Assert.True(TextFolding.HasLoneSurrogate("\uDE00"));
        Assert.True(TextFolding.HasLoneSurrogate("\uDE00\uD83D"));
        Assert.True(TextFolding.HasLoneSurrogate("\uD83D\uD83D\uDE00"));
        Assert.True(TextFolding.HasLoneSurrogate("\uE000 \uD83D"));
    }

    [Fact]
    public void EveryFold_AnyComposedText_IsIdempotentAndKeepsTheInstance() => Seeded.Run(300, random =>
    {
        var text = TextFolding.Compose(AnyText(random));
        foreach (var fold in Folds)
        {
            var once = fold(text);
            Assert.Same(once, fold(once));
            if (once == text)
            {
                Assert.Same(text, once);
            }
        }
    });

    private static string AnyText(Random random)
    {
        var text = new StringBuilder();
        for (var count = random.Next(30); count > 0; count--)
        {
            var code = random.Next(8) switch
            {
                0 => random.Next(0x20, 0x7F),
                1 => random.Next(0xA0, 0x250),
                2 => random.Next(0x300, 0x400),
                3 => random.Next(0x1EA0, 0x1F00),
                4 => random.Next(0x2000, 0x2070),
                5 => random.Next(0x3000, 0x3100),
                6 => random.Next(0xFE00, 0xFFFF),
                _ => random.Next(0x1F300, 0x1F700),
            };
            text.Append(char.ConvertFromUtf32(code));
        }

        return text.ToString();
    }
}
