using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace VietJapanTM.Matching.Indexing;

/// <summary>
/// Finds the places of a block that are in at least so many of some lists by adding bitmaps, 512 places at a time. Allocates
/// nothing; not thread-safe.
/// </summary>
/// <remarks>
/// The sums stand in planes, plane i holding bit i of every place's sum, and bitmaps are added by carry-save adders: Harley and
/// Seal's, as in Warren, Hacker's Delight, section 5-1, and in Rinfret, O'Neil and O'Neil, Bit-sliced index arithmetic, SIGMOD 2001.
/// </remarks>
internal sealed unsafe class BitmapAdder
{
    /// <summary>Most lists: <see cref="PlaceSums.MaxPlanes"/> planes hold their sums.</summary>
    public const int MaxBitmaps = 124;

    private const int VectorWords = 8;
    private const int VectorRows = VectorWords * 64;
    private const int PrefetchWords = 128;

    /// <summary>Five planes hold the sums of so many.</summary>
    private const int FewLists = 31;

    /// <summary>Three planes hold sums below it.</summary>
    private const int FewSums = 8;

    /// <summary>Bitmaps are added four at a time.</summary>
    private const int Group = 4;

    private readonly PlaceSums _sums = new();
    private readonly PinnedArray<nint> _bitmaps = new(MaxBitmaps);
    private int _count;
    private int _nothing;

    /// <summary>Words read from bitmaps so far.</summary>
    public long WordsRead { get; private set; }

    /// <summary>
    /// Writes the places in [<paramref name="from"/>, <paramref name="to"/>) that are in at least <paramref name="needed"/> lists;
    /// answers how many.
    /// </summary>
    /// <param name="sparse">Lists of places in that range.</param>
    /// <param name="dense">Bitmaps of the block.</param>
    /// <param name="needed">1 or more, and no more than there are lists.</param>
    /// <param name="from">First place.</param>
    /// <param name="to">The place after the last.</param>
    /// <param name="found">Receives the places; has room for a block's.</param>
    public int Find(ReadOnlySpan<ListSlice> sparse, ReadOnlySpan<ListSlice> dense, int needed, int from, int to, ushort* found)
    {
        var first = from / VectorRows * VectorWords;
        var last = (to + VectorRows - 1) / VectorRows * VectorWords;
        _sums.Add(sparse, first, last);
        Arrange(dense);
        var number = sparse.Length + dense.Length <= FewLists ? AddFew(needed, first, last, found) : AddMany(needed, first, last, found);
        return Within(from, to, found, number);
    }

    /// <summary>Bitmaps of no list first, so that a multiple of four is left after each group.</summary>
    private void Arrange(ReadOnlySpan<ListSlice> dense)
    {
        // SAFETY: there are at most MaxBitmaps, a multiple of four.
        for (_count = 0; (_count + dense.Length) % Group != 0;)
        {
            _bitmaps.Pointer[_count++] = (nint)_sums.Empty;
        }

        _nothing = _count;
        foreach (var slice in dense)
        {
            _bitmaps.Pointer[_count++] = (nint)slice.Bits;
        }
    }

    /// <summary>
    /// Fewer than 32 lists, so that five planes hold the sums. To these, 32 less the number needed is added, and a place reaches it where
    /// its sum runs over. Before each group a vector is given up where no place can do so with the bitmaps left.
    /// </summary>
    private int AddFew(int needed, int first, int last, ushort* found)
    {
        // A place is in no more lists than the sparse ones and all bitmaps.
        var sparse = needed - (_count - _nothing);
        if (sparse > _sums.Most)
        {
            return 0;
        }

        var isFew = sparse > 0 && _sums.Most < FewSums;
        var (c0, c1, c2) = (Bits(FewSums - sparse, 0), Bits(FewSums - sparse, 1), Bits(FewSums - sparse, 2));
        var start = FewLists + 1 - needed;
        var (b0, b1, b2, b3, b4) = (Bits(start, 0), Bits(start, 1), Bits(start, 2), Bits(start, 3), Bits(start, 4));
        ulong* p0 = _sums.Plane(0), p1 = _sums.Plane(1), p2 = _sums.Plane(2), p3 = _sums.Plane(3), p4 = _sums.Plane(4);
        var bitmaps = (ulong**)_bitmaps.Pointer;
        var end = bitmaps + _count;
        var number = 0;
        nint read = 0;
        for (nint word = first; word < last; word += VectorWords)
        {
            // The sums of the sparse lists alone rule most vectors out.
            var carry = Vector512<ulong>.Zero;
            if (isFew && Carry(p0 + word, c0, p1 + word, c1, p2 + word, c2) == carry)
            {
                continue;
            }

            var s0 = Add(p0 + word, b0, ref carry);
            var s1 = Add(p1 + word, b1, ref carry);
            var s2 = Add(p2 + word, b2, ref carry);
            var s3 = Add(p3 + word, b3, ref carry);
            var s4 = Add(p4 + word, b4, ref carry);
            var over = carry;
            var at = bitmaps;
            while (at < end && CanReach((int)(end - at), over, s2, s3, s4))
            {
                carry = AddFour(at, word, ref s0, ref s1);
                (s2, carry) = (s2 ^ carry, s2 & carry);
                (s3, carry) = (s3 ^ carry, s3 & carry);
                over |= s4 & carry;
                s4 ^= carry;
                at += Group;
            }

            read += at == bitmaps ? 0 : (nint)(at - bitmaps) - _nothing;
            if (over != Vector512<ulong>.Zero)
            {
                number = Emit(over, (int)word, found, number);
            }
        }

        WordsRead += read * VectorWords;
        return number;
    }

    /// <summary>Up to <see cref="MaxBitmaps"/> lists, in seven planes, to whose sums 128 less the number needed is added; otherwise as above.</summary>
    private int AddMany(int needed, int first, int last, ushort* found)
    {
        var start = (1 << PlaceSums.MaxPlanes) - needed;
        var bitmaps = (ulong**)_bitmaps.Pointer;
        var end = bitmaps + _count;
        var number = 0;
        nint read = 0;
        for (nint word = first; word < last; word += VectorWords)
        {
            var carry = Vector512<ulong>.Zero;
            var s0 = Add(_sums.Plane(0) + word, Bits(start, 0), ref carry);
            var s1 = Add(_sums.Plane(1) + word, Bits(start, 1), ref carry);
            var s2 = Add(_sums.Plane(2) + word, Bits(start, 2), ref carry);
            var s3 = Add(_sums.Plane(3) + word, Bits(start, 3), ref carry);
            var s4 = Add(_sums.Plane(4) + word, Bits(start, 4), ref carry);
            var s5 = Add(_sums.Plane(5) + word, Bits(start, 5), ref carry);
            var s6 = Add(_sums.Plane(6) + word, Bits(start, 6), ref carry);
            var over = carry;
            var at = bitmaps;
            while (at < end && CanReach((int)(end - at), over, s2, s3, s4, s5, s6))
            {
                carry = AddFour(at, word, ref s0, ref s1);
                (s2, carry) = (s2 ^ carry, s2 & carry);
                (s3, carry) = (s3 ^ carry, s3 & carry);
                (s4, carry) = (s4 ^ carry, s4 & carry);
                (s5, carry) = (s5 ^ carry, s5 & carry);
                over |= s6 & carry;
                s6 ^= carry;
                at += Group;
            }

            read += at == bitmaps ? 0 : (nint)(at - bitmaps) - _nothing;
            if (over != Vector512<ulong>.Zero)
            {
                number = Emit(over, (int)word, found, number);
            }
        }

        WordsRead += read * VectorWords;
        return number;
    }

    /// <summary>The sum of a plane, a number's bit and a carry, which becomes the carry to the next plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Add(ulong* plane, Vector512<ulong> bits, ref Vector512<ulong> carry)
    {
        // SAFETY: a plane has a whole block of words, whole vectors.
        var (sum, into) = (Vector512.Load(plane), carry);
        carry = Majority(sum, bits, into);
        return sum ^ bits ^ into;
    }

    /// <summary>The carry out of three planes to which a number is added, without the sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Carry(ulong* p0, Vector512<ulong> c0, ulong* p1, Vector512<ulong> c1, ulong* p2, Vector512<ulong> c2) =>
        Majority(Vector512.Load(p2), c2, Majority(Vector512.Load(p1), c1, Vector512.Load(p0) & c0));

    /// <summary>Adds four bitmaps to the two lowest planes; answers the carry, which counts four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> AddFour(ulong** bitmaps, nint word, ref Vector512<ulong> s0, ref Vector512<ulong> s1)
    {
        // SAFETY: every bitmap has a whole block of words, whole vectors.
        var a = Load(bitmaps[0] + word);
        var b = Load(bitmaps[1] + word);
        var c = Load(bitmaps[2] + word);
        var d = Load(bitmaps[3] + word);
        var twos = Majority(s0, a, b);
        s0 = s0 ^ a ^ b;
        var moreTwos = Majority(s0, c, d);
        s0 = s0 ^ c ^ d;
        var fours = Majority(s1, twos, moreTwos);
        s1 = s1 ^ twos ^ moreTwos;
        return fours;
    }

    /// <summary>False where no sum can run over, or has, with so many bitmaps left, a multiple of four: with a carry of as many fours.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool CanReach(int left, Vector512<ulong> over, Vector512<ulong> s2, Vector512<ulong> s3, Vector512<ulong> s4)
    {
        var reach = (left / Group) switch
        {
            1 => s4 & s3 & s2,
            2 => s4 & s3,
            3 => s4 & (s3 | s2),
            4 => s4,
            5 => s4 | (s3 & s2),
            6 => s4 | s3,
            _ => Vector512<ulong>.AllBitsSet,
        };
        return (over | reach) != Vector512<ulong>.Zero;
    }

    /// <summary>The same for seven planes: a number of fours is added to the upper five, and only what runs over is of interest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool CanReach(
        int left, Vector512<ulong> over, Vector512<ulong> s2, Vector512<ulong> s3, Vector512<ulong> s4, Vector512<ulong> s5, Vector512<ulong> s6)
    {
        var fours = left / Group;
        var carry = s2 & Bits(fours, 0);
        carry = Majority(s3, Bits(fours, 1), carry);
        carry = Majority(s4, Bits(fours, 2), carry);
        carry = Majority(s5, Bits(fours, 3), carry);
        carry = Majority(s6, Bits(fours, 4), carry);
        return (over | carry) != Vector512<ulong>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Load(ulong* words)
    {
        if (Sse.IsSupported)
        {
            // SAFETY: prefetching cannot fault.
            Sse.Prefetch0(words + PrefetchWords);
        }

        return Vector512.Load(words);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Majority(Vector512<ulong> a, Vector512<ulong> b, Vector512<ulong> c) =>
        Avx512F.IsSupported ? Avx512F.TernaryLogic(a, b, c, 0xE8) : (a & b) | (c & (a ^ b));

    /// <summary>A bit of a number for every place.</summary>
    private static Vector512<ulong> Bits(int number, int bit) => Vector512.Create(0UL - (((ulong)number >> bit) & 1));

    private static int Emit(Vector512<ulong> reached, int word, ushort* found, int number)
    {
        for (var i = 0; i < VectorWords; i++)
        {
            for (var bits = reached[i]; bits != 0; bits &= bits - 1)
            {
                found[number++] = (ushort)(((word + i) * 64) + BitOperations.TrailingZeroCount(bits));
            }
        }

        return number;
    }

    /// <summary>Drops the places before and behind a range; they ascend.</summary>
    private static int Within(int from, int to, ushort* found, int number)
    {
        while (number > 0 && found[number - 1] >= to)
        {
            number--;
        }

        var before = 0;
        while (before < number && found[before] < from)
        {
            before++;
        }

        if (before > 0)
        {
            new Span<ushort>(found + before, number - before).CopyTo(new Span<ushort>(found, number));
        }

        return number - before;
    }
}
