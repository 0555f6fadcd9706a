using System.Globalization;
using VietJapanTM.Errors;

namespace VietJapanTM.Server.Mapping;

/// <summary>What tells versions apart on the wire: opaque to clients, in truth the revision.</summary>
internal static class Etags
{
    /// <summary>The etag of a version.</summary>
    public static string Of(long revision) => string.Create(CultureInfo.InvariantCulture, $"r{revision}");

    /// <summary>The revision of an etag; null where none was sent.</summary>
    /// <exception cref="DomainException">ArgumentInvalid: not an etag of this server at all.</exception>
    public static long? Parse(string etag, string field) => etag.Length == 0 ? null
        : etag[0] == 'r' && long.TryParse(etag.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision
        : throw new DomainException(ErrorCode.ArgumentInvalid, $"{field} is not an etag that the server gave. Send one as it came, or none.", field);
}
