namespace VietJapanTM.Server.Hosting;

/// <summary>What the heap wants.</summary>
internal enum HeapStep
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A collection beside the calls.</summary>
    Collect,

    /// <summary>A collection that compacts and gives back what is free, while all calls wait.</summary>
    Compact,
}

/// <summary>
/// Decides by looks at regular times when a heap is worth the pause of compacting it: where much was allocated since the last time, the heap is
/// large, and two looks in a row find that hardly anything is being allocated, which a look-up would do. Not thread-safe.
/// </summary>
internal sealed class HeapWatch
{
    /// <summary>Bytes that are allocated before it is worth while, and that the heap has at least: a short document leaves far less.</summary>
    public const long MuchBytes = 256 << 20;

    /// <summary>Bytes between two looks that housekeeping may allocate; a look-up allocates some hundred thousand.</summary>
    public const long QuietBytes = 256 << 10;

    private long _allocatedAtRelief;
    private long _allocatedBefore;
    private bool _isCollected;

    /// <summary>A look.</summary>
    /// <param name="allocatedBytes">All that the process has ever allocated.</param>
    /// <param name="committedBytes">What the heap holds of the system's memory.</param>
    public HeapStep Look(long allocatedBytes, long committedBytes)
    {
        var isQuiet = allocatedBytes - _allocatedBefore < QuietBytes;
        _allocatedBefore = allocatedBytes;
        if (!isQuiet || allocatedBytes - _allocatedAtRelief < MuchBytes || committedBytes < MuchBytes)
        {
            _isCollected = false;
            return HeapStep.None;
        }

        if (!_isCollected)
        {
            _isCollected = true;
            return HeapStep.Collect;
        }

        _isCollected = false;
        _allocatedAtRelief = allocatedBytes;
        return HeapStep.Compact;
    }
}
