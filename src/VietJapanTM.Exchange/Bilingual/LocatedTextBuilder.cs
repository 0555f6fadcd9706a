using System.Text;

namespace VietJapanTM.Exchange.Bilingual;

/// <summary>Collects a text from the pieces of a file, so that the text and the way back to the file agree by construction. Not thread-safe.</summary>
internal sealed class LocatedTextBuilder(RawText raw)
{
    private readonly StringBuilder _text = new();
    private readonly List<TextPiece> _pieces = [];

    /// <summary>Characters so far.</summary>
    public int Length => _text.Length;

    /// <summary>A character so far.</summary>
    public char this[int index] => _text[index];

    /// <summary>The last character so far, or U+0000.</summary>
    public char Last => _text.Length == 0 ? '\0' : _text[^1];

    /// <summary>Takes characters as they stand.</summary>
    public void Copy(int start, int length, RawForm form)
    {
        if (length == 0)
        {
            return;
        }

        if (_pieces.Count > 0 && _pieces[^1] is { IsCopy: true } last && last.RawEnd == start && last.Form == form)
        {
            _pieces[^1] = last with { Length = last.Length + length, RawLength = last.RawLength + length };
        }
        else
        {
            _pieces.Add(new TextPiece(_text.Length, length, start, length, true, form));
        }

        _text.Append(raw.Value, start, length);
    }

    /// <summary>Takes characters that stand for others, or for nothing.</summary>
    public void Replace(int start, int length, ReadOnlySpan<char> text, RawForm form)
    {
        if (text.Length > 0)
        {
            _pieces.Add(new TextPiece(_text.Length, text.Length, start, length, false, form));
            _text.Append(text);
        }
    }

    /// <summary>Takes back the last characters, for white space at an end.</summary>
    public void TrimEnd(int length)
    {
        while (_text.Length > length)
        {
            var last = _pieces[^1];
            _pieces.RemoveAt(_pieces.Count - 1);
            var left = last.IsCopy ? Math.Max(0, length - last.Start) : 0;
            _text.Length = last.Start + left;
            if (left > 0)
            {
                _pieces.Add(last with { Length = left, RawLength = left });
            }
        }
    }

    /// <summary>The text.</summary>
    /// <param name="start">Where it begins in the file, for a text without characters.</param>
    public LocatedText Build(int start) => new(raw, [.. _pieces], _text.ToString(), start);
}
