using VietJapanTM.Errors;
using VietJapanTM.Model;

namespace VietJapanTM.Server.Mapping;

/// <summary>Language codes on the wire.</summary>
internal static class Languages
{
    /// <summary>Reads a required code.</summary>
    public static LanguageTag Parse(string code, string field)
    {
        if (code.Length == 0)
        {
            throw new DomainException(ErrorCode.LanguageInvalid, $"{field} is missing. Send a BCP 47 tag such as es, en, vi or ja.", field);
        }

        return LanguageTag.TryParse(code, out var tag)
            ? tag
            : throw new DomainException(
                ErrorCode.LanguageInvalid,
                $"{field} is not a language code. Send a BCP 47 tag such as es, en, vi, ja or es-MX.",
                field);
    }
}
