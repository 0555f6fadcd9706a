using System.Collections.Immutable;
using VietJapanTM.Text.Normalization;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Terminology.Checking.Numbers;

/// <summary>
/// Reads the numbers of a text: those in digits as quantities, and everything that may stand for a number as evidence. For one text.
/// </summary>
internal sealed class NumberReader
{
    private const decimal Thousand = 1_000;
    private const decimal Ceiling = 1_000_000_000_000_000_000;
    private readonly string _text;
    private readonly List<Token> _tokens;
    private readonly NumberWords _words;
    private readonly char _thousands;
    private readonly List<WrittenNumber> _written = [];
    private readonly HashSet<decimal> _evidence = [];

    private NumberReader(string text, List<Token> tokens, string language)
    {
        _text = text;
        _tokens = tokens;
        _words = NumberWords.For(language);
        _thousands = language is "es" or "vi" ? '.' : ',';
        for (var at = 0; at < tokens.Count;)
        {
            at = tokens[at].Kind == TokenKind.Number ? ReadDigits(at) : ReadWords(at);
        }
    }

    /// <summary>Reads a text that is cut into tokens.</summary>
    public static TextNumbers Read(string text, List<Token> tokens, string language)
    {
        var reader = new NumberReader(text, tokens, language);
        return new TextNumbers(reader._written, reader._evidence);
    }

    /// <summary>Digits and the multipliers behind them; answers the token after them.</summary>
    private int ReadDigits(int at)
    {
        var first = at;
        var (values, groups) = DigitReader.Read(_tokens[at].Of(_text), _thousands);
        at++;
        if (groups.Length == 1)
        {
            (values, groups, at) = WithSpacedThousands(first, values, groups);
        }

        var total = values;
        var plain = at;
        (total, at) = Multiplied(total, at);
        if (at > plain)
        {
            // 1億2000万, with or without spaces: further digits with a smaller multiplier belong to the same number, and count alone as well.
            while (at < _tokens.Count && _tokens[at].Kind == TokenKind.Number && _tokens[at].Start <= _tokens[at - 1].End + 1 && _words.HasMyriads)
            {
                var (more, end) = Multiplied(DigitReader.Read(_tokens[at].Of(_text), _thousands).Values, at + 1);
                _evidence.UnionWith(total);
                _evidence.UnionWith(more);
                total = [.. total.SelectMany(t => more, (t, m) => t + m).Where(v => v < Ceiling)];
                at = end;
            }
        }

        total = [.. total.SelectMany(v => JapaneseYear.Readings(_text, _tokens, first, at, v))];
        _evidence.UnionWith(total);
        _evidence.UnionWith(groups);
        _written.Add(new WrittenNumber(_tokens[first].Start, _tokens[at - 1].End, total, groups));
        return at;
    }

    /// <summary><c>1 234 567</c> as one number.</summary>
    private (ImmutableArray<decimal> Values, ImmutableArray<decimal> Groups, int At) WithSpacedThousands(
        int first, ImmutableArray<decimal> values, ImmutableArray<decimal> groups)
    {
        var at = first + 1;
        var value = groups[0];
        while (_tokens[first].Length <= 3 && at < _tokens.Count && _tokens[at].Kind == TokenKind.Number && _tokens[at].Length == 3
            && _tokens[at].Start == _tokens[at - 1].End + 1 && value < Ceiling / Thousand
            && DigitReader.Read(_tokens[at].Of(_text), _thousands).Groups is [var next])
        {
            value = (value * Thousand) + next;
            groups = groups.Add(next);
            at++;
        }

        return at == first + 1 ? (values, groups, at) : ([value], groups, at);
    }

    private (ImmutableArray<decimal> Values, int At) Multiplied(ImmutableArray<decimal> values, int at)
    {
        while (at < _tokens.Count && FindWord(at) is { Multiplies: true } word && !IsPercent(at))
        {
            values = [.. values.Select(v => v * word.Value).Where(v => v < Ceiling)];
            at++;
        }

        return (values, at);
    }

    /// <summary>A run of number words; each step of its sum is evidence. Answers the token after it, at least the next.</summary>
    private int ReadWords(int at)
    {
        var total = 0m;
        var current = 0m;
        var end = at;
        for (var i = at; i < _tokens.Count && _tokens[i].Kind != TokenKind.Number; i++)
        {
            if (FindWord(i) is not { } word)
            {
                AddOtherEvidence(i, i == at);
                if (i == at || !NumberWords.Joins(Lower(i)) || _tokens[i].Length > 3)
                {
                    break;
                }

                continue;
            }

            end = i;
            _evidence.Add(word.Value);
            (total, current) = Step(total, current, word);
            _evidence.Add(total + current);
        }

        return end + 1;
    }

    private static (decimal Total, decimal Current) Step(decimal total, decimal current, NumberWord word)
    {
        if (!word.Multiplies)
        {
            return (total, current + word.Value);
        }

        if (total > Ceiling / word.Value || current > Ceiling / word.Value)
        {
            return (0, word.Value);
        }

        return word.Value < Thousand ? (total, (current == 0 ? 1 : current) * word.Value)
            : total > 0 && total < word.Value ? ((total + current) * word.Value, 0)
            : (total + ((current == 0 ? 1 : current) * word.Value), 0);
    }

    /// <summary>Figures inside words (G20, Q3), Roman figures, the names of Japanese weekdays.</summary>
    private void AddOtherEvidence(int at, bool isNew)
    {
        if (!isNew)
        {
            return;
        }

        var word = _tokens[at].Of(_text);
        if (RomanFigures.TryRead(word, out var roman))
        {
            _evidence.Add(roman);
        }

        for (var i = 0; i < word.Length; i++)
        {
            if (char.IsAsciiDigit(word[i]))
            {
                var digits = word[i..];
                var length = digits.IndexOfAnyExceptInRange('0', '9') is var other && other < 0 ? digits.Length : other;
                _evidence.UnionWith(DigitReader.Read(digits[..length], _thousands).Groups);
                i += length;
            }
        }

        if (_tokens[at].Kind == TokenKind.Ideograph && at + 1 < _tokens.Count && _tokens[at + 1].Of(_text) is "曜")
        {
            _evidence.Add("日月火水木金土".IndexOf(word[0], StringComparison.Ordinal) + 1);
        }
    }

    private NumberWord? FindWord(int at) =>
        _tokens[at].Kind is TokenKind.Word or TokenKind.Ideograph && !IsPercent(at) && _words.TryFind(Lower(at), out var word) ? word : null;

    /// <summary>The trăm of <c>phần trăm</c> multiplies nothing.</summary>
    private bool IsPercent(int at) => at > 0 && _tokens[at].Of(_text) is "trăm" && _tokens[at - 1].Of(_text) is "phần";

    private string Lower(int at) => TextFolding.Compose(_tokens[at].Of(_text).ToString()).ToLowerInvariant();
}
