using System.Text;
using VietJapanTM.Errors;
using VietJapanTM.Model;

namespace VietJapanTM.Server.Mapping;

/// <summary>
/// What every text of a request must be, before anything else looks at it. The protobuf runtime reads bytes that are not UTF-8 as U+FFFD and
/// says nothing; U+FFFD is therefore refused, because a text that has it has lost something.
/// </summary>
internal static class TextRules
{
    /// <summary>Longest segment, in UTF-16 code units.</summary>
    public const int MaxSegmentLength = 65_535;

    /// <summary>Longest running text, in UTF-16 code units.</summary>
    public const int MaxTextLength = 1_048_576;

    /// <summary>Longest text that is segmented, mended or aligned, in UTF-16 code units: a book, or a quarter of a million sentences.</summary>
    public const int MaxDocumentLength = 16 * 1_048_576;

    /// <summary>Refuses text that is absent, too long or malformed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="field">The field of the request.</param>
    /// <param name="maxLength">Most UTF-16 code units.</param>
    /// <param name="allowEmpty">May the text be empty or white space?</param>
    /// <exception cref="DomainException">TextEmpty, TextTooLong or TextMalformed.</exception>
    public static string Require(string text, string field, int maxLength = MaxSegmentLength, bool allowEmpty = false)
    {
        if (!allowEmpty && string.IsNullOrWhiteSpace(text))
        {
            throw new DomainException(ErrorCode.TextEmpty, $"{field} is empty. Send the text.", field);
        }

        if (text.Length > maxLength)
        {
            throw new DomainException(
                ErrorCode.TextTooLong,
                $"{field} has {text.Length} UTF-16 code units, more than the {maxLength} that this method takes. Send it in parts.",
                field);
        }

        for (var i = 0; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                throw Malformed(field, "a lone surrogate", i);
            }

            if (rune == Rune.ReplacementChar)
            {
                throw Malformed(field, "U+FFFD, which stands where bytes were not UTF-8,", i);
            }

            if (rune.Value == 0)
            {
                throw Malformed(field, "U+0000, which no exchange format can carry,", i);
            }

            i += rune.Utf16SequenceLength;
        }

        return text;
    }

    /// <summary>Refuses texts with a segment that no memory could take: what goes on for pages without an end is no sentence.</summary>
    /// <param name="texts">The texts after segmentation, in the order of the request.</param>
    /// <exception cref="DomainException">TextTooLong.</exception>
    public static void RequireSegments(IReadOnlyList<DocumentText> texts)
    {
        for (var t = 0; t < texts.Count; t++)
        {
            var (index, length) = texts[t].Segments.Index().Select(s => (s.Index, s.Item.Text.Length)).FirstOrDefault(s => s.Length > MaxSegmentLength);
            if (length > 0)
            {
                var field = $"texts[{t}].text";
                throw new DomainException(
                    ErrorCode.TextTooLong,
                    $"{field} has {length} UTF-16 code units in segment {index + 1}, more than the {MaxSegmentLength} that a segment may have. End its sentences, or put them on lines of their own.",
                    field);
            }
        }
    }

    private static DomainException Malformed(string field, string what, int offset) => new(
        ErrorCode.TextMalformed, $"{field} has {what} at UTF-16 offset {offset}. Send well-formed Unicode.", field);
}
