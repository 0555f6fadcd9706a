using System.CommandLine;
using System.Text;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Decoding;
using VietJapanTM.Model;

namespace VietJapanTM.Cli.Input;

/// <summary>The encodings that the command line names for texts that are not UTF-8: one for all, or one for each of some languages. Immutable.</summary>
internal sealed class NamedEncodings
{
    private const string Known = "Use utf-16, windows-1252, windows-1258, iso-8859-1, shift_jis, euc-jp or another name that IANA registered";

    private readonly Dictionary<LanguageTag, Encoding> _byLanguage = [];
    private Encoding? _any;

    private NamedEncodings()
    {
    }

    /// <summary>The option.</summary>
    public static Option<string?> Option() => new("--encoding")
    {
        Description = "The encoding of texts that are not UTF-8 and say nothing of theirs, such as windows-1252, windows-1258, iso-8859-1, shift_jis, euc-jp or utf-16; or by language: es=windows-1252,ja=shift_jis. A byte-order mark, and what a page declares, come first.",
        HelpName = "NAME",
    };

    /// <summary>Reads a value of the option.</summary>
    /// <param name="names">The value; null for UTF-8 alone.</param>
    /// <param name="languages">The languages of the texts.</param>
    /// <exception cref="DomainException">ArgumentInvalid: no such encoding, or none of the languages.</exception>
    public static NamedEncodings Parse(string? names, IReadOnlyCollection<LanguageTag> languages)
    {
        var encodings = new NamedEncodings();
        foreach (var name in names?.Split(',', StringSplitOptions.TrimEntries) ?? [])
        {
            var equals = name.IndexOf('=', StringComparison.Ordinal);
            var encoding = EncodedText.Find(name[(equals + 1)..])
                ?? throw new DomainException(ErrorCode.ArgumentInvalid, $"--encoding: '{name[(equals + 1)..]}' is no encoding. {Known}.");
            if (equals < 0)
            {
                encodings._any = encoding;
            }
            else if (LanguageTag.TryParse(name[..equals], out var language) && languages.Contains(language))
            {
                encodings._byLanguage[language] = encoding;
            }
            else
            {
                throw new DomainException(ErrorCode.ArgumentInvalid, $"--encoding: '{name[..equals]}' is not a language of these texts. Name one of {string.Join(", ", languages)}.");
            }
        }

        return encodings;
    }

    /// <summary>Reads a text in the encoding that was named for its language. Where none was, a failure says how to name it.</summary>
    /// <exception cref="DomainException">What <paramref name="read"/> throws.</exception>
    public T Read<T>(LanguageTag language, Func<Encoding?, T> read)
    {
        var encoding = _byLanguage.GetValueOrDefault(language, _any!);
        try
        {
            return read(encoding);
        }
        catch (DomainException e) when (e.Code == ErrorCode.TextMalformed && encoding is null)
        {
            throw new DomainException(e.Code, $"{e.Message.TrimEnd('.')}, or name its encoding with --encoding.", innerException: e);
        }
    }
}
