using System.Buffers;

namespace VietJapanTM.Text.Mending.LostSpaces;

/// <summary>Cuts a text at its white space and finds the letter runs of each token, in one pass.</summary>
internal sealed class TokenScanner(string text)
{
    private static readonly SearchValues<char> CodeMarks = SearchValues.Create("@/\\_<>=|{}#$~^+*&[]`");

    private int _at;
    private bool _insideQuotes;

    /// <summary>The letter runs of the current token, in order.</summary>
    public List<LetterRun> Runs { get; } = [];

    /// <summary>The next token; false at the end of the text.</summary>
    public bool Next(out TextToken token)
    {
        for (; _at < text.Length && char.IsWhiteSpace(text[_at]); _at++)
        {
            _insideQuotes &= text[_at] != '\n';
        }

        var start = _at;
        var insideQuotes = _insideQuotes;
        Runs.Clear();
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]))
        {
            if (char.IsLetter(text[_at]))
            {
                var run = _at++;
                while (_at < text.Length && (char.IsLetter(text[_at]) || LetterBuffer.IsMark(text[_at])))
                {
                    _at++;
                }

                Runs.Add(new LetterRun(run, _at));
            }
            else
            {
                _insideQuotes = text[_at] == '"' ? QuoteState.After(text, _at, _insideQuotes) : _insideQuotes;
                _at++;
            }
        }

        token = new TextToken(start, _at, insideQuotes);
        return start < _at;
    }

    /// <summary>Whether a token is an address, a path, a file name, code or mark-up, in which nothing is missing.</summary>
    public static bool IsCode(ReadOnlySpan<char> token)
    {
        var core = token.TrimStart("[(\"«“¿¡'‘").TrimEnd("./)]\"»”,;:!?…*'’");
        if (core.ContainsAny(CodeMarks)
            || core.Contains("--", StringComparison.Ordinal)
            || core.Contains("::", StringComparison.Ordinal)
            || core.Count('(') > 1
            || token.Contains("()", StringComparison.Ordinal)
            || core.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var dot = core.LastIndexOf('.');
        return dot >= 0 && IsExtension(core[(dot + 1)..]);
    }

    // ".com", ".TXT", ".mp3": two to four characters, all small or all capitals. ".Los" begins a sentence.
    private static bool IsExtension(ReadOnlySpan<char> ending)
    {
        int upper = 0, lower = 0;
        foreach (var c in ending)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }

            upper += char.IsAsciiLetterUpper(c) ? 1 : 0;
            lower += char.IsAsciiLetterLower(c) ? 1 : 0;
        }

        return ending.Length is >= 2 and <= 4 && (upper == 0 ? lower > 0 : lower == 0);
    }
}
