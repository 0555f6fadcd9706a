using VietJapanTM.Text.Normalization;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Terminology.Checking.Numbers;

/// <summary>The tokens of a text with the number words among them.</summary>
internal readonly struct NumberTokens(string text, List<Token> tokens, string language, bool withHours)
{
    private readonly NumberWords _words = NumberWords.For(language);

    /// <summary>The whole text.</summary>
    public string Text => text;

    /// <summary>The tokens.</summary>
    public List<Token> Tokens => tokens;

    /// <summary>The primary language subtag.</summary>
    public string Language => language;

    /// <summary>The number of tokens.</summary>
    public int Count => tokens.Count;

    /// <summary>Reads the digits at an index.</summary>
    public DigitReading Digits(int at) => DigitReader.Read(Of(at), language is "es" or "vi" ? '.' : ',', withHours);

    /// <summary>Is there a number in digits at this index?</summary>
    public bool IsNumber(int at) => at >= 0 && at < tokens.Count && tokens[at].Kind == TokenKind.Number;

    /// <summary>The token, empty outside the text.</summary>
    public ReadOnlySpan<char> Of(int at) => at >= 0 && at < tokens.Count ? tokens[at].Of(text) : default;

    /// <summary>The token in lower case, composed; empty outside the text.</summary>
    public string Lower(int at) => TextFolding.Compose(Of(at).ToString()).ToLowerInvariant();

    /// <summary>Do the tokens at the index and before it stand without a space between them?</summary>
    public bool Touches(int at) => at > 0 && at < tokens.Count && tokens[at].Start == tokens[at - 1].End;

    /// <summary>Does one space at most stand before the token?</summary>
    public bool IsNear(int at) => at > 0 && at < tokens.Count && tokens[at].Start <= tokens[at - 1].End + 1;

    /// <summary>The number that the word there names, or null.</summary>
    public NumberWord? Word(int at) =>
        at >= 0 && at < tokens.Count && tokens[at].Kind is TokenKind.Word or TokenKind.Ideograph && !IsPercent(at) && _words.TryFind(Of(at), out var word)
            ? word
            : null;

    /// <summary>The trăm of <c>phần trăm</c> multiplies nothing.</summary>
    private bool IsPercent(int at) => at > 0 && Of(at) is "trăm" && Of(at - 1) is "phần";
}
