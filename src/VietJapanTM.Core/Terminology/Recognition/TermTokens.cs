using System.Globalization;
using VietJapanTM.Terminology.Inflection;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>Cuts texts and terms alike into the tokens that the automaton reads.</summary>
internal static class TermTokens
{
    /// <summary>The tokens of <paramref name="text"/>.</summary>
    public static List<TermToken> Cut(ReadOnlySpan<char> text, LanguageRules rules)
    {
        var raw = Tokenizer.Tokenize(text);
        var tokens = new List<TermToken>(raw.Count);
        Cut(text, raw, rules, tokens);
        return tokens;
    }

    /// <summary>Appends the tokens of <paramref name="text"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="raw">What the tokeniser makes of it.</param>
    /// <param name="rules">Its language.</param>
    /// <param name="tokens">Where the tokens go.</param>
    public static void Cut(ReadOnlySpan<char> text, List<Token> raw, LanguageRules rules, List<TermToken> tokens)
    {
        var hyphen = false;
        for (var i = 0; i < raw.Count; i++)
        {
            var token = raw[i];
            if (IsHyphen(token, text) && JoinsWords(raw, i, rules.JoinsAcrossSpacedHyphen))
            {
                hyphen = true;
                continue;
            }

            var kind = KindOf(token, text);
            if (kind == TermTokenKind.Hiragana)
            {
                SplitLetters(token, text, hyphen, tokens);
            }
            else
            {
                tokens.Add(new TermToken(token.Start, token.Length, kind, hyphen));
            }

            hyphen = false;
        }
    }

    private static bool IsHyphen(Token token, ReadOnlySpan<char> text) =>
        token is { Kind: TokenKind.Punctuation, Length: 1 } && text[token.Start] is '-' or '\u2010' or '\u2011' or '\u2013';

    private static bool JoinsWords(List<Token> raw, int i, bool acrossSpaces) =>
        i > 0 && i + 1 < raw.Count
        && raw[i - 1].Kind != TokenKind.Punctuation && raw[i + 1].Kind != TokenKind.Punctuation
        && (acrossSpaces || (raw[i - 1].End == raw[i].Start && raw[i + 1].Start == raw[i].End));

    private static TermTokenKind KindOf(Token token, ReadOnlySpan<char> text) => token.Kind switch
    {
        TokenKind.Ideograph => TermTokenKind.Ideograph,
        TokenKind.Number => TermTokenKind.Number,
        TokenKind.Punctuation => TermTokenKind.Punctuation,
        _ => text[token.Start] switch
        {
            >= '\u3041' and <= '\u309F' => TermTokenKind.Hiragana,
            >= '\u30A1' and <= '\u30FF' or >= '\u31F0' and <= '\u31FF' or >= '\uFF66' and <= '\uFF9F' => TermTokenKind.Katakana,
            _ => TermTokenKind.Word,
        },
    };

    private static void SplitLetters(Token token, ReadOnlySpan<char> text, bool hyphen, List<TermToken> tokens)
    {
        for (var at = token.Start; at < token.End;)
        {
            var end = at + 1;
            while (end < token.End && char.GetUnicodeCategory(text[end]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                end++;
            }

            tokens.Add(new TermToken(at, end - at, TermTokenKind.Hiragana, hyphen));
            hyphen = false;
            at = end;
        }
    }
}
