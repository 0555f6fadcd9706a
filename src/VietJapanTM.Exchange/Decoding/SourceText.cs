using System.Text;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Bilingual;

namespace VietJapanTM.Exchange.Decoding;

/// <summary>A file that is held whole, for formats whose files are small and whose places are asked out of order. Immutable.</summary>
internal sealed class SourceText : RawText
{
    /// <summary>A longer file is refused, in UTF-16 units.</summary>
    public const int MaxLength = 1 << 26;

    private readonly List<int> _lineStarts = [0];

    /// <summary>Takes the characters of a file, without its byte-order mark.</summary>
    public SourceText(string value)
        : base(value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (EndsLine(value, i))
            {
                _lineStarts.Add(i + 1);
            }
        }
    }

    /// <summary>Lines; one more than line ends.</summary>
    public int LineCount => _lineStarts.Count;

    /// <summary>Reads a file.</summary>
    /// <exception cref="DomainException">Not text, or too long.</exception>
    public static SourceText Read(Stream stream, EncodingDeclaration declaration)
    {
        using var reader = new DecodingReader(stream, declaration);
        var text = new StringBuilder();
        while (reader.Peek() >= 0)
        {
            text.Append(reader.Ahead);
            reader.Skip(reader.Ahead.Length);
            if (text.Length > MaxLength)
            {
                throw new DomainException(ErrorCode.TextTooLong, $"the file has more than {MaxLength} characters; split it");
            }
        }

        return new SourceText(text.ToString());
    }

    /// <inheritdoc/>
    public override (int Line, int Column) PlaceOf(int offset)
    {
        var found = _lineStarts.BinarySearch(offset);
        var index = found >= 0 ? found : ~found - 1;
        return (index + 1, offset - _lineStarts[index] + 1);
    }

    /// <summary>The offset of a place; a column behind the line's end is that end.</summary>
    public int OffsetOf(int line, int column) =>
        line < 1 ? 0 : line > LineCount ? Value.Length : Math.Min(_lineStarts[line - 1] + Math.Max(column, 1) - 1, EndOf(line));

    /// <summary>Where a line begins. <paramref name="line"/> is 1-based.</summary>
    public int StartOf(int line) => _lineStarts[line - 1];

    /// <summary>Where a line ends, before the characters that end it.</summary>
    public int EndOf(int line)
    {
        var end = line < LineCount ? _lineStarts[line] : Value.Length;
        while (end > _lineStarts[line - 1] && Value[end - 1] is '\r' or '\n' && line < LineCount)
        {
            end--;
        }

        return end;
    }
}
