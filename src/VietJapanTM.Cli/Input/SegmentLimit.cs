using VietJapanTM.Errors;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Text.Preparation;

namespace VietJapanTM.Cli.Input;

/// <summary>What is longer than a segment may be is no sentence; it is refused where it enters, with its place.</summary>
internal static class SegmentLimit
{
    /// <summary>Refuses a text with a segment that no memory could take.</summary>
    /// <exception cref="DomainException">TextTooLong, with the file and the line.</exception>
    public static PreparedText Require(PreparedText text, string file)
    {
        foreach (var segment in text.Segments.Where(s => s.Length > TextRules.MaxSegmentLength))
        {
            var line = 1 + text.Text.AsSpan(0, segment.Start).Count('\n');
            Require(text.Text.AsSpan(segment.Start, segment.Length), TextRules.MaxSegmentLength, file, line);
        }

        return text;
    }

    /// <summary>Refuses text above a limit.</summary>
    /// <param name="text">A segment or a line.</param>
    /// <param name="limit">UTF-16 units.</param>
    /// <param name="file">The file that it comes from.</param>
    /// <param name="line">Its line, 1-based.</param>
    /// <exception cref="DomainException">TextTooLong.</exception>
    public static void Require(ReadOnlySpan<char> text, int limit, string file, int line)
    {
        if (text.Length > limit)
        {
            throw new DomainException(
                ErrorCode.TextTooLong, $"{file}:{line}: the text goes on for {text.Length} characters, more than {limit}. Split it into sentences.");
        }
    }
}
