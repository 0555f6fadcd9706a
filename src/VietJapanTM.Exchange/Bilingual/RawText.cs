namespace VietJapanTM.Exchange.Bilingual;

/// <summary>Characters of a file as they stand, with their places. Immutable; safe for many threads.</summary>
/// <param name="value">The characters.</param>
internal abstract class RawText(string value)
{
    /// <summary>The characters.</summary>
    public string Value { get; } = value;

    /// <summary>1-based line and 1-based column in UTF-16 units of an offset in <see cref="Value"/>. CRLF, LF and a lone CR end a line.</summary>
    public abstract (int Line, int Column) PlaceOf(int offset);

    /// <summary>True where a line ends with the character at <paramref name="i"/>.</summary>
    protected static bool EndsLine(string text, int i) => text[i] == '\n' || (text[i] == '\r' && (i + 1 >= text.Length || text[i + 1] != '\n'));
}

/// <summary>A part of a file that is not held whole. Asking for a place is linear in its length.</summary>
/// <param name="value">The characters.</param>
/// <param name="line">1-based line of the first of them.</param>
/// <param name="column">1-based column of the first of them.</param>
internal sealed class RawSlice(string value, int line, int column) : RawText(value)
{
    /// <inheritdoc/>
    public override (int Line, int Column) PlaceOf(int offset)
    {
        var (atLine, atColumn) = (line, column);
        for (var i = 0; i < offset; i++)
        {
            (atLine, atColumn) = EndsLine(Value, i) ? (atLine + 1, 1) : (atLine, atColumn + 1);
        }

        return (atLine, atColumn);
    }
}
