using VietJapanTM.Model;
using VietJapanTM.Terminology.Inflection;
using VietJapanTM.Terminology.Recognition;
using VietJapanTM.Text.Normalization;

namespace VietJapanTM.Terminology.Extraction;

/// <summary>
/// The texts of one language as tokens with numbered classes: forms of one word have one number. Japanese is cut by script: signs and
/// katakana runs are tokens, hiragana end a run.
/// </summary>
internal sealed class TokenizedTexts
{
    private readonly LanguageRules _rules;
    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly List<int> _counts = [];
    private readonly string _language;

    /// <summary>Cuts texts.</summary>
    public TokenizedTexts(IReadOnlyList<string> texts, LanguageTag language)
    {
        Texts = texts;
        Language = language;
        _language = language.Primary;
        _rules = LanguageRules.For(language);
        Tokens = [.. texts.Select(Cut)];
    }

    /// <summary>The texts.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>Their language.</summary>
    public LanguageTag Language { get; }

    /// <summary>The tokens of each text.</summary>
    public IReadOnlyList<CandidateToken[]> Tokens { get; }

    /// <summary>Occurrences of all classes.</summary>
    public long Total { get; private set; }

    /// <summary>A word of a class, in lower case.</summary>
    public string WordOf(int key) => _words[key];

    /// <summary>Occurrences of a class.</summary>
    public int CountOf(int key) => _counts[key];

    private CandidateToken[] Cut(string text)
    {
        var raw = TermTokens.Cut(text, _rules);
        var tokens = new CandidateToken[raw.Count];
        for (var i = 0; i < raw.Count; i++)
        {
            tokens[i] = Classify(text, raw, i);
        }

        return tokens;
    }

    private CandidateToken Classify(string text, List<TermToken> raw, int index)
    {
        var token = raw[index];
        if (token.Kind is TermTokenKind.Punctuation or TermTokenKind.Number or TermTokenKind.Hiragana)
        {
            return new CandidateToken(CandidateToken.Break, token.Start, token.End, false);
        }

        var word = TextFolding.Compose(text[token.Start..token.End]).ToLowerInvariant();
        var isFunction = CandidateRules.IsFunctionWord(word, _language);
        var before = index > 0 ? text[raw[index - 1].Start..raw[index - 1].End].ToLowerInvariant() : "";
        if (isFunction && !CandidateRules.IsLink(word, before, _language))
        {
            return new CandidateToken(CandidateToken.Break, token.Start, token.End, false);
        }

        var key = KeyOf(word);
        _counts[key]++;
        Total++;
        return new CandidateToken(key, token.Start, token.End, !isFunction);
    }

    private int KeyOf(string word)
    {
        var letters = word.Length < LanguageRules.StackKey ? stackalloc char[LanguageRules.StackKey + 1] : new char[word.Length + 1];
        var name = letters[.._rules.WriteKey(word, letters)].ToString();
        if (!_keys.TryGetValue(name, out var key))
        {
            _keys[name] = key = _keys.Count;
            _words.Add(word);
            _counts.Add(0);
        }

        return key;
    }
}
