using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Exchange.Decoding;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace VietJapanTM.Exchange.Catalogs;

/// <summary>
/// Finds the characters of a YAML scalar in the file by laying its value beside what stands there: both have the same visible
/// characters in the same order, but for escapes, and between them white space that stands for other white space.
/// </summary>
internal static class YamlScalarScanner
{
    /// <summary>The text with its places, or null where value and file do not fit.</summary>
    public static LocatedText? Scan(Scalar scalar, SourceText text)
    {
        var start = BehindProperties(scalar, text);
        var form = FormOf(scalar.Style);
        if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded)
        {
            // The line of the sign | or > holds no text.
            var line = text.PlaceOf(start).Line;
            start = line < text.LineCount ? text.StartOf(line + 1) : text.Value.Length;
        }
        else if (scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted)
        {
            start++;
        }

        var builder = new LocatedTextBuilder(text);
        var pass = new Pass(text.Value, start, scalar.Value, builder, form);
        return pass.Run() ? builder.Build(Math.Min(start, text.Value.Length)) : null;
    }

    /// <summary>The text as one piece that stands where the scalar begins.</summary>
    public static LocatedText Whole(Scalar scalar, SourceText text)
    {
        var start = Math.Min(text.OffsetOf((int)scalar.Start.Line, (int)scalar.Start.Column), text.Value.Length);
        var builder = new LocatedTextBuilder(text);
        builder.Replace(start, 0, scalar.Value, FormOf(scalar.Style));
        return builder.Build(start);
    }

    /// <summary>An anchor and a tag stand before the scalar itself.</summary>
    private static int BehindProperties(Scalar scalar, SourceText text)
    {
        var start = text.OffsetOf((int)scalar.Start.Line, (int)scalar.Start.Column);
        for (var left = (scalar.Anchor.IsEmpty ? 0 : 1) + (scalar.Tag.IsEmpty ? 0 : 1); left > 0 && start < text.Value.Length && text.Value[start] is '&' or '!'; left--)
        {
            while (start < text.Value.Length && !char.IsWhiteSpace(text.Value[start]))
            {
                start++;
            }

            while (start < text.Value.Length && char.IsWhiteSpace(text.Value[start]))
            {
                start++;
            }
        }

        return start;
    }

    private static RawForm FormOf(ScalarStyle style) => style switch
    {
        ScalarStyle.SingleQuoted => RawForm.YamlSingle,
        ScalarStyle.DoubleQuoted => RawForm.YamlDouble,
        ScalarStyle.Literal or ScalarStyle.Folded => RawForm.Line,
        _ => RawForm.YamlPlain,
    };

    /// <summary>Walks through the file and the value together.</summary>
    private ref struct Pass(string raw, int start, string value, LocatedTextBuilder text, RawForm form)
    {
        private int _raw = start;
        private int _value;

        public bool Run()
        {
            while (_value < value.Length)
            {
                if (!(_raw < raw.Length && (IsSpace(raw[_raw]) ? Space() : Visible())))
                {
                    return false;
                }
            }

            return true;
        }

        private bool Visible()
        {
            if (form == RawForm.YamlDouble && raw[_raw] == '\\')
            {
                return Escape();
            }

            if (raw[_raw] != value[_value])
            {
                return false;
            }

            if (form == RawForm.YamlSingle && raw[_raw] == '\'')
            {
                Put(2, 1);
                return true;
            }

            text.Copy(_raw++, 1, form);
            _value++;
            return true;
        }

        private bool Escape()
        {
            var letter = _raw + 1 < raw.Length ? raw[_raw + 1] : '\0';
            if (letter is '\r' or '\n')
            {
                // An escaped line end stands for nothing, and so does the indentation behind it.
                _raw++;
                _raw = EndOfSpace(_raw);
                return true;
            }

            var length = letter switch { 'x' => 4, 'u' => 6, 'U' => 10, _ => 2 };
            var units = letter == 'U' && char.IsHighSurrogate(value[_value]) && _value + 1 < value.Length ? 2 : 1;
            if (_raw + length > raw.Length)
            {
                return false;
            }

            Put(length, units);
            return true;
        }

        /// <summary>A run of white space. In blocks it stands for the whole run of the value; in flow, line ends fold.</summary>
        private bool Space()
        {
            var end = EndOfSpace(_raw);
            var isBlock = form == RawForm.Line;
            var breaks = Breaks(_raw, end);
            var units = isBlock ? SpaceOfValue() : breaks == 0 ? end - _raw : breaks == 1 ? 1 : breaks - 1;
            if (units > value.Length - _value || (!isBlock && !IsRun(_value, units)))
            {
                return false;
            }

            if (units == end - _raw && raw.AsSpan(_raw, units).SequenceEqual(value.AsSpan(_value, units)))
            {
                text.Copy(_raw, units, form);
                _raw = end;
                _value += units;
            }
            else if (units == 0)
            {
                _raw = end;
            }
            else
            {
                Put(end - _raw, units);
            }

            return true;
        }

        private void Put(int rawLength, int units)
        {
            text.Replace(_raw, rawLength, value.AsSpan(_value, units), form);
            _raw += rawLength;
            _value += units;
        }

        private readonly bool IsRun(int from, int length)
        {
            foreach (var c in value.AsSpan(from, length))
            {
                if (!IsSpace(c))
                {
                    return false;
                }
            }

            return true;
        }

        private readonly int SpaceOfValue()
        {
            var end = _value;
            while (end < value.Length && IsSpace(value[end]))
            {
                end++;
            }

            return end - _value;
        }

        private readonly int EndOfSpace(int from)
        {
            while (from < raw.Length && IsSpace(raw[from]))
            {
                from++;
            }

            return from;
        }

        private readonly int Breaks(int from, int end)
        {
            var breaks = 0;
            for (var i = from; i < end; i++)
            {
                breaks += raw[i] == '\n' || (raw[i] == '\r' && (i + 1 >= raw.Length || raw[i + 1] != '\n')) ? 1 : 0;
            }

            return breaks;
        }

        private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n' or '\u0085' or '\u2028' or '\u2029';
    }
}
