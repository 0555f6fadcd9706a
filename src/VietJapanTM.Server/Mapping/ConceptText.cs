using System.Xml;
using VietJapanTM.Errors;

namespace VietJapanTM.Server.Mapping;

/// <summary>Texts of concepts: what <see cref="TextRules"/> demands, and nothing that a glossary file could not carry.</summary>
internal static class ConceptText
{
    /// <summary>Refuses text that is absent, too long, malformed, or holds a control character that XML has no place for.</summary>
    /// <exception cref="DomainException">TextEmpty, TextTooLong or TextMalformed.</exception>
    public static string Require(string text, string field, int maxLength = TextRules.MaxSegmentLength, bool allowEmpty = false)
    {
        TextRules.Require(text, field, maxLength, allowEmpty);
        for (var i = 0; i < text.Length; i++)
        {
            if (!XmlConvert.IsXmlChar(text[i]) && !char.IsSurrogate(text[i]))
            {
                throw new DomainException(
                    ErrorCode.TextMalformed,
                    $"{field} has U+{(int)text[i]:X4} at UTF-16 offset {i}, which glossary files cannot carry. Leave it out.",
                    field);
            }
        }

        return text;
    }

    /// <summary>A text that may be absent: empty stands for null.</summary>
    public static string? Optional(string text, string field) => text.Length == 0 ? null : Require(text, field);
}
