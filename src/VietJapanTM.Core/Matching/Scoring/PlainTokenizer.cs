using System.Globalization;
using System.Text;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Matching.Scoring;

/// <summary>
/// Cuts text into <c>\w+|[^\w\s]</c>, where <c>\w</c> is a letter, a digit, another numeral or an underscore: the tokens that
/// published figures of fuzzy matching are measured over. A combining mark belongs to the token before it, so that composed
/// and decomposed text are cut alike.
/// </summary>
internal static class PlainTokenizer
{
    private enum Class
    {
        Space,
        Word,
        Mark,
        Other,
    }

    /// <summary>Appends the tokens of <paramref name="text"/>, in order.</summary>
    public static void Tokenize(ReadOnlySpan<char> text, List<Token> tokens)
    {
        for (var at = 0; at < text.Length;)
        {
            var first = Classify(text[at..], out var width);
            var end = at + width;
            if (first != Class.Space)
            {
                while (end < text.Length
                    && Classify(text[end..], out width) is var next
                    && (next == Class.Mark || (next == Class.Word && first == Class.Word)))
                {
                    end += width;
                }

                tokens.Add(new Token(at, end - at, first == Class.Word ? TokenKind.Word : TokenKind.Punctuation));
            }

            at = end;
        }
    }

    private static Class Classify(ReadOnlySpan<char> text, out int width)
    {
        var first = text[0];
        width = 1;
        if (first < 0x80)
        {
            return char.IsAsciiLetterOrDigit(first) || first == '_' ? Class.Word
                : first is ' ' or (>= '\t' and <= '\r') or (>= '\x1c' and <= '\x1f') ? Class.Space
                : Class.Other;
        }

        Rune.DecodeFromUtf16(text, out var rune, out width);
        return Rune.IsWhiteSpace(rune) ? Class.Space : Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber
                or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber => Class.Word,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => Class.Mark,
            _ => Class.Other,
        };
    }
}
