using System.Globalization;
using Grpc.Core;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Connections;

/// <summary>
/// Look-ups through one call of LookupStream: one call for a whole block of segments costs less than one for each, and the server works on
/// several at once.
/// </summary>
internal static class LookupStream
{
    /// <summary>Sends while answers are read, so that neither side waits for the other's buffers.</summary>
    /// <param name="memory">The server.</param>
    /// <param name="requests">The look-ups.</param>
    /// <param name="answered">Takes each answer with the place of its request, one at a time.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="RpcException">The call failed, or one look-up did.</exception>
    public static async Task RunAsync(
        Wire.TranslationMemory.TranslationMemoryClient memory,
        IReadOnlyList<Wire.LookupRequest> requests,
        Action<int, Wire.LookupResponse> answered,
        CancellationToken cancellationToken)
    {
        using var call = memory.LookupStream(cancellationToken: cancellationToken);
        var sending = SendAsync(call.RequestStream, requests, cancellationToken);
        while (await call.ResponseStream.MoveNext(cancellationToken).ConfigureAwait(false))
        {
            var reply = call.ResponseStream.Current;
            if (reply.Failure is { } failure)
            {
                throw new RpcException(new Status((StatusCode)failure.Code, failure.Message));
            }

            answered(int.Parse(reply.RequestId, CultureInfo.InvariantCulture), reply.Response);
        }

        await sending.ConfigureAwait(false);
    }

    private static async Task SendAsync(
        IClientStreamWriter<Wire.LookupStreamRequest> stream, IReadOnlyList<Wire.LookupRequest> requests, CancellationToken cancellationToken)
    {
        for (var i = 0; i < requests.Count; i++)
        {
            var request = new Wire.LookupStreamRequest { RequestId = i.ToString(CultureInfo.InvariantCulture), Lookup = requests[i] };
            await stream.WriteAsync(request, cancellationToken).ConfigureAwait(false);
        }

        await stream.CompleteAsync().ConfigureAwait(false);
    }
}
