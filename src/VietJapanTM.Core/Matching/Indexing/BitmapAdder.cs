using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using VietJapanTM.Matching.Indexing.Chunks;

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
    /// <summary>Seven planes hold the sum of so many, four at a time.</summary>
    public const int MaxBitmaps = 124;

    private const int VectorWords = 8;
    private const int VectorRows = VectorWords * 64;
    private const int PrefetchWords = 128;

    /// <summary>Words of a block's bitmap and some, so that equal places of several do not fall on the same cache lines.</summary>
    private const int Stride = Postings.BlockWords + VectorWords;

    private readonly PinnedArray<ulong> _scattered = new((MaxBitmaps + 1) * Stride);
    private readonly ulong*[] _bitmaps = new ulong*[MaxBitmaps + 4];
    private int _count;
    private int _lists;

    /// <summary>Words read from bitmaps so far.</summary>
    public long WordsRead { get; private set; }

    /// <summary>
    /// Writes the places in [<paramref name="from"/>, <paramref name="to"/>) that are in at least <paramref name="needed"/> lists;
    /// answers how many.
    /// </summary>
    /// <param name="sparse">Lists of places in that range.</param>
    /// <param name="dense">Bitmaps of the block.</param>
    /// <param name="needed">1 or more.</param>
    /// <param name="from">First place.</param>
    /// <param name="to">The place after the last.</param>
    /// <param name="found">Receives the places; has room for a block's.</param>
    public int Find(ReadOnlySpan<ListSlice> sparse, ReadOnlySpan<ListSlice> dense, int needed, int from, int to, ushort* found)
    {
        var first = from / VectorRows * VectorWords;
        var last = (to + VectorRows - 1) / VectorRows * VectorWords;
        Scatter(sparse, first, last);
        foreach (var slice in dense)
        {
            _bitmaps[_count++] = slice.Bits;
        }

        // The last of the scratch is never written: the bitmap of no list.
        for (var i = _count; i < _count + 3; i++)
        {
            _bitmaps[i] = _scattered.Pointer + (MaxBitmaps * Stride);
        }

        fixed (ulong** bitmaps = _bitmaps)
        {
            return _count < 32 ? AddFew(bitmaps, needed, first, last, from, to, found) : AddMany(bitmaps, needed, first, last, from, to, found);
        }
    }

    private void Scatter(ReadOnlySpan<ListSlice> sparse, int first, int last)
    {
        _count = 0;
        foreach (var slice in sparse)
        {
            // SAFETY: there are at most MaxBitmaps lists, and a place is below BlockRows.
            var bitmap = _scattered.Pointer + (_count * Stride);
            new Span<ulong>(bitmap + first, last - first).Clear();
            var bytes = (byte*)bitmap;
            var end = slice.Places + slice.Length;
            for (var place = slice.Places; place < end; place++)
            {
                bytes[*place >> 3] |= (byte)(1 << (*place & 7));
            }

            _bitmaps[_count++] = bitmap;
        }

        _lists = _count;
    }

    /// <summary>
    /// Fewer than 32 bitmaps, so that five planes hold the sums. After the lists, which few places are in, and after each further
    /// group, a vector is given up where no place can reach the number with the bitmaps left.
    /// </summary>
    private int AddFew(ulong** bitmaps, int needed, int first, int last, int from, int to, ushort* found)
    {
        var groups = (_count + 3) & ~3;
        var check = FirstCheck(needed);
        var number = 0;
        long words = 0;
        for (var word = first; word < last; word += VectorWords)
        {
            // SAFETY: every bitmap has a whole block of words, whole vectors; prefetching cannot fault.
            var (s0, s1, s2, s3, s4) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero, Vector512<ulong>.Zero, Vector512<ulong>.Zero, Vector512<ulong>.Zero);
            var reached = Vector512<ulong>.Zero;
            var i = 0;
            while (i < groups)
            {
                var a = Load(bitmaps[i] + word);
                var b = Load(bitmaps[i + 1] + word);
                var c = Load(bitmaps[i + 2] + word);
                var d = Load(bitmaps[i + 3] + word);
                var twos = Majority(s0, a, b);
                s0 = s0 ^ a ^ b;
                var moreTwos = Majority(s0, c, d);
                s0 = s0 ^ c ^ d;
                var fours = Majority(s1, twos, moreTwos);
                s1 = s1 ^ twos ^ moreTwos;
                var eights = s2 & fours;
                s2 ^= fours;
                s4 ^= s3 & eights;
                s3 ^= eights;
                i += 4;
                if (i >= check || i == groups)
                {
                    reached = AtLeast(needed - Math.Max(0, _count - i), s0, s1, s2, s3, s4);
                    if (reached == Vector512<ulong>.Zero)
                    {
                        break;
                    }
                }
            }

            words += i * VectorWords;
            if (reached != Vector512<ulong>.Zero)
            {
                number = Emit(reached, word, from, to, found, number);
            }
        }

        WordsRead += words;
        return number;
    }

    /// <summary>Up to <see cref="MaxBitmaps"/> bitmaps, in seven planes.</summary>
    private int AddMany(ulong** bitmaps, int needed, int first, int last, int from, int to, ushort* found)
    {
        var number = 0;
        for (var word = first; word < last; word += VectorWords)
        {
            // SAFETY: as above.
            var (s0, s1, s2, s3) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero, Vector512<ulong>.Zero, Vector512<ulong>.Zero);
            var (s4, s5, s6) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero, Vector512<ulong>.Zero);
            for (var i = 0; i < _count; i += 4)
            {
                var a = Load(bitmaps[i] + word);
                var b = Load(bitmaps[i + 1] + word);
                var c = Load(bitmaps[i + 2] + word);
                var d = Load(bitmaps[i + 3] + word);
                var twos = Majority(s0, a, b);
                s0 = s0 ^ a ^ b;
                var moreTwos = Majority(s0, c, d);
                s0 = s0 ^ c ^ d;
                var carry = Majority(s1, twos, moreTwos);
                s1 = s1 ^ twos ^ moreTwos;
                (s2, carry) = (s2 ^ carry, s2 & carry);
                (s3, carry) = (s3 ^ carry, s3 & carry);
                (s4, carry) = (s4 ^ carry, s4 & carry);
                (s5, carry) = (s5 ^ carry, s5 & carry);
                s6 ^= carry;
            }

            // The sum reaches the number where the upper bits are larger, or equal and the lower reach.
            var equal = Same(s6, needed >> 6) & Same(s5, needed >> 5);
            var above = Exceeds(s6, needed >> 6) | (Same(s6, needed >> 6) & Exceeds(s5, needed >> 5));
            var reached = above | (equal & AtLeast(needed & 31, s0, s1, s2, s3, s4));
            if (reached != Vector512<ulong>.Zero)
            {
                number = Emit(reached, word, from, to, found, number);
            }
        }

        WordsRead += (long)_count * (last - first);
        return number;
    }

    /// <summary>The number of bitmaps after which the first check can give up anything: the lists, and as many as leave 2 to reach.</summary>
    private int FirstCheck(int needed)
    {
        var check = Math.Max((_lists + 3) & ~3, 4);
        while (check < _count && needed - (_count - check) < 2)
        {
            check += 4;
        }

        return check;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Load(ulong* words)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(words + PrefetchWords);
        }

        return Vector512.Load(words);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Majority(Vector512<ulong> a, Vector512<ulong> b, Vector512<ulong> c) =>
        Avx512F.IsSupported ? Avx512F.TernaryLogic(a, b, c, 0xE8) : (a & b) | (c & (a ^ b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Same(Vector512<ulong> plane, int bit) => (bit & 1) == 0 ? ~plane : plane;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Exceeds(Vector512<ulong> plane, int bit) => (bit & 1) == 0 ? plane : Vector512<ulong>.Zero;

    /// <summary>The places whose five-bit sum is at least <paramref name="number"/>: the carry out of the sum and 32 − number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> AtLeast(
        int number, Vector512<ulong> s0, Vector512<ulong> s1, Vector512<ulong> s2, Vector512<ulong> s3, Vector512<ulong> s4)
    {
        if (number is <= 0 or > 31)
        {
            return number <= 0 ? Vector512<ulong>.AllBitsSet : Vector512<ulong>.Zero;
        }

        var addend = 32 - number;
        var carry = s0 & Vector512.Create(0UL - ((ulong)addend & 1));
        carry = Majority(s1, carry, Vector512.Create(0UL - (((ulong)addend >> 1) & 1)));
        carry = Majority(s2, carry, Vector512.Create(0UL - (((ulong)addend >> 2) & 1)));
        carry = Majority(s3, carry, Vector512.Create(0UL - (((ulong)addend >> 3) & 1)));
        return Majority(s4, carry, Vector512.Create(0UL - (((ulong)addend >> 4) & 1)));
    }

    private static int Emit(Vector512<ulong> reached, int word, int from, int to, ushort* found, int number)
    {
        for (var i = 0; i < VectorWords; i++)
        {
            for (var bits = reached[i]; bits != 0; bits &= bits - 1)
            {
                var place = ((word + i) * 64) + BitOperations.TrailingZeroCount(bits);
                if (place >= from && place < to)
                {
                    found[number++] = (ushort)place;
                }
            }
        }

        return number;
    }
}
