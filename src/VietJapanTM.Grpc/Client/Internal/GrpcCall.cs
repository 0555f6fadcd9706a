using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client.Internal;

/// <summary>One call over one HTTP/2 request: its life and its end (here), its request and its responses (the other parts).</summary>
internal sealed partial class GrpcCall<TRequest, TResponse> : IDisposable
    where TRequest : class
    where TResponse : class
{
    private readonly GrpcChannel _channel;
    private readonly Method<TRequest, TResponse> _method;
    private readonly string? _host;
    private readonly DateTime _deadline;
    private readonly TaskCompletionSource<Metadata> _headers = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _cancellation = new();
    private CancellationTokenRegistration[] _cancelSources = [];
    private CallDeadline? _deadlineTimer;
    private CallEnd? _end;
    private volatile bool _isDeadlineExceeded;

    public GrpcCall(GrpcChannel channel, Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        _channel = channel;
        _method = method;
        _host = host;
        Options = options;
        Token = _cancellation.Token;
        _deadline = Earlier(options.Deadline?.ToUniversalTime(), options.PropagationToken?.Deadline);
    }

    public CallOptions Options { get; }

    /// <summary>Cancelled with the call, whatever the reason.</summary>
    public CancellationToken Token { get; }

    public Task<Metadata> ResponseHeadersAsync => _headers.Task;

    /// <summary>How the call ended; null while it lasts.</summary>
    public CallEnd? End => Volatile.Read(ref _end);

    private TimeSpan TimeLeft => _deadline == DateTime.MaxValue ? TimeSpan.MaxValue : _deadline - _channel.Options.Time.GetUtcNow().UtcDateTime;

    public Status GetStatus() => End?.Status ?? throw new InvalidOperationException("Unable to get the status because the call is not complete.");

    public Metadata GetTrailers() =>
        End?.Trailers ?? throw new InvalidOperationException("Can't get the call trailers because the call has not completed successfully.");

    public void Dispose()
    {
        Finish(new Status(StatusCode.Cancelled, "gRPC call disposed."), Metadata.Empty, cause: null);
        Abort();
    }

    public void Cancel() => Fail(new OperationCanceledException());

    /// <summary>Ends the call after an exception, unless it has ended already; returns what to throw.</summary>
    public Exception Fail(Exception exception)
    {
        var status = exception switch
        {
            RpcException rpc => rpc.Status,
            _ when _isDeadlineExceeded => new Status(StatusCode.DeadlineExceeded, "", exception),
            OperationCanceledException => new Status(StatusCode.Cancelled, "Call canceled by the client.", exception),
            _ => CallFailures.OfException(exception),
        };
        var end = Finish(status, (exception as RpcException)?.Trailers ?? [], exception);
        Abort();
        return end.Error ?? exception;
    }

    /// <summary>Lets the deadline and every token that may cancel the call do so from now on.</summary>
    private void Arm()
    {
        _cancelSources = [LinkTo(Options.CancellationToken), LinkTo(Options.PropagationToken?.CancellationToken ?? default), LinkTo(_channel.Closing)];
        var left = TimeLeft;
        if (left <= TimeSpan.Zero)
        {
            OnDeadline();
        }
        else if (_deadline != DateTime.MaxValue)
        {
            _deadlineTimer = new CallDeadline(_channel.Options.Time, left, OnDeadline);
        }

        if (End is not null)
        {
            Disarm();
        }
    }

    private void Disarm()
    {
        _deadlineTimer?.Dispose();
        foreach (var source in _cancelSources)
        {
            source.Unregister();
        }
    }

    /// <summary>Resets the stream where it still lives: an abandoned response would hold its window of the connection.</summary>
    private void Abort()
    {
        _cancellation.Cancel();
        _response?.Dispose();
    }

    /// <summary>Ends the call; the first end holds.</summary>
    private CallEnd Finish(Status status, Metadata trailers, Exception? cause)
    {
        Exception? error = status.StatusCode == StatusCode.OK ? null
            : cause as RpcException ?? ErrorFor(status, trailers, cause);
        var end = new CallEnd(status, trailers, error);
        if (Interlocked.CompareExchange(ref _end, end, null) is { } earlier)
        {
            return earlier;
        }

        Disarm();
        if (error is null)
        {
            _requestContent?.Complete();
        }
        else
        {
            _requestContent?.Abort();
            ClientLog.CallFailed(_channel.Logger, _method.FullName, status.StatusCode, cause);
            if (_headers.TrySetException(error))
            {
                // Observed here: who awaits the response alone must not see it again as an unobserved exception.
                _ = _headers.Task.Exception;
            }
        }

        return end;
    }

    private Exception ErrorFor(Status status, Metadata trailers, Exception? cause)
    {
        var isCancelled = status.StatusCode == StatusCode.DeadlineExceeded ? _deadline != DateTime.MaxValue
            : status.StatusCode == StatusCode.Cancelled && cause is not null;
        return isCancelled && _channel.Options.ThrowOperationCanceledOnCancellation
            ? new OperationCanceledException(status.Detail, cause, Options.CancellationToken)
            : new RpcException(status, trailers);
    }

    private static DateTime Earlier(DateTime? one, DateTime? other)
    {
        var first = one ?? DateTime.MaxValue;
        var second = other ?? DateTime.MaxValue;
        return first < second ? first : second;
    }

    private CancellationTokenRegistration LinkTo(CancellationToken source) =>
        source.UnsafeRegister(static state => ((GrpcCall<TRequest, TResponse>)state!).Cancel(), this);

    private void OnDeadline()
    {
        _isDeadlineExceeded = true;
        Cancel();
    }
}
