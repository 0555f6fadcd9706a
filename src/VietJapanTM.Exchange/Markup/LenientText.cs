using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;
using VietJapanTM.Exchange.Decoding;

namespace VietJapanTM.Exchange.Markup;

/// <summary>
/// Lets an XML parser read what real tools write against the rules: drops characters that XML cannot carry, raw or as a
/// reference, replaces the named entities of HTML, escapes an ampersand that begins nothing, and counts each. Columns behind a
/// change in the same line shift by its length. Not thread-safe.
/// </summary>
internal sealed class LenientText(DecodingReader source) : TextReader
{
    /// <summary>A reference longer than this is none.</summary>
    private const int MaxReference = 12;

    private const int BufferLength = 4096;
    private const string CDataStart = "<![CDATA[";

    private readonly StringBuilder _ready = new(BufferLength + MaxReference);
    private int _next;
    private int _startMatched;
    private int _brackets;
    private bool _inCData;

    /// <summary>Characters dropped because XML cannot carry them.</summary>
    public int DroppedCharacters { get; private set; }

    /// <summary>Entities of HTML replaced, and ampersands escaped.</summary>
    public int MendedEntities { get; private set; }

    /// <inheritdoc/>
    public override int Peek() => Fill() ? _ready[_next] : -1;

    /// <inheritdoc/>
    public override int Read() => Fill() ? _ready[_next++] : -1;

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count)
    {
        if (!Fill())
        {
            return 0;
        }

        var taken = Math.Min(count, _ready.Length - _next);
        _ready.CopyTo(_next, buffer.AsSpan(index, taken), taken);
        _next += taken;
        return taken;
    }

    private bool Fill()
    {
        if (_next < _ready.Length)
        {
            return true;
        }

        _ready.Clear();
        _next = 0;
        while (_ready.Length < BufferLength && source.Read() is var unit && unit >= 0)
        {
            Take((char)unit);
        }

        return _ready.Length > 0;
    }

    private void Take(char c)
    {
        FollowCData(c);
        if (c == '&' && !_inCData)
        {
            TakeReference();
        }
        else if (XmlConvert.IsXmlChar(c))
        {
            _ready.Append(c);
        }
        else if (char.IsHighSurrogate(c) && source.Peek() is var low && low >= 0 && char.IsLowSurrogate((char)low))
        {
            _ready.Append(c).Append((char)source.Read());
        }
        else
        {
            DroppedCharacters++;
        }
    }

    /// <summary>Inside a CDATA section an ampersand is an ampersand.</summary>
    private void FollowCData(char c)
    {
        if (_inCData)
        {
            _inCData = c != '>' || _brackets < 2;
            _brackets = c == ']' ? _brackets + 1 : 0;
            return;
        }

        _startMatched = c == CDataStart[_startMatched] ? _startMatched + 1 : c == '<' ? 1 : 0;
        if (_startMatched == CDataStart.Length)
        {
            (_inCData, _startMatched, _brackets) = (true, 0, 0);
        }
    }

    private void TakeReference()
    {
        var name = new StringBuilder(MaxReference);
        while (name.Length < MaxReference && source.Peek() is var next && next >= 0 && (char.IsAsciiLetterOrDigit((char)next) || next == '#'))
        {
            name.Append((char)source.Read());
        }

        if (source.Peek() != ';' || name.Length == 0)
        {
            MendedEntities++;
            _ready.Append("&amp;").Append(name);
            return;
        }

        source.Read();
        Resolve(name.ToString());
    }

    private void Resolve(string name)
    {
        if (name is "amp" or "lt" or "gt" or "quot" or "apos" || (name[0] == '#' && IsCarried(name)))
        {
            _ready.Append('&').Append(name).Append(';');
            return;
        }

        if (name[0] == '#')
        {
            DroppedCharacters++;
            return;
        }

        MendedEntities++;
        var reference = "&" + name + ";";
        var character = WebUtility.HtmlDecode(reference);
        _ready.Append(character == reference ? "&amp;" + name + ";" : character);
    }

    /// <summary>True for a numeric reference to a character that XML can carry.</summary>
    private static bool IsCarried(string name)
    {
        var isHexadecimal = name.Length > 1 && name[1] == 'x';
        var digits = name.AsSpan(isHexadecimal ? 2 : 1);
        var style = isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return int.TryParse(digits, style, CultureInfo.InvariantCulture, out var code)
            && Rune.IsValid(code)
            && (code > 0xFFFF || XmlConvert.IsXmlChar((char)code));
    }
}
