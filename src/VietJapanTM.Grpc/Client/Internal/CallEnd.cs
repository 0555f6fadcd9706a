using Grpc.Core;

namespace Grpc.Net.Client.Internal;

/// <summary>How a call ended; the error is null where it succeeded.</summary>
internal sealed record CallEnd(Status Status, Metadata Trailers, Exception? Error);
