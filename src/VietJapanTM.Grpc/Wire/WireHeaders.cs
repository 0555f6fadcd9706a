using System.Collections.Frozen;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>Names of the protocol's own headers, and how the others become metadata.</summary>
internal static class WireHeaders
{
    public const string ContentType = "application/grpc";
    public const string Timeout = "grpc-timeout";
    public const string Encoding = "grpc-encoding";
    public const string AcceptEncoding = "grpc-accept-encoding";
    public const string Status = "grpc-status";
    public const string Message = "grpc-message";

    /// <summary>A metadata key that never travels: its value chooses the compression of this call's outgoing messages.</summary>
    public const string EncodingRequest = "grpc-internal-encoding-request";

    private static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet(
        [
            "content-type", "te", "host", "content-length", "accept-encoding", "connection", "transfer-encoding",
            Timeout, Encoding, AcceptEncoding, Status, Message, EncodingRequest,
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the header belongs to the protocol and never shows as metadata, nor is taken from it.</summary>
    public static bool IsReserved(string key) => key.StartsWith(':') || Reserved.Contains(key);

    /// <summary>Whether a content type is gRPC's: <c>application/grpc</c>, alone or before <c>+</c> or <c>;</c>.</summary>
    public static bool IsGrpcContentType(string? contentType) =>
        contentType is not null
        && contentType.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase)
        && (contentType.Length == ContentType.Length || contentType[ContentType.Length] is ';' or '+');

    /// <summary>Adds a received header; a binary value may hold several, joined by commas, of which malformed ones are dropped.</summary>
    public static void AddReceived(Metadata metadata, string key, string value)
    {
        if (IsReserved(key))
        {
            return;
        }

        var lower = key.ToLowerInvariant();
        if (!lower.EndsWith(Metadata.BinaryHeaderSuffix, StringComparison.Ordinal))
        {
            metadata.Add(Metadata.Entry.Received(lower, value));
            return;
        }

        foreach (var part in value.AsSpan().Split(','))
        {
            if (BinaryValue.TryDecode(value.AsSpan(part)) is { } bytes)
            {
                metadata.Add(Metadata.Entry.Received(lower, bytes));
            }
        }
    }

    /// <summary>The text that an entry travels as, or null where HTTP cannot carry it: control characters or other than ASCII.</summary>
    public static string? TextOf(Metadata.Entry entry)
    {
        if (entry.IsBinary)
        {
            return BinaryValue.Encode(entry.Bytes);
        }

        return entry.Value.AsSpan().ContainsAnyExceptInRange(' ', '~') ? null : entry.Value;
    }
}
