namespace VietJapanTM.Exchange.Bilingual;

/// <summary>A text of a file that knows where each of its characters stands there. Immutable; safe for many threads.</summary>
public sealed class LocatedText
{
    private readonly string _raw;
    private readonly RawForm _form;

    /// <summary>Makes the text from what stands in the file.</summary>
    /// <param name="raw">The characters of the file, from the first to the last that belong to the text.</param>
    /// <param name="form">How they are to be read.</param>
    /// <param name="line">1-based line of the first of them.</param>
    /// <param name="column">1-based column of the first of them, in UTF-16 units.</param>
    internal LocatedText(string raw, RawForm form, int line, int column)
    {
        _raw = raw;
        _form = form;
        Line = line;
        Column = column;
        Text = RawScanner.Text(raw, form);
    }

    /// <summary>The text without markup, references resolved.</summary>
    public string Text { get; }

    /// <summary>1-based line at which the text begins.</summary>
    public int Line { get; }

    /// <summary>1-based column at which it begins, in UTF-16 units.</summary>
    public int Column { get; }

    /// <summary>The place of a character in the file. Linear in the length of the text.</summary>
    /// <param name="offset">UTF-16 offset in <see cref="Text"/>, 0 to its length.</param>
    /// <returns>1-based line, and 1-based column in UTF-16 units.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> is outside the text.</exception>
    public (int Line, int Column) Locate(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Text.Length);
        var (line, column) = (Line, Column);
        var end = RawScanner.RawOffset(_raw, _form, offset);
        for (var i = 0; i < end; i++)
        {
            // CRLF ends one line, and so does a lone CR or LF.
            if (_raw[i] == '\n' || (_raw[i] == '\r' && (i + 1 >= _raw.Length || _raw[i + 1] != '\n')))
            {
                line++;
                column = 1;
            }
            else
            {
                column++;
            }
        }

        return (line, column);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
