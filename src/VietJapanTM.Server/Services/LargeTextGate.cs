namespace VietJapanTM.Server.Services;

/// <summary>
/// Lets few large texts at once be prepared and aligned, because each takes a processor for seconds: one fewer than there are processors, so that
/// look-ups always have one. The others wait for their turn in the order in which they came and hold no thread meanwhile; small texts
/// never wait. Thread-safe.
/// </summary>
/// <param name="places">How many large texts at once, 1 or more.</param>
internal sealed class LargeTextGate(int places) : IDisposable
{
    /// <summary>UTF-16 code units of all texts of a call from which on it is large; less is aligned within some hundredths of a second.</summary>
    public const int LargeLength = 65_536;

    private readonly SemaphoreSlim _places = new(places);

    /// <summary>The gate of this machine.</summary>
    public static LargeTextGate ForProcessors() => new(Math.Max(1, Environment.ProcessorCount - 1));

    /// <summary>Waits until texts may be worked on; what it gives must be disposed when that is done.</summary>
    /// <param name="length">UTF-16 code units of all texts together.</param>
    /// <param name="cancellationToken">Gives up the turn.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async ValueTask<Place> EnterAsync(long length, CancellationToken cancellationToken)
    {
        if (length < LargeLength)
        {
            return default;
        }

        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Place(_places);
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    /// <summary>A place that is held until it is disposed, once.</summary>
    internal readonly struct Place(SemaphoreSlim places) : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose() => places?.Release();
    }
}
