using System.Collections.Immutable;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Terminology.Checking.Numbers;

/// <summary>
/// Reads the numbers of a text: those in digits as quantities, and everything that may stand for a number as evidence. For one text.
/// </summary>
internal sealed class NumberReader
{
    private const decimal Thousand = 1_000;
    private const decimal Million = 1_000_000;
    private const decimal Ceiling = QuantityReader.Ceiling;
    private readonly NumberTokens _tokens;
    private readonly SharedMultiplier _shared;
    private readonly List<WrittenNumber> _written = [];
    private readonly HashSet<decimal> _evidence = [];
    private readonly HashSet<decimal> _loose = [];

    private NumberReader(NumberTokens tokens)
    {
        _tokens = tokens;
        _shared = new SharedMultiplier(tokens, _written);
        for (var at = 0; at < tokens.Count;)
        {
            at = tokens.IsNumber(at) ? ReadDigits(at) : ReadWords(at);
        }

        MultiplyByLooseWords();
    }

    /// <summary>Reads a text that is cut into tokens.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="language">The primary language subtag.</param>
    /// <param name="withHours">May 7.30 be a time?</param>
    public static TextNumbers Read(string text, List<Token> tokens, string language, bool withHours)
    {
        var reader = new NumberReader(new NumberTokens(text, tokens, language, withHours));
        return new TextNumbers(reader._written, reader._evidence);
    }

    /// <summary>Digits and the multipliers behind them; answers the token after them.</summary>
    private int ReadDigits(int first)
    {
        var quantity = new QuantityReader(_tokens).Read(first);
        var text = _tokens.Text;
        var values = quantity.Values.SelectMany(v => JapaneseYear.Readings(text, _tokens.Tokens, first, quantity.End, v)).ToImmutableArray();
        if (quantity.Factor >= Million && _tokens.Lower(first - 1) is "mil")
        {
            // mil 200 millones
            values = [.. values, .. values.Select(v => v + (Thousand * quantity.Factor)).Where(v => v < Ceiling)];
        }

        _evidence.UnionWith(values);
        if (quantity.AreNumbers)
        {
            _evidence.UnionWith(quantity.Parts);
        }

        var start = _tokens.Tokens[first].Start - JapaneseYear.EraBefore(text, _tokens.Tokens[first].Start).Length;
        var kind = DateMonth.IsDigits(_tokens, first) ? WrittenNumberKind.Month : WrittenNumberKind.Quantity;
        _written.Add(new WrittenNumber(start, _tokens.Tokens[quantity.End - 1].End, values, quantity.Parts, kind));
        _evidence.UnionWith(_shared.Add(first, quantity));
        return quantity.End;
    }

    /// <summary>A multiplier without a number of its own (<c>en millones de yenes: 50 y 60</c>) may belong to any.</summary>
    private void MultiplyByLooseWords()
    {
        for (var i = 0; i < _written.Count && _loose.Count > 0; i++)
        {
            var shared = _written[i].Values.SelectMany(v => _loose, (v, l) => v * l).Where(v => v < Ceiling).ToList();
            _written[i] = _written[i] with { Values = [.. _written[i].Values, .. shared] };
            _evidence.UnionWith(shared);
        }
    }

    /// <summary>A run of number words; each step of its sum is evidence. Answers the token after it, at least the next.</summary>
    private int ReadWords(int at)
    {
        var total = 0m;
        var current = 0m;
        var end = at;
        for (var i = at; i < _tokens.Count && !_tokens.IsNumber(i); i++)
        {
            if (_tokens.Word(i) is not { } word)
            {
                if (i == at)
                {
                    AddOtherEvidence(i);
                }

                if (i == at || !NumberWords.Joins(_tokens.Lower(i)) || _tokens.Of(i).Length > 3)
                {
                    break;
                }

                continue;
            }

            if (DateMonth.Named(_tokens, i) is { } month)
            {
                _written.Add(new WrittenNumber(_tokens.Tokens[i].Start, _tokens.Tokens[i].End, [month], [], WrittenNumberKind.NamedMonth));
            }

            if (i == at && word.Multiplies && word.Value >= Million)
            {
                _loose.Add(word.Value);
            }

            end = i;
            _evidence.Add(word.Value);
            (total, current) = Step(total, current, word);
            _evidence.UnionWith(JapaneseYear.Readings(_tokens.Text, _tokens.Tokens, at, i + 1, total + current));
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
    private void AddOtherEvidence(int at)
    {
        var word = _tokens.Of(at);
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
                _evidence.UnionWith(DigitReader.Read(digits[..length], ',', withHours: false).Groups);
                i += length;
            }
        }

        if (_tokens.Tokens[at].Kind == TokenKind.Ideograph && _tokens.Of(at + 1) is "曜")
        {
            _evidence.Add("日月火水木金土".IndexOf(word[0], StringComparison.Ordinal) + 1);
        }
    }
}
