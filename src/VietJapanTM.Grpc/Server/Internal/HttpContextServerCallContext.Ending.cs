using System.Globalization;
using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Grpc.AspNetCore.Server.Internal;

internal sealed partial class HttpContextServerCallContext
{
    // HTTP/2 error codes.
    private const int NoErrorCode = 0;
    private const int InternalErrorCode = 2;
    private const int CancelCode = 8;

    // What a write under way at the deadline may still take before the stream is reset under it.
    private static readonly TimeSpan DeadlinePatience = TimeSpan.FromMilliseconds(500);
    private static readonly Status DeadlineExceededStatus = new(StatusCode.DeadlineExceeded, "Deadline Exceeded");

    private CancellationTokenSource? _cancellation;
    private CallDeadline? _deadlineTimer;
    private Task _deadlineEnd = Task.CompletedTask;
    private int _ended;
    private volatile bool _isDeadlineExceeded;

    /// <summary>Turns an exception that left the handler into the call's status.</summary>
    public void Fail(Exception exception)
    {
        switch (exception)
        {
            case RpcException rpc:
                ServerLog.HandlerEndedWithStatus(_settings.Logger, method.FullName, rpc.StatusCode, rpc);
                FailWith(rpc);
                break;
            case OperationCanceledException or IOException when _isClientGone || _isDeadlineExceeded || _cancellationToken.IsCancellationRequested:
                ServerLog.CallCancelled(_settings.Logger, method.FullName);
                _status = new Status(StatusCode.Cancelled, "Call canceled by the client.");
                break;
            case BadHttpRequestException bad:
                ServerLog.HandlerEndedWithStatus(_settings.Logger, method.FullName, StatusCode.Internal, bad);
                _status = new Status(StatusCode.Internal, bad.Message);
                break;
            default:
                ServerLog.HandlerFailed(_settings.Logger, method.FullName, exception);
                _status = new Status(StatusCode.Unknown, DescribeEscaped(exception));
                break;
        }
    }

    /// <summary>Ends the call with its status, unless its deadline did so already; called once, after the handler.</summary>
    public async ValueTask EndAsync()
    {
        _deadlineTimer?.Dispose();
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            // A write that the handler did not wait for still uses the response.
            await _gate.CloseAsync(Timeout.InfiniteTimeSpan, _settings.Time);
            WriteStatus(_status, _responseTrailers);
        }
        else
        {
            await _deadlineEnd;
        }

        _cancellation?.Dispose();
    }

    private void FailWith(RpcException exception)
    {
        _status = exception.Status;
        foreach (var entry in exception.Trailers)
        {
            ResponseTrailersCore.Add(entry);
        }
    }

    private string DescribeEscaped(Exception exception)
    {
        const string Text = "Exception was thrown by handler.";
        return _settings.EnableDetailedErrors ? $"{Text} {exception.GetType().Name}: {exception.Message}" : Text;
    }

    private void OnDeadline()
    {
        var finished = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _deadlineEnd = finished.Task;
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            _ = EndAtDeadlineAsync(finished);
        }
    }

    /// <summary>Answers the client at the deadline, whether or not the handler heeds its token.</summary>
    private async Task EndAtDeadlineAsync(TaskCompletionSource finished)
    {
        try
        {
            ServerLog.DeadlineExceeded(_settings.Logger, method.FullName);
            _isDeadlineExceeded = true;
            var cancelling = _cancellation!.CancelAsync();
            if (await _gate.CloseAsync(DeadlinePatience, _settings.Time))
            {
                // The handler may be adding trailers at this moment: they stay out.
                WriteStatus(DeadlineExceededStatus, trailers: null);
                await HttpContext.Response.CompleteAsync();
                if (!_isRequestComplete)
                {
                    Reset(NoErrorCode);
                }
            }
            else
            {
                Reset(CancelCode);
            }

            await cancelling;
        }
        catch (Exception e)
        {
            ServerLog.DeadlineFailed(_settings.Logger, method.FullName, e);
        }
        finally
        {
            finished.SetResult();
        }
    }

    private void Reset(int errorCode) => HttpContext.Features.Get<IHttpResetFeature>()?.Reset(errorCode);

    /// <summary>Writes the status: into the trailers after a message or headers, else into the headers (trailers-only).</summary>
    private void WriteStatus(in Status status, Metadata? trailers)
    {
        var target = HttpContext.Response.Headers;
        if (_hasWritten || HttpContext.Response.HasStarted)
        {
            target = HttpContext.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers;
        }
        else
        {
            HttpContext.Response.ContentType = WireHeaders.ContentType;
        }

        foreach (var entry in trailers ?? Metadata.Empty)
        {
            AppendEntry(target, entry);
        }

        target[WireHeaders.Status] = status.StatusCode == StatusCode.OK ? "0" : ((int)status.StatusCode).ToString(CultureInfo.InvariantCulture);
        if (status.Detail.Length > 0)
        {
            target[WireHeaders.Message] = StatusMessage.Encode(status.Detail);
        }
    }

    private void AppendEntry(IHeaderDictionary target, Metadata.Entry entry)
    {
        if (WireHeaders.IsReserved(entry.Key))
        {
            return;
        }

        if (WireHeaders.TextOf(entry) is { } text)
        {
            target.Append(entry.Key, text);
        }
        else
        {
            ServerLog.MetadataDropped(_settings.Logger, entry.Key, method.FullName);
        }
    }
}
