using VietJapanTM.Store;

namespace VietJapanTM.Storage.Writing;

/// <summary>A change on its way through the writer, and the task that its caller awaits.</summary>
internal sealed class PendingChange
{
    private readonly TaskCompletionSource<ChangeResult> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _begun;

    public PendingChange(Change change, CancellationToken cancellationToken)
    {
        Change = change;
        CancellationToken = cancellationToken;
    }

    public Change Change { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>Completes once the change is durable, or is known not to be.</summary>
    public Task<ChangeResult> Completion => _completion.Task;

    /// <summary>
    /// True where the change is of a known, small size, so that neighbours in its transaction need not wait for it long. A stream of
    /// operations may be any length.
    /// </summary>
    public bool IsSmall => Change.Operations.TryGetNonEnumeratedCount(out var count) && count <= 1_000;

    /// <summary>The writer takes it up; false where its caller has given up already.</summary>
    public bool TryBegin() => Interlocked.CompareExchange(ref _begun, 1, 0) == 0;

    /// <summary>The caller gives up; has no effect once the writer has taken it up.</summary>
    public void GiveUp()
    {
        if (TryBegin())
        {
            _completion.TrySetCanceled(CancellationToken);
        }
    }

    public void Complete(ChangeResult result) => _completion.TrySetResult(result);

    public void Fail(Exception exception)
    {
        if (exception is OperationCanceledException && CancellationToken.IsCancellationRequested)
        {
            _completion.TrySetCanceled(CancellationToken);
        }
        else
        {
            _completion.TrySetException(exception);
        }
    }
}
