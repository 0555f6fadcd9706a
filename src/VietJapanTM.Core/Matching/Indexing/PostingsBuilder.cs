using System.Runtime.InteropServices;

namespace VietJapanTM.Matching.Indexing;

/// <summary>Makes the posting lists of a chunk: counts each term's rows, lays the lists out, fills them. Used once.</summary>
internal sealed class PostingsBuilder
{
    /// <summary>A term of at least one row in so many has a bitmap: near there it is as large as a list and quicker to add.</summary>
    private const int BitmapShare = 128;

    /// <summary>Words between bitmaps, so that equal places of several do not fall on the same cache lines.</summary>
    private const int BitmapGap = 8;

    private readonly int[] _keyStarts;
    private readonly int[] _termAt;
    private readonly Dictionary<int, int> _ordinals = [];
    private readonly int _rows;
    private readonly int _blocks;
    private int[] _firstTerms = [];

    /// <summary>Takes the rows.</summary>
    /// <param name="keyStarts">For each row where its keys begin in <paramref name="keys"/>, and one more entry: where the last end.</param>
    /// <param name="keys">The keys of all rows.</param>
    public PostingsBuilder(int[] keyStarts, ReadOnlySpan<int> keys)
    {
        _keyStarts = keyStarts;
        _rows = keyStarts.Length - 1;
        _blocks = (_rows + Postings.BlockRows - 1) >> Postings.BlockShift;
        _termAt = new int[keys.Length];
        NumberKeys(keys);
        NumberTerms();
    }

    /// <summary>Makes the lists.</summary>
    public Postings Build()
    {
        var terms = new TermList[_firstTerms[^1]];
        var entries = LayOut(terms);
        Fill(terms, entries);
        return new Postings(_ordinals, _firstTerms, terms, entries);
    }

    private void NumberKeys(ReadOnlySpan<int> keys)
    {
        for (var at = 0; at < keys.Length; at++)
        {
            ref var ordinal = ref CollectionsMarshal.GetValueRefOrAddDefault(_ordinals, keys[at], out var known);
            if (!known)
            {
                ordinal = _ordinals.Count - 1;
            }

            _termAt[at] = ordinal;
        }
    }

    /// <summary>Turns each key's ordinal into its term's number: the first term of the key and the occurrence in the row.</summary>
    private void NumberTerms()
    {
        var inRow = new int[_ordinals.Count];
        _firstTerms = new int[_ordinals.Count + 1];
        for (var row = 0; row < _rows; row++)
        {
            var ordinals = _termAt.AsSpan(_keyStarts[row].._keyStarts[row + 1]);
            foreach (var ordinal in ordinals)
            {
                _firstTerms[ordinal + 1] = Math.Max(_firstTerms[ordinal + 1], ++inRow[ordinal]);
            }

            foreach (var ordinal in ordinals)
            {
                inRow[ordinal] = 0;
            }
        }

        for (var i = 0; i + 1 < _firstTerms.Length; i++)
        {
            _firstTerms[i + 1] += _firstTerms[i];
        }

        Array.Fill(inRow, -1);
        var occurrences = new int[_ordinals.Count];
        for (var row = 0; row < _rows; row++)
        {
            for (var at = _keyStarts[row]; at < _keyStarts[row + 1]; at++)
            {
                var ordinal = _termAt[at];
                occurrences[ordinal] = inRow[ordinal] == row ? occurrences[ordinal] + 1 : 0;
                inRow[ordinal] = row;
                _termAt[at] = _firstTerms[ordinal] + occurrences[ordinal];
            }
        }
    }

    private PostingEntries LayOut(TermList[] terms)
    {
        var counts = new int[terms.Length];
        foreach (var term in _termAt)
        {
            counts[term]++;
        }

        var (plain, directory, blocked, bitmaps) = (0, 0, 0, 0);
        for (var term = 0; term < terms.Length; term++)
        {
            var count = counts[term];
            if (count < Postings.MinBlocked)
            {
                terms[term] = new TermList(ListKind.Plain, plain, count);
                plain += count;
            }
            else if ((long)count * BitmapShare >= _rows)
            {
                terms[term] = new TermList(ListKind.Bitmap, bitmaps, count);
                bitmaps += (_blocks * Postings.BlockWords) + BitmapGap;
            }
            else
            {
                terms[term] = new TermList(ListKind.Blocked, directory, count);
                directory += _blocks + 1;
                blocked += count;
            }
        }

        return new PostingEntries(_rows, new int[plain], new int[directory], new PinnedArray<ushort>(blocked), new PinnedArray<ulong>(bitmaps));
    }

    private void Fill(TermList[] terms, PostingEntries entries)
    {
        var next = Starts(terms, entries);
        var blocked = entries.Blocked.Span;
        var bitmaps = entries.Bitmaps.Span;
        for (var row = 0; row < _rows; row++)
        {
            var block = row >> Postings.BlockShift;
            for (var at = _keyStarts[row]; at < _keyStarts[row + 1]; at++)
            {
                var term = _termAt[at];
                switch (terms[term].Kind)
                {
                    case ListKind.Plain:
                        entries.Plain[next[term]++] = row;
                        break;
                    case ListKind.Blocked:
                        blocked[next[term]++] = (ushort)(row & (Postings.BlockRows - 1));
                        entries.Directory[terms[term].Start + block + 1] = next[term];
                        break;
                    default:
                        bitmaps[terms[term].Start + (row >> 6)] |= 1UL << (row & 63);
                        break;
                }
            }
        }

        CloseDirectory(terms, entries.Directory);
    }

    private static int[] Starts(TermList[] terms, PostingEntries entries)
    {
        var next = new int[terms.Length];
        var blocked = 0;
        for (var term = 0; term < terms.Length; term++)
        {
            next[term] = terms[term].Start;
            if (terms[term].Kind == ListKind.Blocked)
            {
                entries.Directory[terms[term].Start] = blocked;
                next[term] = blocked;
                blocked += terms[term].Count;
            }
        }

        return next;
    }

    /// <summary>A block without entries begins where the one before it ends.</summary>
    private void CloseDirectory(TermList[] terms, int[] directory)
    {
        foreach (var term in terms)
        {
            if (term.Kind == ListKind.Blocked)
            {
                for (var block = 1; block <= _blocks; block++)
                {
                    directory[term.Start + block] = Math.Max(directory[term.Start + block], directory[term.Start + block - 1]);
                }
            }
        }
    }
}
