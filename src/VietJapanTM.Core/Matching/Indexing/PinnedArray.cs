using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VietJapanTM.Matching.Indexing;

/// <summary>
/// Zeroed memory for kernels that work with pointers. It never moves and begins on a cache line; the collector frees it with
/// this object, so whoever uses <see cref="Pointer"/> keeps the object alive.
/// </summary>
internal sealed unsafe class PinnedArray<T>
    where T : unmanaged
{
    private const int CacheLine = 64;
    private readonly T[] _items;

    public PinnedArray(int length)
    {
        Length = length;
        _items = GC.AllocateArray<T>(length + (CacheLine / sizeof(T)), pinned: true);

        // SAFETY: the array is pinned for its whole life, and one cache line more was allocated than the alignment skips.
        var start = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_items));
        Pointer = (T*)((start + CacheLine - 1) & ~(nuint)(CacheLine - 1));
    }

    public int Length { get; }

    /// <summary>The first item; <see cref="Length"/> items follow from it.</summary>
    public T* Pointer { get; }

    public Span<T> Span => new(Pointer, Length);
}
