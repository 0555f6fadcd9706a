using VietJapanTM.Errors;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Text.Preparation;

namespace VietJapanTM.Cli.Input;

/// <summary>What is longer than a segment may be is no sentence; it is refused where it enters, with its place.</summary>
internal static class SegmentLimit
{
    /// <summary>Refuses a text with a segment that no memory could take.</summary>
    /// <param name="text">The segmented text.</param>
    /// <param name="file">The file that it comes from.</param>
    /// <exception cref="DomainException">TextTooLong, with the file and the line.</exception>
    public static PreparedText Require(PreparedText text, string file)
    {
        foreach (var segment in text.Segments.Where(s => s.Length > TextRules.MaxSegmentLength))
        {
            throw TooLong(file, 1 + text.Text.AsSpan(0, segment.Start).Count('\n'), segment.Length);
        }

        return text;
    }

    /// <summary>Refuses a line that is longer than a segment may be.</summary>
    public static void Require(string line, string file, int number)
    {
        if (line.Length > TextRules.MaxSegmentLength)
        {
            throw TooLong(file, number, line.Length);
        }
    }

    private static DomainException TooLong(string file, int line, int length) => new(
        ErrorCode.TextTooLong,
        $"{file}:{line}: a segment has {length} characters, more than {TextRules.MaxSegmentLength}. Split it into sentences.");
}
