using System.Runtime.Intrinsics.X86;
using VietJapanTM.Matching.Indexing.Chunks;

namespace VietJapanTM.Matching.Indexing;

/// <summary>
/// The posting lists of one query in one chunk, cut to one range of rows at a time. Ranges lie in one block each and ascend.
/// Reused from query to query; not thread-safe.
/// </summary>
internal sealed unsafe class QueryLists
{
    /// <summary>Places in a cache line.</summary>
    private const int EntriesInLine = 32;

    private PinnedArray<ushort> _places = new(Postings.MinBlocked);
    private Postings _postings = null!;
    private TermList[] _lists = new TermList[64];
    private int[] _cursors = new int[64];
    private ListSlice[] _slices = new ListSlice[64];
    private int _cutTo;

    /// <summary>How many of the query's terms the chunk has.</summary>
    public int Count { get; private set; }

    /// <summary>The lists that are not bitmaps and have entries in the range, the shortest first.</summary>
    public ReadOnlySpan<ListSlice> Sparse => _slices.AsSpan(0, SparseCount);

    /// <summary>The bitmaps, the rarest first.</summary>
    public ReadOnlySpan<ListSlice> Dense => _slices.AsSpan(SparseCount, PresentCount - SparseCount);

    /// <summary>The lists that may have entries in the range: <see cref="Sparse"/>, then <see cref="Dense"/>.</summary>
    public ReadOnlySpan<ListSlice> Present => _slices.AsSpan(0, PresentCount);

    private int SparseCount { get; set; }

    private int PresentCount { get; set; }

    /// <summary>Finds the lists.</summary>
    /// <param name="postings">The chunk's.</param>
    /// <param name="terms">The query's terms.</param>
    /// <param name="firstRow">About where the first range begins: what is read first there is begun to be fetched.</param>
    public void Prepare(Postings postings, ReadOnlySpan<KeyTerm> terms, int firstRow)
    {
        if (_lists.Length < terms.Length)
        {
            _lists = new TermList[terms.Length];
            _cursors = new int[terms.Length];
            _slices = new ListSlice[terms.Length];
        }

        _postings = postings;
        _cutTo = 0;
        var isLarge = postings.Rows > Postings.BlockRows;
        if (isLarge)
        {
            postings.Prefetch(terms);
        }

        Count = 0;
        foreach (var term in terms)
        {
            Count += postings.TryFind(term, out _lists[Count]) ? 1 : 0;
        }

        TermList.Sort(_lists.AsSpan(0, Count));
        for (var i = 0; i < Count; i++)
        {
            _cursors[i] = _lists[i].Start;
        }

        if (isLarge)
        {
            Prefetch(firstRow >> Postings.BlockShift);
        }

        if (_places.Length < Count * Postings.MinBlocked)
        {
            _places = new PinnedArray<ushort>(Count * Postings.MinBlocked * 2);
        }
    }

    /// <summary>Begins to fetch the lists where a block begins. First all directories, then all lists: what is fetched side by side takes no longer than one.</summary>
    private void Prefetch(int block)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        // SAFETY: prefetching cannot fault, and every directory has an entry for each block.
        foreach (var list in _lists.AsSpan(0, Count))
        {
            if (list.Kind == ListKind.Blocked)
            {
                Sse.Prefetch0(_postings.Directory + list.Start + block);
            }
        }

        foreach (var list in _lists.AsSpan(0, Count))
        {
            if (list.Kind == ListKind.Blocked)
            {
                Sse.Prefetch0(_postings.Places + _postings.Directory[list.Start + block]);
            }
        }
    }

    /// <summary>Cuts the lists to [<paramref name="from"/>, <paramref name="to"/>), which lies in one block.</summary>
    public void Cut(int from, int to)
    {
        SparseCount = 0;
        var list = 0;
        for (; list < Count && _lists[list].Kind != ListKind.Bitmap; list++)
        {
            var slice = _lists[list].Kind == ListKind.Plain ? CutPlain(list, from, to) : CutBlocked(list, from, to);
            if (slice.Length > 0)
            {
                Insert(slice);
            }
        }

        _cutTo = to;
        PresentCount = SparseCount;
        var word = (from >> Postings.BlockShift) * Postings.BlockWords;
        for (; list < Count; list++)
        {
            // SAFETY: every bitmap has whole blocks from its start.
            var expected = (int)((long)_lists[list].Count * (to - from) / _postings.Rows);
            _slices[PresentCount++] = new ListSlice(null, expected, _postings.Bitmaps + _lists[list].Start + word);
        }
    }

    /// <summary>Lets go of the chunk.</summary>
    public void Forget() => _postings = null!;

    /// <summary>The slices are few and nearly in order already.</summary>
    private void Insert(ListSlice slice)
    {
        var at = SparseCount++;
        while (at > 0 && _slices[at - 1].Length > slice.Length)
        {
            _slices[at] = _slices[at - 1];
            at--;
        }

        _slices[at] = slice;
    }

    /// <summary>Ranges ascend, so the cursor never goes back. The rows become places in the block, as in the other lists.</summary>
    private ListSlice CutPlain(int list, int from, int to)
    {
        var rows = _postings.PlainRows;
        var end = _lists[list].Start + _lists[list].Count;
        var cursor = _cursors[list];
        while (cursor < end && rows[cursor] < from)
        {
            cursor++;
        }

        // SAFETY: a plain list has fewer entries than its part of the scratch.
        var places = _places.Pointer + (list * Postings.MinBlocked);
        var length = 0;
        while (cursor < end && rows[cursor] < to)
        {
            places[length++] = (ushort)(rows[cursor++] & (Postings.BlockRows - 1));
        }

        _cursors[list] = cursor;
        return new ListSlice(places, length, null);
    }

    /// <summary>Where a range follows the last one in its block, its entries follow too.</summary>
    private ListSlice CutBlocked(int list, int from, int to)
    {
        var block = from >> Postings.BlockShift;
        var start = _postings.Directory[_lists[list].Start + block];
        var end = _postings.Directory[_lists[list].Start + block + 1];
        var first = from & (Postings.BlockRows - 1);
        var last = to - (block << Postings.BlockShift);
        var entries = _postings.Places;
        start = first == 0 ? start : from == _cutTo ? _cursors[list] : FirstAtLeast(entries, first, start, end);
        end = last == Postings.BlockRows || to == _postings.Rows ? end : FirstAtLeast(entries, last, start, end);
        _cursors[list] = end;
        if (Sse.IsSupported)
        {
            // SAFETY: prefetching cannot fault. The next range's entries come next, about as many.
            for (var next = end; next <= end + (end - start); next += EntriesInLine)
            {
                Sse.Prefetch0(entries + next);
            }
        }

        // SAFETY: the directory's entries lie within the blocked places.
        return new ListSlice(entries + start, end - start, null);
    }

    private static int FirstAtLeast(ushort* entries, int place, int low, int high)
    {
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var below = entries[middle] < place;
            low = below ? middle + 1 : low;
            high = below ? high : middle;
        }

        return low;
    }
}

/// <summary>The part of a posting list that lies in a range.</summary>
/// <param name="places">The places in the block, ascending; null for a bitmap.</param>
/// <param name="length">How many; for a bitmap how many to expect.</param>
/// <param name="bits">The bitmap of the whole block; null for a list.</param>
internal readonly unsafe struct ListSlice(ushort* places, int length, ulong* bits)
{
    public readonly ushort* Places = places;

    public readonly int Length = length;

    public readonly ulong* Bits = bits;
}
