using System.Text;
using System.Xml;

namespace VietJapanTM.Exchange.Tbx;

/// <summary>
/// Writes XML with a line an element, two spaces a level and LF. The framework's writer would escape and break lines by its own
/// rules, which may change; the canonical form may not. Not thread-safe.
/// </summary>
internal sealed class CanonicalMarkup : IDisposable
{
    private readonly StreamWriter _writer;
    private int _level;

    /// <summary>Begins a document; the stream stays open.</summary>
    public CanonicalMarkup(Stream stream)
    {
        _writer = new StreamWriter(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), leaveOpen: true);
        _writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /// <summary>Opens an element that holds elements.</summary>
    public void Open(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        WriteTag(name, attributes);
        _writer.Write(">\n");
        _level++;
    }

    /// <summary>Closes an element that <see cref="Open"/> opened.</summary>
    public void Close(string name)
    {
        _level--;
        Indent();
        _writer.Write($"</{name}>\n");
    }

    /// <summary>An element without content.</summary>
    public void Empty(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        WriteTag(name, attributes);
        _writer.Write("/>\n");
    }

    /// <summary>An element that holds text.</summary>
    public void Leaf(string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        WriteTag(name, attributes);
        _writer.Write('>');
        WriteEscaped(TbxText.Normalise(text), inAttribute: false);
        _writer.Write($"</{name}>\n");
    }

    /// <summary>The same where there is a text; empty counts as absent.</summary>
    public void OptionalLeaf(string name, string? text)
    {
        if (!IsBlank(text))
        {
            Leaf(name, text!);
        }
    }

    /// <summary>True for a text that the file does not show: null, empty or layout alone.</summary>
    public static bool IsBlank(string? text) => text is null || TbxText.Normalise(text).Length == 0;

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private void WriteTag(string name, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Indent();
        _writer.Write('<');
        _writer.Write(name);
        foreach (var (key, value) in attributes)
        {
            _writer.Write($" {key}=\"");
            WriteEscaped(value, inAttribute: true);
            _writer.Write('"');
        }
    }

    private void Indent()
    {
        for (var i = 0; i < _level; i++)
        {
            _writer.Write("  ");
        }
    }

    private void WriteEscaped(string text, bool inAttribute)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '&':
                    _writer.Write("&amp;");
                    break;
                case '<':
                    _writer.Write("&lt;");
                    break;
                case '>':
                    _writer.Write("&gt;");
                    break;
                case '"' when inAttribute:
                    _writer.Write("&quot;");
                    break;
                default:
                    i += WriteCharacter(text, i);
                    break;
            }
        }
    }

    /// <summary>Writes one character; the answer is 1 where it takes two units.</summary>
    private int WriteCharacter(string text, int i)
    {
        if (XmlConvert.IsXmlChar(text[i]))
        {
            _writer.Write(text[i]);
            return 0;
        }

        if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
        {
            _writer.Write(text.AsSpan(i, 2));
            return 1;
        }

        throw new ArgumentException($"The text '{text}' holds U+{(int)text[i]:X4}, which XML cannot carry; remove it.", nameof(text));
    }
}
