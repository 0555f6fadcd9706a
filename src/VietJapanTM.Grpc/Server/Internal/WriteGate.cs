namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Lets one write in at a time, and none any more after the call's end closed it.</summary>
internal sealed class WriteGate
{
    private const int Open = 0;
    private const int Writing = 1;
    private const int Closing = 2;
    private const int Closed = 3;

    private int _state;
    private TaskCompletionSource? _lastWriteLeft;

    /// <summary>Whether the call's end closed the gate, or waits to.</summary>
    public bool IsClosed => Volatile.Read(ref _state) >= Closing;

    /// <summary>Enters; false where another write is inside or the gate is closed.</summary>
    public bool TryEnter() => Interlocked.CompareExchange(ref _state, Writing, Open) == Open;

    /// <summary>Leaves after a successful <see cref="TryEnter"/>.</summary>
    public void Leave()
    {
        if (Interlocked.CompareExchange(ref _state, Open, Writing) == Closing)
        {
            Volatile.Write(ref _state, Closed);
            _lastWriteLeft!.TrySetResult();
        }
    }

    /// <summary>
    /// Closes the gate for ever, after the write that is inside; called once. False where that write did not leave within
    /// <paramref name="patience"/>, as when the client does not read: the gate is closed all the same.
    /// </summary>
    public async ValueTask<bool> CloseAsync(TimeSpan patience, TimeProvider time)
    {
        while (Interlocked.CompareExchange(ref _state, Closed, Open) != Open)
        {
            _lastWriteLeft ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (Interlocked.CompareExchange(ref _state, Closing, Writing) != Writing)
            {
                continue;
            }

            try
            {
                await _lastWriteLeft.Task.WaitAsync(patience, time).ConfigureAwait(false);
                return true;
            }
            catch (TimeoutException)
            {
                return false;
            }
        }

        return true;
    }
}
