using Google.Rpc;
using Grpc.Core;
using VietJapanTM.Errors;
using VietJapanTM.Server.Failures;

namespace VietJapanTM.Cli.Connections;

/// <summary>Reads which failure of the catalogue a server's status stands for.</summary>
internal static class ServerFailure
{
    /// <summary>The code; ArgumentInvalid where the server names none, or one that this program does not know.</summary>
    public static ErrorCode CodeOf(RpcException failure)
    {
        var bytes = failure.Trailers.GetValueBytes(ErrorDetails.Trailer);
        var info = bytes is null ? null : Google.Rpc.Status.Parser.ParseFrom(bytes).Details.FirstOrDefault(d => d.Is(ErrorInfo.Descriptor))?.Unpack<ErrorInfo>();
        return Enum.TryParse<ErrorCode>(info?.Type, out var code) ? code : ErrorCode.ArgumentInvalid;
    }
}
