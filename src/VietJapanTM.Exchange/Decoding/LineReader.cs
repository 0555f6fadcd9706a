using System.Globalization;
using System.Text;
using VietJapanTM.Errors;

namespace VietJapanTM.Exchange.Decoding;

/// <summary>
/// Reads lines that end with LF or CRLF. A carriage return elsewhere is content, unlike in <see cref="TextReader.ReadLine"/>, so
/// that line numbers agree with what editors show and no segment falls apart. Not thread-safe.
/// </summary>
internal sealed class LineReader(DecodingReader text)
{
    /// <summary>A longer line is refused, in UTF-16 units.</summary>
    public const int MaxLength = 1 << 24;

    private readonly StringBuilder _line = new();

    /// <summary>1-based number of the line that was read last, 0 before the first.</summary>
    public int LineNumber { get; private set; }

    /// <summary>The next line without its end, or null behind the last.</summary>
    /// <exception cref="DomainException">Invalid bytes, or a line above <see cref="MaxLength"/>.</exception>
    public string? ReadLine() => ReadToLineFeed() is { } line ? WithoutReturn(line) : null;

    /// <summary>A line without a carriage return at its end.</summary>
    public static string WithoutReturn(string line) => line.EndsWith('\r') ? line[..^1] : line;

    /// <summary>The next line without its line feed but with its carriage return, or null behind the last.</summary>
    /// <exception cref="DomainException">Invalid bytes, or a line above <see cref="MaxLength"/>.</exception>
    public string? ReadToLineFeed()
    {
        if (text.Peek() < 0)
        {
            return null;
        }

        LineNumber++;
        _line.Clear();
        while (text.Peek() >= 0)
        {
            var ahead = text.Ahead;
            var end = ahead.IndexOf('\n');
            _line.Append(ahead[..(end < 0 ? ahead.Length : end)]);
            text.Skip(end < 0 ? ahead.Length : end + 1);
            if (_line.Length > MaxLength)
            {
                throw new DomainException(
                    ErrorCode.TextTooLong,
                    string.Create(CultureInfo.InvariantCulture, $"line {LineNumber} has more than {MaxLength} characters; this is no text of one segment a line"));
            }

            if (end >= 0)
            {
                break;
            }
        }

        return _line.ToString();
    }
}
