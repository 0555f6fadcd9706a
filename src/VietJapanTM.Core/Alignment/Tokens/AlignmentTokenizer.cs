using System.Globalization;
using System.Text;

namespace VietJapanTM.Alignment.Tokens;

/// <summary>
/// Cuts a segment into the lower-cased tokens that carry evidence: words, numbers, runs of one Japanese script, and the few
/// punctuation marks that survive translation. A lone hiragana is a particle and carries none. Differs from
/// <see cref="VietJapanTM.Text.Tokens.Tokenizer"/> in that ideographs come in pairs, because a lexicon of single ones is too
/// vague, and in that it normalises. One instance serves one thread.
/// </summary>
internal sealed class AlignmentTokenizer
{
    private char[] _buffer = new char[256];
    private int _length;
    private int _at;

    private enum Class : byte
    {
        Skip,
        Letter,
        Digit,
        Katakana,
        Hiragana,
        Ideograph,
        Mark,
    }

    /// <summary>Starts on a text; <see cref="TryNext"/> then gives its tokens.</summary>
    public void Start(ReadOnlySpan<char> text)
    {
        var normalised = Normalise(text);
        if (_buffer.Length < normalised.Length)
        {
            _buffer = new char[Math.Max(normalised.Length, 2 * _buffer.Length)];
        }

        _length = normalised.ToLowerInvariant(_buffer);
        _at = 0;
    }

    /// <summary>The next token; it stays valid until the next call of <see cref="Start"/>.</summary>
    public bool TryNext(out ReadOnlySpan<char> token)
    {
        while (_at < _length)
        {
            var start = _at;
            var kind = Classify(_buffer[_at++]);
            if (kind == Class.Mark)
            {
                _buffer[start] = Unify(_buffer[start]);
            }
            else if (kind == Class.Digit)
            {
                EndNumber();
            }
            else if (kind != Class.Skip)
            {
                EndRun(kind);
            }

            if (kind == Class.Ideograph && _at - start > 2)
            {
                // A compound is too rare for a lexicon: its overlapping pairs are the words that it is made of, and some noise.
                token = _buffer.AsSpan(start, 2);
                _at = start + 1;
                return true;
            }

            if (kind != Class.Skip && !(kind == Class.Hiragana && _at - start < 2))
            {
                token = _buffer.AsSpan(start, _at - start);
                return true;
            }
        }

        token = default;
        return false;
    }

    private void EndRun(Class kind)
    {
        while (_at < _length)
        {
            var next = Classify(_buffer[_at]);
            if (next != kind)
            {
                break;
            }

            _at++;
        }
    }

    private void EndNumber()
    {
        while (_at < _length)
        {
            if (Classify(_buffer[_at]) == Class.Digit)
            {
                _at++;
            }
            else if (_buffer[_at] is '.' or ',' or ':' && _at + 1 < _length && Classify(_buffer[_at + 1]) == Class.Digit)
            {
                _at += 2;
            }
            else
            {
                break;
            }
        }
    }

    private static ReadOnlySpan<char> Normalise(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var form = text.IndexOfAnyInRange('\uFF00', '\uFFEF') >= 0 ? NormalizationForm.FormKC : NormalizationForm.FormC;
        try
        {
            return text.IsNormalized(form) ? text : text.ToString().Normalize(form);
        }
        catch (ArgumentException)
        {
            // A lone surrogate has no normal form; its neighbours are evidence all the same.
            return text;
        }
    }

    private static Class Classify(char c)
    {
        if (c < 0x80)
        {
            return char.IsAsciiLetter(c) ? Class.Letter
                : char.IsAsciiDigit(c) ? Class.Digit
                : c is '?' or '!' or ':' or ';' or '"' or '(' or ')' or '%' or '$' or '\'' ? Class.Mark
                : Class.Skip;
        }

        return c switch
        {
            >= '\u00C0' and <= '\u024F' and not ('×' or '÷') or >= '\u1E00' and <= '\u1EFF' => Class.Letter,
            >= 'ァ' and <= 'ヺ' or 'ー' or 'ヽ' or 'ヾ' => Class.Katakana,
            >= 'ぁ' and <= 'ゟ' => Class.Hiragana,
            >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or '々' or '〇' => Class.Ideograph,
            '“' or '”' or '«' or '»' or '「' or '」' or '„' or '€' or '£' or '。' => Class.Mark,
            '？' or '！' or '：' or '；' or '（' or '）' => Class.Mark,
            _ => Category(c),
        };
    }

    private static Class Category(char c) => char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => Class.Letter,
        UnicodeCategory.DecimalDigitNumber => Class.Digit,
        _ => Class.Skip,
    };

    private static char Unify(char mark) => mark switch
    {
        '“' or '”' or '«' or '»' or '「' or '」' or '„' => '"',
        '？' => '?',
        '！' => '!',
        '：' => ':',
        '；' => ';',
        '（' => '(',
        '）' => ')',
        _ => mark,
    };
}
