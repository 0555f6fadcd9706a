using System.Buffers;
using System.Globalization;
using System.Text;

namespace VietJapanTM.Text.Tokens;

/// <summary>
/// Cuts text into tokens for matching, terminology and alignment, in one pass and without a language: Spanish and English
/// words, Vietnamese syllables, single ideographs, runs of hiragana and of katakana, numbers, punctuation. Thread-safe.
/// </summary>
/// <remarks>
/// A word is a run of letters, marks and digits that begins with a letter; an apostrophe or a hyphen ends it. A change between
/// Latin letters, hiragana and katakana ends a run too, because Japanese has no spaces. A symbol is a whole grapheme cluster: an
/// emoji of several code points is one token. Invalid surrogates count as punctuation.
/// </remarks>
public static class Tokenizer
{
    private enum Script : byte
    {
        Space,
        Letter,
        Hiragana,
        Katakana,
        Ideograph,
        Digit,
        Mark,
        Other,
    }

    /// <summary>Appends the tokens of <paramref name="text"/> to <paramref name="tokens"/>, in order.</summary>
    public static void Tokenize(ReadOnlySpan<char> text, List<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var at = 0;
        while (at < text.Length)
        {
            var script = Classify(text[at..], out var width);
            var end = at + width;
            switch (script)
            {
                case Script.Space:
                    break;
                case Script.Letter or Script.Hiragana or Script.Katakana:
                    end = EndOfWord(text, end, script);
                    tokens.Add(new Token(at, end - at, TokenKind.Word));
                    break;
                case Script.Digit:
                    end = EndOfNumber(text, end);
                    tokens.Add(new Token(at, end - at, TokenKind.Number));
                    break;
                default:
                    end = text[at] < 0x80 ? end : Math.Max(end, at + StringInfo.GetNextTextElementLength(text[at..]));
                    end = SkipMarks(text, end);
                    tokens.Add(new Token(at, end - at, script == Script.Ideograph ? TokenKind.Ideograph : TokenKind.Punctuation));
                    break;
            }

            at = end;
        }
    }

    /// <summary>The tokens of <paramref name="text"/>.</summary>
    public static List<Token> Tokenize(ReadOnlySpan<char> text)
    {
        var tokens = new List<Token>(text.Length / 5 + 4);
        Tokenize(text, tokens);
        return tokens;
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int at, Script script)
    {
        while (at < text.Length)
        {
            var next = Classify(text[at..], out var width);
            if (next != script && next != Script.Mark && !(next == Script.Digit && script == Script.Letter))
            {
                break;
            }

            at += width;
        }

        return at;
    }

    private static int EndOfNumber(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length)
        {
            if (Classify(text[at..], out var width) == Script.Digit)
            {
                at += width;
            }
            else if (text[at] is '.' or ',' or ':' or '．' or '，' or '：' && at + 1 < text.Length && Classify(text[(at + 1)..], out _) == Script.Digit)
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static int SkipMarks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Classify(text[at..], out var width) == Script.Mark)
        {
            at += width;
        }

        return at;
    }

    private static Script Classify(ReadOnlySpan<char> text, out int width)
    {
        var first = text[0];
        width = 1;
        if (first < 0x80)
        {
            return char.IsAsciiLetter(first) ? Script.Letter
                : char.IsAsciiDigit(first) ? Script.Digit
                : first is ' ' or (>= '\t' and <= '\r') or (>= '\x1c' and <= '\x1f') ? Script.Space
                : Script.Other;
        }

        if (Rune.DecodeFromUtf16(text, out var rune, out width) != OperationStatus.Done)
        {
            return Script.Other;
        }

        return rune.Value switch
        {
            // The voicing marks of decomposed kana belong to the letter before, of whichever kana.
            0x3099 or 0x309A => Script.Mark,
            >= 0x3041 and <= 0x309F => Script.Hiragana,
            >= 0x30A1 and <= 0x30FA or >= 0x30FC and <= 0x30FF or >= 0x31F0 and <= 0x31FF or >= 0xFF66 and <= 0xFF9F => Script.Katakana,
            >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF
                or 0x3005 or 0x3007 => Script.Ideograph,
            _ => Category(rune),
        };
    }

    private static Script Category(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => Script.Letter,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => Script.Mark,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber => Script.Digit,
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => Script.Space,

        // Joiners, soft hyphens and direction marks are part of the word around them.
        UnicodeCategory.Format => Script.Mark,
        _ => Rune.IsWhiteSpace(rune) ? Script.Space : Script.Other,
    };
}
