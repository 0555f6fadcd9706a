using System.Numerics;
using System.Runtime.Intrinsics.X86;
using VietJapanTM.Matching.Indexing.Chunks;

namespace VietJapanTM.Matching.Indexing;

/// <summary>
/// Finds the rows of a range that may share enough terms with a query. It loses none; DESIGN.md proves it. Reused from query to
/// query; not thread-safe.
/// </summary>
internal sealed unsafe class CandidateFinder
{
    /// <summary>A row's bits are begun to be fetched so many rows before it.</summary>
    private const int Ahead = 6;

    /// <summary>In so many bitmaps; most rows are dropped by these.</summary>
    private const int ReadFirst = 2;

    private readonly QueryLists _lists = new();
    private readonly BitmapAdder _adder = new();
    private readonly PlaceCounter<byte> _counter = new();
    private readonly PinnedArray<ushort> _found = new(Postings.BlockRows + 1);
    private PlaceCounter<ushort>? _wideCounter;
    private PinnedArray<ushort>? _expanded;
    private ListSlice[] _counted = [];
    private long _postings;

    /// <summary>Entries of lists and words of bitmaps read so far.</summary>
    public (long Postings, long BitmapWords) Read => (_postings, _adder.WordsRead);

    /// <summary>Finds the lists of a query's terms in a chunk.</summary>
    /// <param name="postings">The chunk's.</param>
    /// <param name="terms">The query's terms.</param>
    /// <param name="firstRow">About where the first range begins.</param>
    public void Prepare(Postings postings, ReadOnlySpan<KeyTerm> terms, int firstRow) => _lists.Prepare(postings, terms, firstRow);

    /// <summary>Lets go of the chunk.</summary>
    public void Forget() => _lists.Forget();

    /// <summary>
    /// The places in their block of every row in [<paramref name="from"/>, <paramref name="to"/>) that shares at least
    /// <paramref name="needed"/> of the query's terms, and of some that do not. Valid until the next call.
    /// </summary>
    /// <param name="from">First row. Ranges of one chunk ascend.</param>
    /// <param name="to">The row after the last, of the same block.</param>
    /// <param name="needed">1 or more.</param>
    public ReadOnlySpan<ushort> Find(int from, int to, int needed)
    {
        if (_lists.Count < needed)
        {
            return [];
        }

        _lists.Cut(from, to);
        if (_lists.Present.Length < needed)
        {
            return [];
        }

        var plan = CountingPlan.Choose(_lists.Present, _lists.Sparse.Length, needed, to - from);
        var number = plan.AddsBitmaps ? Add(from, to, needed) : Count(plan, from, to, needed);
        return _found.Span[..number];
    }

    private int Add(int from, int to, int needed)
    {
        foreach (var slice in _lists.Sparse)
        {
            _postings += slice.Length;
        }

        var origin = from & ~(Postings.BlockRows - 1);
        return _adder.Find(_lists.Sparse, _lists.Dense, needed, from - origin, to - origin, _found.Pointer);
    }

    private int Count(CountingPlan plan, int from, int to, int needed)
    {
        var counted = Countable(plan.Lists, from, to);
        foreach (var slice in counted)
        {
            _postings += slice.Length;
        }

        return plan.Lists <= byte.MaxValue
            ? Count(_counter, counted, plan, needed)
            : Count(_wideCounter ??= new PlaceCounter<ushort>(), counted, plan, needed);
    }

    private int Count<T>(PlaceCounter<T> counter, ReadOnlySpan<ListSlice> counted, CountingPlan plan, int needed)
        where T : unmanaged, IBinaryInteger<T>
    {
        var found = _found.Pointer;
        var number = counter.Count(counted, plan.Hits, found);
        var dense = _lists.Present[Math.Max(plan.Lists, _lists.Sparse.Length)..];
        var unread = Math.Max(0, _lists.Sparse.Length - plan.Lists);
        var kept = 0;
        for (var i = 0; i < number; i++)
        {
            Prefetch(dense, found[Math.Min(i + Ahead, number - 1)]);

            // How many bitmaps the row may miss, and lists not read count as shared.
            var slack = counter[found[i]] + unread + dense.Length - needed;
            if (slack >= 0 && !MissesMore(dense, found[i], slack))
            {
                found[kept++] = found[i];
            }
        }

        counter.Clear(counted);
        return kept;
    }

    private static void Prefetch(ReadOnlySpan<ListSlice> dense, int place)
    {
        if (Sse.IsSupported)
        {
            foreach (var slice in dense[..Math.Min(dense.Length, ReadFirst)])
            {
                // SAFETY: prefetching cannot fault.
                Sse.Prefetch0(slice.Bits + (place >> 6));
            }
        }
    }

    /// <summary>The rarest bitmaps come first: a row is likeliest to miss these.</summary>
    private static bool MissesMore(ReadOnlySpan<ListSlice> dense, int place, int slack)
    {
        foreach (var slice in dense)
        {
            // SAFETY: every bitmap has a whole block of words.
            slack -= (int)(~(slice.Bits[place >> 6] >> (place & 63)) & 1);
            if (slack < 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first lists, bitmaps among them written out as places: only queries too long to add bitmaps need that.</summary>
    private ReadOnlySpan<ListSlice> Countable(int lists, int from, int to)
    {
        var sparse = _lists.Sparse.Length;
        if (lists <= sparse)
        {
            return _lists.Sparse[..lists];
        }

        if (_counted.Length < lists)
        {
            _counted = new ListSlice[lists];
        }

        var rows = to - from;
        if (_expanded is null || _expanded.Length < rows * (lists - sparse))
        {
            _expanded = new PinnedArray<ushort>(rows * (lists - sparse));
        }

        var places = _expanded.Pointer;
        for (var i = 0; i < lists; i++)
        {
            var slice = _lists.Present[i];
            _counted[i] = slice.Bits is null ? slice : new ListSlice(places, Expand(slice.Bits, from, to, places), null);
            places += slice.Bits is null ? 0 : _counted[i].Length;
        }

        return _counted.AsSpan(0, lists);
    }

    private static int Expand(ulong* bits, int from, int to, ushort* places)
    {
        var origin = from & ~(Postings.BlockRows - 1);
        var length = 0;
        for (var place = from - origin; place < to - origin; place++)
        {
            // SAFETY: every bitmap has a whole block of words, and the caller made room for every place of the range.
            places[length] = (ushort)place;
            length += (int)((bits[place >> 6] >> (place & 63)) & 1);
        }

        return length;
    }
}
