using System.Text;
using VietJapanTM.Alignment.Tokens;
using VietJapanTM.Text.Normalization;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Terminology.Checking.Names;

/// <summary>A word with a capital, which may be part of a name.</summary>
/// <param name="Token">Its place.</param>
/// <param name="Index">The index of its token.</param>
/// <param name="Folded">In lower case and without accents, so that <c>Võ</c> and <c>Vo</c> are one.</param>
internal readonly record struct NameWord(Token Token, int Index, string Folded)
{
    /// <summary>The words with capitals, in order.</summary>
    public static List<NameWord> In(string text, List<Token> tokens)
    {
        var words = new List<NameWord>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Word
                && Rune.DecodeFromUtf16(tokens[i].Of(text), out var first, out _) == System.Buffers.OperationStatus.Done && Rune.IsUpper(first))
            {
                words.Add(new NameWord(tokens[i], i, Fold(tokens[i].Of(text))));
            }
        }

        return words;
    }

    /// <summary>A word in lower case and without accents.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        if (Ascii.IsValid(word))
        {
            return string.Create(word.Length, word, static (folded, letters) => Ascii.ToLower(letters, folded, out _));
        }

        var composed = TextFolding.Compose(word.ToString());
        return string.Create(composed.Length, composed, static (folded, letters) =>
        {
            for (var i = 0; i < folded.Length; i++)
            {
                folded[i] = char.ToLowerInvariant(LetterFolding.Fold(letters[i]));
            }
        });
    }
}
