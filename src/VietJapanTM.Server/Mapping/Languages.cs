using VietJapanTM.Errors;
using VietJapanTM.Model;

namespace VietJapanTM.Server.Mapping;

/// <summary>Language codes on the wire.</summary>
internal static class Languages
{
    /// <summary>Reads a required code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="field">The field of the request.</param>
    /// <param name="support">Throws LanguageUnsupported where the method can do nothing with the language; null where it takes any.</param>
    /// <exception cref="DomainException">LanguageInvalid or LanguageUnsupported, naming the field.</exception>
    public static LanguageTag Parse(string code, string field, Action<LanguageTag>? support = null)
    {
        if (code.Length == 0)
        {
            throw new DomainException(ErrorCode.LanguageInvalid, $"{field} is missing. Send a BCP 47 tag such as es, en, vi or ja.", field);
        }

        if (!LanguageTag.TryParse(code, out var tag))
        {
            throw new DomainException(
                ErrorCode.LanguageInvalid,
                $"{field} is not a language code. Send a BCP 47 tag such as es, en, vi, ja or es-MX.",
                field);
        }

        try
        {
            support?.Invoke(tag);
            return tag;
        }
        catch (DomainException e) when (e.Code == ErrorCode.LanguageUnsupported)
        {
            throw new DomainException(e.Code, e.Message, field, e);
        }
    }
}
