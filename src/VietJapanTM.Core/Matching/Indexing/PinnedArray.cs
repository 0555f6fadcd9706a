using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VietJapanTM.Matching.Indexing;

/// <summary>
/// Zeroed memory for kernels that work with pointers. It never moves and begins on a cache line, large arrays on a large page;
/// the collector frees it with this object, so whoever uses <see cref="Pointer"/> keeps the object alive.
/// </summary>
internal sealed unsafe class PinnedArray<T>
    where T : unmanaged
{
    private const int CacheLine = 64;

    /// <summary>From so many bytes on an array gets large pages; the alignment wastes one at most.</summary>
    private const long LargeBytes = 4L * LargePages.Bytes;

    private readonly T[] _items;

    public PinnedArray(int length)
    {
        Length = length;
        var bytes = (long)length * sizeof(T);
        var alignment = bytes >= LargeBytes ? LargePages.Bytes : CacheLine;
        _items = GC.AllocateArray<T>(checked(length + (alignment / sizeof(T))), pinned: true);

        // SAFETY: the array is pinned for its whole life, and as much more was allocated as the alignment can skip.
        var start = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_items));
        Pointer = (T*)((start + (nuint)alignment - 1) & ~((nuint)alignment - 1));
        if (bytes >= LargeBytes)
        {
            LargePages.Request((byte*)Pointer, bytes);
        }
    }

    public int Length { get; }

    /// <summary>The first item; <see cref="Length"/> items follow from it.</summary>
    public T* Pointer { get; }

    public Span<T> Span => new(Pointer, Length);
}
