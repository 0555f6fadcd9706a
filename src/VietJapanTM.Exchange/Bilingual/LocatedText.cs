using System.Collections.Immutable;
using System.Text;

namespace VietJapanTM.Exchange.Bilingual;

/// <summary>A text of a file that knows where each of its characters stands there. Immutable; safe for many threads.</summary>
public sealed class LocatedText
{
    private readonly RawText _raw;
    private readonly ImmutableArray<TextPiece> _pieces;
    private readonly int _start;

    /// <summary>Made by <see cref="LocatedTextBuilder"/>.</summary>
    internal LocatedText(RawText raw, ImmutableArray<TextPiece> pieces, string text, int start)
    {
        _raw = raw;
        _pieces = pieces;
        _start = start;
        Text = text;
        (Line, Column) = raw.PlaceOf(start);
    }

    /// <summary>The text without markup, references resolved.</summary>
    public string Text { get; }

    /// <summary>1-based line at which the text begins.</summary>
    public int Line { get; }

    /// <summary>1-based column at which it begins, in UTF-16 units.</summary>
    public int Column { get; }

    /// <summary>Several texts of one file as one, parted by line ends that stand for what is between them.</summary>
    internal static LocatedText Join(IReadOnlyList<LocatedText> texts)
    {
        var pieces = ImmutableArray.CreateBuilder<TextPiece>();
        var joined = new StringBuilder();
        foreach (var text in texts)
        {
            if (joined.Length > 0)
            {
                pieces.Add(new TextPiece(joined.Length, 1, pieces[^1].RawEnd, 0, false, RawForm.Line));
                joined.Append('\n');
            }

            pieces.AddRange(text._pieces.Select(piece => piece with { Start = piece.Start + joined.Length }));
            joined.Append(text.Text);
        }

        return new LocatedText(texts[0]._raw, pieces.ToImmutable(), joined.ToString(), texts[0]._start);
    }

    /// <summary>The place of a character in the file; behind the last, where that ends.</summary>
    /// <param name="offset">UTF-16 offset in <see cref="Text"/>, 0 to its length.</param>
    /// <returns>1-based line, and 1-based column in UTF-16 units. A character that is written as an escape stands where that begins.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> is outside the text.</exception>
    public (int Line, int Column) Locate(int offset)
    {
        Require(offset);
        return _raw.PlaceOf(offset == Text.Length ? RawEnd(offset) : PieceOf(offset).RawStartOf(offset));
    }

    /// <summary>Where the character before <paramref name="offset"/> ends in the file: before a tag that follows, behind an escape.</summary>
    /// <param name="offset">UTF-16 offset in <see cref="Text"/>, 0 to its length.</param>
    /// <returns>1-based line, and 1-based column in UTF-16 units.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> is outside the text.</exception>
    public (int Line, int Column) LocateEnd(int offset)
    {
        Require(offset);
        return _raw.PlaceOf(RawEnd(offset));
    }

    /// <summary>The change of the file that puts other words in the place of some.</summary>
    /// <param name="start">UTF-16 offset of the first character that goes.</param>
    /// <param name="end">The offset after the last; not below <paramref name="start"/>.</param>
    /// <param name="replacement">What comes.</param>
    /// <returns>The change, the replacement escaped as the format wants it; null where markup or a line break of the file stands
    /// between the characters, and where the format cannot write the replacement in that place.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range is outside the text or empty.</exception>
    public TextEdit? Edit(int start, int end, string replacement)
    {
        ArgumentNullException.ThrowIfNull(replacement);
        Require(end);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(start, end);
        var (first, last) = (IndexOf(start), IndexOf(end - 1));
        for (var i = first; i < last; i++)
        {
            if (_pieces[i].RawEnd != _pieces[i + 1].RawStart || _pieces[i].Form != _pieces[i + 1].Form)
            {
                return null;
            }
        }

        if (!_pieces[first].CanBeginAt(start) || !_pieces[last].CanEndAt(end))
        {
            return null;
        }

        var (from, to) = (_pieces[first].RawStartOf(start), _pieces[last].RawEndOf(end));
        var old = _raw.Value[from..to];
        if (old.AsSpan().IndexOfAny('\r', '\n') >= 0 || RawWriter.TryWrite(replacement, _pieces[first].Form) is not { } written)
        {
            return null;
        }

        var (line, column) = _raw.PlaceOf(from);
        return new TextEdit(line, column, column + old.Length, old, written);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private void Require(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Text.Length);
    }

    private int RawEnd(int offset) => offset == 0 ? _start : PieceOf(offset - 1).RawEndOf(offset);

    private TextPiece PieceOf(int offset) => _pieces[IndexOf(offset)];

    /// <summary>The piece that holds the character at <paramref name="offset"/>, by bisection.</summary>
    private int IndexOf(int offset)
    {
        var (low, high) = (0, _pieces.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _pieces[middle].Start <= offset ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
