using System.Security.Cryptography;
using System.Text;
using VietJapanTM.Model;

namespace VietJapanTM.Server.Mapping;

/// <summary>Tells whether a document would be made from the same texts: <c>Document.source_digest</c> of the wire contract.</summary>
internal static class DocumentDigest
{
    public static string Of(IEnumerable<(LanguageTag Language, string Raw)> texts)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (language, raw) in texts)
        {
            digest.AppendData(Encoding.UTF8.GetBytes(language.Value));
            digest.AppendData([0]);
            digest.AppendData(Encoding.UTF8.GetBytes(raw));
            digest.AppendData([0]);
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }
}
