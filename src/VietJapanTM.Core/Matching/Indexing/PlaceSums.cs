using System.Runtime.CompilerServices;
using VietJapanTM.Matching.Indexing.Chunks;

namespace VietJapanTM.Matching.Indexing;

/// <summary>
/// In how many of some lists each place of a block is, in planes of bits: plane i holds bit i of every place's sum. Reused; not thread-safe.
/// </summary>
internal sealed unsafe class PlaceSums
{
    /// <summary>So many planes hold the sums of <see cref="BitmapAdder.MaxBitmaps"/> lists.</summary>
    public const int MaxPlanes = 7;

    /// <summary>Words of a block's bitmap and some, so that equal places of several do not fall on the same cache lines.</summary>
    private const int Stride = Postings.BlockWords + 8;

    private readonly PinnedArray<ulong> _planes = new((MaxPlanes + 1) * Stride);
    private int _used;

    /// <summary>A plane without a bit, which is never written.</summary>
    public ulong* Empty => _planes.Pointer + (MaxPlanes * Stride);

    /// <summary>No sum of the lists is larger.</summary>
    public int Most => (1 << _used) - 1;

    /// <summary>A plane; empty where no sum reaches it.</summary>
    public ulong* Plane(int plane) => plane < _used ? Raw(plane) : Empty;

    /// <summary>Sums lists whose places lie in some words of the block; the planes' other words stay as they are.</summary>
    /// <param name="lists">At most <see cref="BitmapAdder.MaxBitmaps"/>, none of them a bitmap.</param>
    /// <param name="first">The first word.</param>
    /// <param name="last">The word after the last.</param>
    public void Add(ReadOnlySpan<ListSlice> lists, int first, int last)
    {
        _used = 0;
        ClearNext(first, last);
        ClearNext(first, last);
        foreach (var list in lists)
        {
            // The two halves of a list in turn: neighbours in a list often share a byte, which must be written before it is read again.
            var half = list.Length / 2;
            for (var i = 0; i < half; i++)
            {
                Add(list.Places[i], first, last);
                Add(list.Places[half + i], first, last);
            }

            if (list.Length % 2 != 0)
            {
                Add(list.Places[list.Length - 1], first, last);
            }
        }
    }

    /// <summary>Four lists seldom meet in a place, so a carry beyond two planes is rare.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int place, int first, int last)
    {
        // SAFETY: a place is below BlockRows.
        byte* ones = (byte*)Raw(0), twos = (byte*)Raw(1);
        var at = place >> 3;
        var bit = 1 << (place & 7);
        int one = ones[at], two = twos[at];
        ones[at] = (byte)(one ^ bit);
        bit &= one;
        twos[at] = (byte)(two ^ bit);
        bit &= two;
        if (bit != 0)
        {
            Carry(at, bit, first, last);
        }
    }

    private void Carry(int at, int bit, int first, int last)
    {
        for (var plane = 2; bit != 0; plane++)
        {
            if (plane == _used)
            {
                ClearNext(first, last);
            }

            // SAFETY: the planes hold the sum of MaxBitmaps.
            var bytes = (byte*)Raw(plane) + at;
            int old = *bytes;
            *bytes = (byte)(old ^ bit);
            bit &= old;
        }
    }

    private void ClearNext(int first, int last) => new Span<ulong>(Raw(_used++) + first, last - first).Clear();

    private ulong* Raw(int plane) => _planes.Pointer + (plane * Stride);
}
