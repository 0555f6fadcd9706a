using System.Runtime.CompilerServices;

namespace VietJapanTM.Alignment;

/// <summary>A list in <see cref="Scratch{T}"/> memory. A field that is never copied; its owner returns it. Not thread-safe.</summary>
internal struct ScratchList<T>
    where T : unmanaged
{
    private Scratch<T> _items;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>What there is; valid until the next is added.</summary>
    public readonly Span<T> Items => _items.Items.AsSpan(0, Count);

    /// <summary>Makes room for a number that will probably do.</summary>
    public void Expect(int count) => _items.Grow(count);

    /// <summary>Adds one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T item)
    {
        if (Count == _items.Items.Length)
        {
            _items.Grow(Count + 1);
        }

        _items.Items[Count++] = item;
    }

    /// <summary>Forgets all; the memory stays.</summary>
    public void Clear() => Count = 0;

    /// <summary>Gives the memory back.</summary>
    public void Return()
    {
        Count = 0;
        _items.Return();
    }
}
