using System.Globalization;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Exchange.Decoding;

namespace VietJapanTM.Exchange.Catalogs;

/// <summary>Collects the strings of a JSON text; what is read before a fault stays. Not thread-safe.</summary>
internal sealed class JsonCatalogParser(SourceText text, string file, List<CatalogEntry> entries)
{
    /// <summary>Objects and lists may be nested this deep.</summary>
    private const int MaxDepth = 256;

    private readonly List<SegmentNote> _notes = [];
    private readonly string _raw = text.Value;
    private int _at;
    private int _lastEnd = -1;

    /// <summary>Reads the whole text.</summary>
    /// <exception cref="DomainException">FileMalformed, with the place.</exception>
    public void Parse()
    {
        SkipSpace();
        Value("", 0);
        SkipSpace();
        if (_at < _raw.Length)
        {
            throw Fault("Something follows the end of the JSON value; a file holds one value.");
        }
    }

    private void Value(string key, int depth)
    {
        if (depth > MaxDepth)
        {
            throw Fault($"Objects are nested deeper than {MaxDepth}.");
        }

        switch (Peek())
        {
            case '{':
                Items('}', depth, _ => Member(key, depth));
                break;
            case '[':
                Items(']', depth, i => Value(Join(key, i.ToString(CultureInfo.InvariantCulture)), depth + 1));
                break;
            case '"':
                var notes = _notes.ToArray();
                _notes.Clear();
                entries.Add(new CatalogEntry(key, String(), [.. notes]));
                _lastEnd = _at;
                break;
            default:
                Literal();
                break;
        }
    }

    private void Items(char close, int depth, Action<int> item)
    {
        _at++;
        SkipSpace();
        for (var i = 0; Peek() != close; i++)
        {
            item(i);
            SkipSpace();
            if (Peek() == ',')
            {
                _at++;
                SkipSpace();
            }
            else if (Peek() != close)
            {
                throw Fault($"A comma or '{close}' is missing here.");
            }
        }

        _at++;
        if (depth == 0)
        {
            _notes.Clear();
        }
    }

    private void Member(string key, int depth)
    {
        if (Peek() != '"')
        {
            throw Fault("A key in double quotation marks is missing here.");
        }

        var name = String().Text;
        SkipSpace();
        if (Peek() != ':')
        {
            throw Fault("A colon is missing behind the key.");
        }

        _at++;
        SkipSpace();
        Value(Join(key, name), depth + 1);
    }

    private LocatedText String()
    {
        var start = ++_at;
        var value = new LocatedTextBuilder(text);
        while (true)
        {
            var next = _raw.AsSpan(_at).IndexOfAny("\"\\\r\n");
            if (next < 0 || _raw[_at + next] is '\r' or '\n')
            {
                _at = start - 1;
                throw Fault("The string has no closing quotation mark in its line; write \\n for a line break and \\\" for a mark.");
            }

            value.Copy(_at, next, RawForm.JsonString);
            _at += next;
            if (_raw[_at] == '"')
            {
                _at++;
                return value.Build(start);
            }

            var length = Escape(out var character);
            value.Replace(_at, length, [character], RawForm.JsonString);
            _at += length;
        }
    }

    private int Escape(out char character)
    {
        var letter = _at + 1 < _raw.Length ? _raw[_at + 1] : '\0';
        if (letter == 'u' && _at + 6 <= _raw.Length
            && ushort.TryParse(_raw.AsSpan(_at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            character = (char)code;
            return 6;
        }

        character = letter switch
        {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' => '\b',
            'f' => '\f',
            '"' or '\\' or '/' => letter,
            _ => throw Fault("JSON has no such escape; write \\\\ for a backslash."),
        };
        return 2;
    }

    /// <summary>A number, true, false or null.</summary>
    private void Literal()
    {
        var start = _at;
        while (_at < _raw.Length && (char.IsAsciiLetterOrDigit(_raw[_at]) || _raw[_at] is '+' or '-' or '.'))
        {
            _at++;
        }

        var word = _raw.AsSpan(start.._at);
        if (word is not ("true" or "false" or "null") && !double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            _at = start;
            throw Fault(_at == _raw.Length ? "The file ends before its value does." : "This is no value of JSON; texts stand in double quotation marks.");
        }

        _notes.Clear();
    }

    /// <summary>White space and comments.</summary>
    private void SkipSpace()
    {
        while (_at < _raw.Length)
        {
            if (char.IsWhiteSpace(_raw[_at]))
            {
                _at++;
            }
            else if (_raw.AsSpan(_at).StartsWith("//"))
            {
                var end = _raw.AsSpan(_at).IndexOfAny('\r', '\n');
                Comment(end < 0 ? _raw.Length : _at + end, 0);
            }
            else if (_raw.AsSpan(_at).StartsWith("/*"))
            {
                var end = _raw.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                Comment(end < 0 ? throw Fault("The comment does not end; write */.") : end, 2);
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>A comment that ends the line of a text is about that, any other about the next.</summary>
    private void Comment(int end, int closing)
    {
        var note = SegmentNote.Of(text, _at + 2, end, file);
        var rest = _raw.AsSpan(end + closing);
        var isLast = rest[..(rest.IndexOfAny('\r', '\n') is var line and >= 0 ? line : rest.Length)].IsWhiteSpace();
        if (isLast && _lastEnd >= 0 && _raw.AsSpan(_lastEnd.._at).IndexOfAny('\r', '\n') < 0)
        {
            entries[^1] = entries[^1] with { Notes = entries[^1].Notes.Add(note) };
        }
        else
        {
            _notes.Add(note);
        }

        _at = end + closing;
    }

    private char Peek() => _at < _raw.Length ? _raw[_at] : '\0';

    private static string Join(string key, string name) => key.Length == 0 ? name : key + "." + name;

    private DomainException Fault(string message)
    {
        var (line, column) = text.PlaceOf(Math.Min(_at, _raw.Length));
        return new DomainException(ErrorCode.FileMalformed, message) { Line = line, Column = column };
    }
}
