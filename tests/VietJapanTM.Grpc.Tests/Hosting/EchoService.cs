using Google.Protobuf;
using Grpc.Core;
using VietJapanTM.Grpc.Tests.Protos;

namespace VietJapanTM.Grpc.Tests.Hosting;

/// <summary>Does what each request says.</summary>
public sealed class EchoService(EchoObservations observations) : Echo.EchoBase
{
    public override async Task<EchoReply> Unary(EchoRequest request, ServerCallContext context)
    {
        await EchoMetadataAsync(context);
        switch (request.Behaviour)
        {
            case Behaviour.Throw:
                throw new InvalidOperationException("secret");
            case Behaviour.NullReply:
                return null!;
            case Behaviour.SetStatus:
                context.Status = new Status(StatusCode.AlreadyExists, "set");
                return new EchoReply();
            case Behaviour.Deadline:
                var left = (int)Math.Min(int.MaxValue, (context.Deadline - DateTime.UtcNow).TotalMilliseconds);
                return new EchoReply { Text = context.Deadline.ToString("o"), Count = left };
            case Behaviour.Info:
                return new EchoReply { Text = $"{context.Method}|{context.Host}|{context.Peer}" };
            case Behaviour.CancelCount:
                return new EchoReply { Count = observations.Cancelled };
            case Behaviour.Stubborn:
                await Task.Delay(request.DelayMs, CancellationToken.None);
                return new EchoReply { Text = "late" };
            case Behaviour.Details:
                throw new RpcException(
                    new Status(StatusCode.InvalidArgument, "details follow"),
                    new Metadata { { "grpc-status-details-bin", [8, 3, 18, 2, 0xc3, 0xa9] } });
            default:
                await DelayAsync(request, context);
                ThrowStatus(request);
                return ReplyTo(request, request.Count);
        }
    }

    public override async Task ServerStream(EchoRequest request, IServerStreamWriter<EchoReply> responseStream, ServerCallContext context)
    {
        for (var i = 0; i < request.Count; i++)
        {
            await observations.WatchAsync(() => responseStream.WriteAsync(ReplyTo(request, i)));
            await DelayAsync(request, context);
        }

        ThrowStatus(request);
    }

    public override async Task<EchoReply> ClientStream(IAsyncStreamReader<EchoRequest> requestStream, ServerCallContext context)
    {
        var reply = new EchoReply();
        await observations.WatchAsync(async () =>
        {
            while (await requestStream.MoveNext())
            {
                reply.Count++;
                reply.Text = requestStream.Current.Text;
                ThrowStatus(requestStream.Current);
                if (requestStream.Current.Behaviour == Behaviour.Stop)
                {
                    return;
                }
            }
        });
        return reply;
    }

    public override Task Duplex(
        IAsyncStreamReader<EchoRequest> requestStream, IServerStreamWriter<EchoReply> responseStream, ServerCallContext context) =>
        observations.WatchAsync(async () =>
        {
            await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
            {
                if (request.Behaviour == Behaviour.Stop)
                {
                    return;
                }

                ThrowStatus(request);
                await responseStream.WriteAsync(ReplyTo(request, request.Count), context.CancellationToken);
            }
        });

    private static EchoReply ReplyTo(EchoRequest request, int count) => new()
    {
        Text = request.Text,
        Count = count,
        Padding = request.PadBytes == 0 ? ByteString.Empty : ByteString.CopyFrom(new byte[request.PadBytes]),
    };

    private static void ThrowStatus(EchoRequest request)
    {
        if (request.StatusCode != 0)
        {
            throw new RpcException(
                new Status((StatusCode)request.StatusCode, request.StatusMessage),
                new Metadata { { "x-error", "e1" }, { "x-error-bin", [1, 2, 3] } });
        }
    }

    private static async Task EchoMetadataAsync(ServerCallContext context)
    {
        foreach (var entry in context.RequestHeaders.Where(entry => entry.Key.StartsWith("x-echo-", StringComparison.Ordinal)))
        {
            var key = entry.Key.Replace("x-echo-", "x-trail-", StringComparison.Ordinal);
            context.ResponseTrailers.Add(entry.IsBinary ? new Metadata.Entry(key, entry.ValueBytes) : new Metadata.Entry(key, entry.Value));
        }

        if (context.RequestHeaders.GetValue("x-want-headers") is not null)
        {
            await context.WriteResponseHeadersAsync(new Metadata { { "x-lead", "lead-value" }, { "x-lead-bin", [0, 1, 2, 255] } });
        }
    }

    private Task DelayAsync(EchoRequest request, ServerCallContext context) =>
        request.DelayMs == 0 ? Task.CompletedTask : observations.WatchAsync(() => Task.Delay(request.DelayMs, context.CancellationToken));
}
