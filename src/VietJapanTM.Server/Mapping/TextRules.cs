using System.Text;
using VietJapanTM.Errors;

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

    private static DomainException Malformed(string field, string what, int offset) => new(
        ErrorCode.TextMalformed, $"{field} has {what} at UTF-16 offset {offset}. Send well-formed Unicode.", field);
}
