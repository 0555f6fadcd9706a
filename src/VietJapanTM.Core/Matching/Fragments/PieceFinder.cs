using System.Numerics;
using System.Runtime.InteropServices;
using VietJapanTM.Matching.Concordances;
using VietJapanTM.Matching.Indexing.Chunks;
using VietJapanTM.Matching.Scoring;

namespace VietJapanTM.Matching.Fragments;

/// <summary>
/// Finds a row of a chunk that holds some words of a query side by side: among the rows of the rarest of them that have all frequent ones, by the
/// rows' keys. A number's key stands for all numbers, so there the row's tokens decide. Not thread-safe.
/// </summary>
internal sealed unsafe class PieceFinder
{
    private readonly IndexChunk _chunk;
    private readonly long _revision;
    private readonly int[] _folds;
    private readonly int[] _keys;
    private readonly ushort[] _codes;
    private readonly TermList[] _lists;
    private readonly bool[] _isNumber;
    private readonly List<StoredToken> _tokens = [];
    private readonly List<int> _rowFolds = [];
    private readonly List<TermList> _bitmaps = [];
    private int _run;

    /// <summary>Looks a query's words up.</summary>
    public PieceFinder(IReadOnlyList<KeyedToken> query, IndexChunk chunk, long revision)
    {
        (_chunk, _revision) = (chunk, revision);
        _folds = [.. query.Select(t => chunk.Vocabulary.FindFold(t.Form))];
        _keys = [.. _folds.Select(fold => fold < 0 ? -1 : chunk.Vocabulary.KeyOf(fold))];
        _codes = [.. _keys.Select(key => (ushort)Math.Min((uint)key, KeyColumn.Escape))];
        _isNumber = [.. query.Select(t => t.Form.Kind == EditKind.Number)];
        _lists = new TermList[query.Count];
        for (var i = 0; i < _keys.Length; i++)
        {
            if (_keys[i] >= 0 && chunk.Postings?.TryFind(new KeyTerm(_keys[i], 0), out _lists[i]) == false)
            {
                _keys[i] = -1;
            }
        }
    }

    /// <summary>The first row met that holds the words from one place to before another, or −1.</summary>
    public int Find(int start, int end, CancellationToken cancellationToken)
    {
        if (_keys.AsSpan(start..end).Contains(-1))
        {
            return -1;
        }

        cancellationToken.ThrowIfCancellationRequested();
        _run = 0;
        if (_chunk.Postings is not { } postings)
        {
            return First(Enumerable.Range(0, _chunk.Count), start, end);
        }

        var rarest = _lists[start];
        _bitmaps.Clear();
        for (var i = start; i < end; i++)
        {
            rarest = _lists[i].Count < rarest.Count ? _lists[i] : rarest;
            if (_lists[i].Kind == ListKind.Bitmap)
            {
                _bitmaps.Add(_lists[i]);
            }
        }

        return rarest.Kind == ListKind.Bitmap ? FindInBitmaps(postings, start, end) : First(RowsOf(postings, rarest), start, end);
    }

    private int First(IEnumerable<int> rows, int start, int end)
    {
        foreach (var row in rows)
        {
            if (HasFrequent(row) && Holds(row, start, end))
            {
                return row;
            }
        }

        return -1;
    }

    private static IEnumerable<int> RowsOf(Postings postings, TermList list)
    {
        if (list.Kind == ListKind.Plain)
        {
            for (var i = 0; i < list.Count; i++)
            {
                yield return RowAt(postings, list.Start + i);
            }

            yield break;
        }

        for (var block = 0; block << Postings.BlockShift < postings.Rows; block++)
        {
            var (from, to) = EntriesOf(postings, list.Start + block);
            for (var i = from; i < to; i++)
            {
                yield return (block << Postings.BlockShift) + PlaceAt(postings, i);
            }
        }
    }

    // SAFETY: a list's entries lie where its kind says, and a bitmap has a bit for every row.
    private static int RowAt(Postings postings, int entry) => postings.PlainRows[entry];

    private static int PlaceAt(Postings postings, int entry) => postings.Places[entry];

    private static (int From, int To) EntriesOf(Postings postings, int block) => (postings.Directory[block], postings.Directory[block + 1]);

    private bool HasFrequent(int row)
    {
        foreach (var list in _bitmaps)
        {
            if ((_chunk.Postings!.Bitmaps[list.Start + (row >> 6)] >> (row & 63) & 1) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private int FindInBitmaps(Postings postings, int start, int end)
    {
        for (var word = 0; word << 6 < postings.Rows; word++)
        {
            var rows = ulong.MaxValue;
            foreach (var list in _bitmaps)
            {
                rows &= postings.Bitmaps[list.Start + word];
            }

            for (; rows != 0; rows &= rows - 1)
            {
                var row = (word << 6) + BitOperations.TrailingZeroCount(rows);
                if (Holds(row, start, end))
                {
                    return row;
                }
            }
        }

        return -1;
    }

    private bool Holds(int row, int start, int end)
    {
        _run = _chunk.RunOf(row, _run);
        ref readonly var run = ref _chunk.Runs[_run];
        var place = IndexChunk.KeyStart(run, row);
        var codes = new ReadOnlySpan<ushort>(_chunk.KeysFrom(place), run.Keys);
        var piece = _codes.AsSpan(start..end);
        for (var at = codes.IndexOf(piece); at >= 0;)
        {
            if (AreRareKeys(place + at, start, end))
            {
                return _chunk.IsLiveAt(row, _revision) && (!_isNumber.AsSpan(start..end).Contains(true) || HoldsFolds(row, start, end));
            }

            var next = codes[(at + 1)..].IndexOf(piece);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    /// <summary>Keys that do not fit the column share one code.</summary>
    private bool AreRareKeys(long place, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (_codes[i] == KeyColumn.Escape && _chunk.KeyAt(place + i - start) != _keys[i])
            {
                return false;
            }
        }

        return true;
    }

    private bool HoldsFolds(int row, int start, int end)
    {
        _chunk.ReadTokens(row, _tokens);
        _rowFolds.Clear();
        foreach (var token in _tokens)
        {
            if (token.Kind is EditKind.Word or EditKind.Number)
            {
                _rowFolds.Add(token.Fold);
            }
        }

        return CollectionsMarshal.AsSpan(_rowFolds).IndexOf(_folds.AsSpan(start..end)) >= 0;
    }
}
