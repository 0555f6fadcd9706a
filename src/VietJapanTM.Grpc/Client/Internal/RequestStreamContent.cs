using System.Net;

namespace Grpc.Net.Client.Internal;

/// <summary>A request body that stays open for a stream of messages.</summary>
internal sealed class RequestStreamContent : HttpContent
{
    private readonly TaskCompletionSource<Stream> _stream = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Where the messages go, once the request is under way.</summary>
    public Task<Stream> Stream => _stream.Task;

    /// <summary>Ends the body as a whole one.</summary>
    public void Complete() => _completed.TrySetResult();

    /// <summary>Breaks the body off: the server must not take what was sent so far for the whole.</summary>
    public void Abort() => _completed.TrySetCanceled();

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // Sends the headers, which the server may want to answer before the first message.
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        _stream.TrySetResult(stream);
        await _completed.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = -1;
        return false;
    }
}
