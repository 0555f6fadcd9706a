using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Core.Interceptors;
using VietJapanTM.Errors;

namespace VietJapanTM.Server.Failures;

/// <summary>
/// Turns domain failures into gRPC statuses with details. The details are a google.rpc.Status in grpc-status-details-bin with an
/// ErrorInfo (reason: the code's name; metadata: what to do) and, where a field is at fault, a BadRequest.
/// </summary>
internal sealed partial class ErrorInterceptor(ILogger<ErrorInterceptor> logger) : Interceptor
{
    private const string DetailsTrailer = "grpc-status-details-bin";
    private const string Domain = "vietjapantm";

    /// <inheritdoc/>
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request,
        ServerCallContext context,
        UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context).ConfigureAwait(false);
        }
        catch (DomainException e)
        {
            throw ToRpcException(e);
        }
        catch (Exception e) when (e is not RpcException and not OperationCanceledException)
        {
            LogUnexpected(logger, context.Method, e);
            throw new RpcException(new Grpc.Core.Status(StatusCode.Internal, "The server failed. Its log says why."));
        }
    }

    private static RpcException ToRpcException(DomainException e)
    {
        var entry = ErrorCatalogue.Of(e.Code);
        var details = new Google.Rpc.Status { Code = (int)entry.Status, Message = e.Message };
        details.Details.Add(Any.Pack(new ErrorInfo
        {
            // Published later under the name of reason, with the same number.
            Type = e.Code.ToString(),
            Domain = Domain,
            Metadata = { ["action"] = entry.ClientAction },
        }));
        if (e.Field is not null && entry.Status == StatusCode.InvalidArgument)
        {
            var violation = new BadRequest.Types.FieldViolation { Field = e.Field, Description = e.Message };
            details.Details.Add(Any.Pack(new BadRequest { FieldViolations = { violation } }));
        }

        var trailers = new Metadata { { DetailsTrailer, details.ToByteArray() } };
        return new RpcException(new Grpc.Core.Status(entry.Status, e.Message), trailers);
    }

    [LoggerMessage(EventId = 1100, Level = LogLevel.Error, Message = "{Method} failed unexpectedly.")]
    private static partial void LogUnexpected(ILogger logger, string method, Exception exception);
}
