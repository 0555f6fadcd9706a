using System.Buffers;

namespace VietJapanTM.Alignment;

/// <summary>
/// Working memory that grows with its use and is borrowed from the shared pool, so that a short document does not pay for arrays that the one
/// before it paid for. A field that is never copied; its owner returns it. Not thread-safe.
/// </summary>
internal struct Scratch<T>
    where T : unmanaged
{
    private T[]? _items;

    /// <summary>What there is; longer than was asked for.</summary>
    public readonly T[] Items => _items ?? [];

    /// <summary>Room for some items, which hold anything.</summary>
    public Span<T> Take(int count)
    {
        if (Items.Length < count)
        {
            Return();
            _items = ArrayPool<T>.Shared.Rent(count);
        }

        return Items.AsSpan(0, count);
    }

    /// <summary>Room for some items that are zero.</summary>
    public Span<T> TakeCleared(int count)
    {
        var items = Take(count);
        items.Clear();
        return items;
    }

    /// <summary>Room for more items than there are; those that there are stay.</summary>
    public void Grow(int count)
    {
        if (Items.Length < count)
        {
            var larger = ArrayPool<T>.Shared.Rent(Math.Max(count, 2 * Items.Length));
            Items.CopyTo(larger, 0);
            Return();
            _items = larger;
        }
    }

    /// <summary>Gives the memory back.</summary>
    public void Return()
    {
        if (_items is not null)
        {
            ArrayPool<T>.Shared.Return(_items);
            _items = null;
        }
    }
}
