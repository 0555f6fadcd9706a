using VietJapanTM.Terminology.Inflection;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>A text cut into tokens.</summary>
internal sealed class TermText
{
    private static readonly TermToken Nothing = new(-1, 0, TermTokenKind.Punctuation, false);
    private readonly List<TermToken> _tokens;

    /// <summary>Cuts <paramref name="text"/>.</summary>
    public TermText(string text, LanguageRules rules)
    {
        Text = text;
        Words = Tokenizer.Tokenize(text);
        _tokens = new List<TermToken>(Words.Count);
        TermTokens.Cut(text, Words, rules, _tokens);
    }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>Its words, numbers and marks as the tokeniser cuts them.</summary>
    public List<Token> Words { get; }

    /// <summary>The number of tokens.</summary>
    public int Count => _tokens.Count;

    /// <summary>The token at an index; punctuation at -1 outside the text.</summary>
    public TermToken this[int index] => index >= 0 && index < _tokens.Count ? _tokens[index] : Nothing;

    /// <summary>A token as the text writes it.</summary>
    public ReadOnlySpan<char> Raw(int index) => Text.AsSpan(_tokens[index].Start, _tokens[index].Length);

    /// <summary>The surface of a token.</summary>
    public ReadOnlySpan<char> Word(int index) => Surface.Of(Text, _tokens[index]);

    /// <summary>True where the tokens at <paramref name="index"/> - 1 and at <paramref name="index"/> touch.</summary>
    public bool Touches(int index) => index > 0 && index < Count && _tokens[index - 1].End == _tokens[index].Start;

    /// <summary>True where a sentence begins at a token, as far as punctuation tells.</summary>
    public bool BeginsSentence(int index) =>
        index == 0
        || (_tokens[index - 1].Kind == TermTokenKind.Punctuation
            && Text[_tokens[index - 1].Start] is not (',' or '/' or '&' or '\'' or '’'));
}
