using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;

namespace VietJapanTM.Server.Mapping;

/// <summary>
/// Tells two requests apart that bear one request_id: SHA-256 over the method's name and the message in protobuf's deterministic form,
/// in which the order of a map's entries does not count.
/// </summary>
internal static class RequestDigest
{
    /// <summary>The digest; empty where the request has no identifier, because then nobody will ask.</summary>
    public static ReadOnlyMemory<byte> Of(string? requestId, string method, IMessage request)
    {
        if (requestId is null)
        {
            return default;
        }

        var name = Encoding.UTF8.GetBytes(method + "\n");
        var bytes = new byte[name.Length + request.CalculateSize()];
        name.CopyTo(bytes, 0);
        using (var stream = new MemoryStream(bytes, name.Length, bytes.Length - name.Length))
        {
            using var output = new CodedOutputStream(stream) { Deterministic = true };
            request.WriteTo(output);
        }

        return SHA256.HashData(bytes);
    }
}
