using System.Text;
using VietJapanTM.Text.Normalization;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Terminology.Checking.Languages;

/// <summary>What the words of a text say of its language. Web addresses and what looks like a placeholder do not count.</summary>
internal sealed class LanguageEvidence
{
    private readonly string _text;
    private readonly List<Token> _tokens;
    private Dictionary<string, int>? _functionWords;

    /// <summary>Counts the words of a text.</summary>
    public LanguageEvidence(string text, List<Token> tokens)
    {
        (_text, _tokens) = (text, tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = tokens[i].Of(text);
            if (IsJapanese(tokens[i]))
            {
                Japanese += word.Length;
                Hiragana += word[0] is >= '\u3041' and <= '\u309F' ? word.Length : 0;
            }
            else if (IsPlainWord(tokens[i]))
            {
                Words++;
                Letters += word.Length;
                Count(tokens[i]);
            }
        }
    }

    /// <summary>Words in an alphabet.</summary>
    public int Words { get; private set; }

    /// <summary>Their letters.</summary>
    public int Letters { get; }

    /// <summary>Words that begin with a lower-case letter.</summary>
    public int LowerWords { get; private set; }

    /// <summary>These words, composed.</summary>
    public List<string> LowerCase() => _tokens.FindAll(token => !IsJapanese(token) && IsPlainWord(token) && IsLower(token))
        .ConvertAll(token => TextFolding.Compose(token.Of(_text).ToString()).ToLowerInvariant());

    /// <summary>Ideographs and kana.</summary>
    public int Japanese { get; }

    /// <summary>Hiragana.</summary>
    public int Hiragana { get; }

    /// <summary>Words that are typical of a language.</summary>
    public int FunctionWordsOf(string language) => _functionWords?.GetValueOrDefault(language) ?? 0;

    /// <summary>The language that most of the typical words belong to, or null where there are none.</summary>
    public string? Likeliest() => _functionWords is null ? null : _functionWords.MaxBy(f => f.Value).Key;

    private void Count(Token token)
    {
        LowerWords += IsLower(token) ? 1 : 0;
        if (FunctionWords.LanguageOf(token.Of(_text)) is { } language)
        {
            _functionWords ??= new Dictionary<string, int>(StringComparer.Ordinal);
            _functionWords[language] = _functionWords.GetValueOrDefault(language) + 1;
        }
    }

    private bool IsJapanese(Token token) => token.Kind == TokenKind.Ideograph || (token.Kind == TokenKind.Word && IsKana(_text[token.Start]));

    private bool IsPlainWord(Token token) => token.Kind == TokenKind.Word && !IsInCode(_text, token);

    private bool IsLower(Token token) =>
        Rune.DecodeFromUtf16(token.Of(_text), out var first, out _) == System.Buffers.OperationStatus.Done && Rune.IsLower(first);

    private static bool IsKana(char character) => character is >= '\u3041' and <= '\u30FF' or >= '\uFF66' and <= '\uFF9F';

    /// <summary>In <c>www.example.org/to/the</c>, <c>{name}</c>, <c>--in-place</c> or <c>some_name</c>?</summary>
    private static bool IsInCode(string text, Token token) =>
        IsSign(text, token.Start - 1) || IsSign(text, token.End)
        || (token.End + 1 < text.Length && text[token.End] == '.' && char.IsLetterOrDigit(text[token.End + 1]))
        || (token.Start >= 2 && text[token.Start - 1] == '.' && char.IsLetterOrDigit(text[token.Start - 2]));

    private static bool IsSign(string text, int at) => at >= 0 && at < text.Length && text[at] is '/' or '@' or '_' or '{' or '}' or '\\' or '$' or '%' or '=' or '<' or '>' or '#';
}
