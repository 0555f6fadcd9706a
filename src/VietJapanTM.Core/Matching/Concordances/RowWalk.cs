using VietJapanTM.Matching.Indexing.Chunks;
using VietJapanTM.Matching.Scoring;

namespace VietJapanTM.Matching.Concordances;

/// <summary>
/// The rows of one chunk that may hold the words of a query, by unit. Their set is made of the posting lists of the tokens; then the rows are
/// passed in the order of their units, so that a page costs no more than its part of them. Used once; not thread-safe.
/// </summary>
internal sealed unsafe class RowWalk
{
    private readonly IndexChunk _chunk;
    private readonly TokenPlan _plan;
    private readonly FoldSet[] _folds;
    private readonly ulong[]? _rows;
    private readonly bool _checks;
    private readonly bool _hasNumbers;
    private readonly List<StoredToken> _tokens = [];
    private readonly List<int> _words = [];
    private readonly long _revision;
    private int _place;
    private int _run;

    /// <summary>Stands before the first row.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="plan">What a row must have.</param>
    /// <param name="revision">The revision that must see a row.</param>
    /// <param name="after">The unit, UTF-8, behind which to begin; null for the first.</param>
    public RowWalk(IndexChunk chunk, TokenPlan plan, long revision, byte[]? after)
    {
        (_chunk, _plan, _revision) = (chunk, plan, revision);
        _folds = [.. plan.Slots.Select(slot => FoldSet.Of(chunk.Vocabulary, slot))];
        if (Array.Exists(_folds, f => f.IsEmpty))
        {
            _place = chunk.Count;
            return;
        }

        _rows = chunk.Postings is null ? null : Intersect(chunk.Postings);
        _hasNumbers = Array.Exists(_folds, f => f.HasNumbers);
        _checks = plan.CanCheckRows && (_rows is null || _hasNumbers || plan.Slots.Any(s => s.Follows));
        _place = after is null ? 0 : FirstAfter(after);
    }

    /// <summary>The unit of the row that the walk stands at, UTF-8.</summary>
    public byte[] UnitId { get; private set; } = [];

    /// <summary>The revision that began that row.</summary>
    public long Begin => _chunk.BeginOf(Row);

    private ReadOnlySpan<int> ByUnit => _chunk.Image.Items<int>(ChunkSection.UnitOrder);

    private int Row { get; set; }

    /// <summary>Goes to the next row; false where there is none.</summary>
    public bool MoveNext()
    {
        var order = ByUnit;
        while (_place < order.Length)
        {
            Row = order[_place++];
            if ((_rows is null || (_rows[Row >> 6] >> (Row & 63) & 1) != 0) && _chunk.IsLiveAt(Row, _revision))
            {
                UnitId = _chunk.UnitIdBytes(Row);
                return true;
            }
        }

        return false;
    }

    /// <summary>True where the row's tokens do not rule out that its text holds the words.</summary>
    public bool Passes()
    {
        if (!_checks)
        {
            return true;
        }

        ReadWords();
        for (var first = 0; first < _folds.Length;)
        {
            var end = first + 1;
            while (end < _folds.Length && _plan.Slots[end].Follows)
            {
                end++;
            }

            if (!HoldsInOrder(_folds.AsSpan(first..end)))
            {
                return false;
            }

            first = end;
        }

        return true;
    }

    /// <summary>The folds of the row's words and numbers. Its keys say the words; only which number it is, only its tokens say.</summary>
    private void ReadWords()
    {
        _words.Clear();
        if (!_hasNumbers)
        {
            _run = _chunk.RunOf(Row, _run);
            ref readonly var run = ref _chunk.Runs[_run];
            var place = IndexChunk.KeyStart(run, Row);
            for (var i = 0; i < run.Keys; i++)
            {
                _words.Add(_chunk.KeyAt(place + i) - 1);
            }

            return;
        }

        _chunk.ReadTokens(Row, _tokens);
        foreach (var token in _tokens)
        {
            if (token.Kind is EditKind.Word or EditKind.Number)
            {
                _words.Add(token.Fold);
            }
        }
    }

    private bool HoldsInOrder(ReadOnlySpan<FoldSet> folds)
    {
        for (var at = 0; at + folds.Length <= _words.Count; at++)
        {
            var i = 0;
            while (i < folds.Length && folds[i].Contains(_words[at + i]))
            {
                i++;
            }

            if (i == folds.Length)
            {
                return true;
            }
        }

        return false;
    }

    private int FirstAfter(byte[] after)
    {
        var order = ByUnit;
        var (low, high) = (0, order.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _chunk.UnitIdBytes(order[middle]).AsSpan().SequenceCompareTo(after) <= 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private ulong[] Intersect(Postings postings)
    {
        var all = new ulong[(_chunk.Count + 63) >> 6];
        var one = new ulong[all.Length];
        all.AsSpan().Fill(ulong.MaxValue);
        foreach (var folds in _folds)
        {
            Array.Clear(one);
            foreach (var key in folds.Keys)
            {
                if (postings.TryFind(new KeyTerm(key, 0), out var list))
                {
                    Add(postings, list, one);
                }
            }

            for (var i = 0; i < all.Length; i++)
            {
                all[i] &= one[i];
            }
        }

        return all;
    }

    /// <summary>Sets the bits of a list's rows.</summary>
    private void Add(Postings postings, TermList list, ulong[] rows)
    {
        // SAFETY: a list's entries lie where its kind says; a bitmap has whole blocks, so at least as many words as the rows need.
        switch (list.Kind)
        {
            case ListKind.Plain:
                for (var i = list.Start; i < list.Start + list.Count; i++)
                {
                    var row = postings.PlainRows[i];
                    rows[row >> 6] |= 1UL << (row & 63);
                }

                break;
            case ListKind.Blocked:
                for (var block = 0; block << Postings.BlockShift < _chunk.Count; block++)
                {
                    for (var i = postings.Directory[list.Start + block]; i < postings.Directory[list.Start + block + 1]; i++)
                    {
                        var row = (block << Postings.BlockShift) + postings.Places[i];
                        rows[row >> 6] |= 1UL << (row & 63);
                    }
                }

                break;
            default:
                var bits = new ReadOnlySpan<ulong>(postings.Bitmaps + list.Start, rows.Length);
                for (var i = 0; i < rows.Length; i++)
                {
                    rows[i] |= bits[i];
                }

                break;
        }
    }
}
