using Google.Protobuf;
using Grpc.Core;
using VietJapanTM.Errors;
using VietJapanTM.Server.Failures;
using VietJapanTM.Server.Hosting;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Answers;

/// <summary>
/// Answers to a stream of look-ups, out of order. A few workers each read a request, answer it and write the answer before they read the next:
/// what is read and not yet written is never more than there are workers, so a client that takes no answers is not read either, and a stream
/// holds nothing else.
/// </summary>
/// <param name="lookup">Answers one look-up.</param>
internal sealed class LookupStreamAnswers(Func<Wire.LookupRequest, CancellationToken, Wire.LookupResponse> lookup)
{
    /// <summary>Look-ups of one stream that are under way at once; the store reads eight at a time, for all calls together.</summary>
    public static readonly int Workers = Math.Clamp(Environment.ProcessorCount, 2, 8);

    /// <summary>Answers until the client has said all, or the token ends it.</summary>
    public async Task RunAsync(
        IAsyncStreamReader<Wire.LookupStreamRequest> requests, IAsyncStreamWriter<Wire.LookupStreamResponse> responses, CancellationToken cancellationToken)
    {
        using var writing = new SemaphoreSlim(1);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(requests.ReadAllAsync(cancellationToken), options, async (request, token) =>
        {
            var answer = Answer(request, token);

            // Only one message may be written at a time.
            await writing.WaitAsync(token).ConfigureAwait(false);
            try
            {
                await responses.WriteAsync(answer, token).ConfigureAwait(false);
            }
            finally
            {
                writing.Release();
            }
        }).ConfigureAwait(false);
    }

    private Wire.LookupStreamResponse Answer(Wire.LookupStreamRequest request, CancellationToken cancellationToken)
    {
        var answer = new Wire.LookupStreamResponse { RequestId = request.RequestId };
        try
        {
            answer.Response = lookup(Require(request), cancellationToken);
            var size = answer.CalculateSize();
            if (size > ServerOptions.MaxMessageBytes)
            {
                answer.Failure = new Wire.LookupFailure
                {
                    Code = (int)StatusCode.ResourceExhausted,
                    Message = $"The answer has {size} bytes, more than the {ServerOptions.MaxMessageBytes} of a message. Ask for fewer matches.",
                };
            }
        }
        catch (DomainException e)
        {
            answer.Failure = ToFailure(ErrorDetails.ToRpcException(e));
        }

        return answer;
    }

    private static Wire.LookupRequest Require(Wire.LookupStreamRequest request) =>
        request.RequestId.Length > 0 && request.Lookup is { } asked ? asked : throw new DomainException(
            ErrorCode.ArgumentInvalid,
            request.Lookup is null ? "lookup is missing. Send the look-up." : "request_id is empty. Name the look-up, so that its answer can be told from others.",
            request.Lookup is null ? "lookup" : "request_id");

    private static Wire.LookupFailure ToFailure(RpcException e) => new()
    {
        Code = (int)e.StatusCode,
        Message = e.Status.Detail,
        StatusDetails = ByteString.CopyFrom(e.Trailers.GetValueBytes(ErrorDetails.Trailer) ?? []),
    };
}
