namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>Makes the posting lists of a chunk: counts each term's rows, lays the lists out, fills them. Used once.</summary>
internal sealed class PostingsBuilder
{
    /// <summary>A term of at least one row in so many has a bitmap: near there it is as large as a list and quicker to add.</summary>
    private const int BitmapShare = 128;

    /// <summary>Words between bitmaps, so that equal places of several do not fall on the same cache lines.</summary>
    private const int BitmapGap = 8;

    private readonly RowShape[] _shapes;
    private readonly int[] _keys;
    private readonly int[] _order;
    private readonly int _blocks;
    private readonly int[] _firstTerms;
    private readonly int[] _lastRow;
    private readonly int[] _occurrence;

    /// <summary>Takes the rows.</summary>
    /// <param name="shapes">The rows, which say where their keys lie.</param>
    /// <param name="keys">The keys of all rows.</param>
    /// <param name="order">The rows in their final order.</param>
    /// <param name="keyLimit">Keys are below this.</param>
    public PostingsBuilder(RowShape[] shapes, int[] keys, int[] order, int keyLimit)
    {
        (_shapes, _keys, _order) = (shapes, keys, order);
        _blocks = (order.Length + Postings.BlockRows - 1) >> Postings.BlockShift;
        _lastRow = new int[keyLimit];
        _occurrence = new int[keyLimit];
        _firstTerms = new int[keyLimit + 1];
        NumberTerms();
    }

    /// <summary>Makes the lists and writes the sections.</summary>
    public void Write(ImageWriter image)
    {
        var terms = new TermList[_firstTerms[^1]];
        var (plain, directory, blocked, bitmaps) = LayOut(terms);
        var (plainRows, blocks) = (new int[plain], new int[directory]);
        var (places, bits) = (new ushort[blocked], new ulong[bitmaps]);
        Fill(terms, plainRows, blocks, places, bits);
        image.Add(ChunkSection.FirstTerms, _firstTerms);
        image.Add(ChunkSection.Terms, terms);
        image.Add(ChunkSection.PlainRows, plainRows);
        image.Add(ChunkSection.Directory, blocks);
        image.Add(ChunkSection.Places, places);
        image.Add(ChunkSection.Bitmaps, bits);
    }

    private ReadOnlySpan<int> KeysOf(int row) => _keys.AsSpan(_shapes[_order[row]].KeyStart, _shapes[_order[row]].Keys);

    /// <summary>A key has a term for each time that it occurs in one row.</summary>
    private void NumberTerms()
    {
        for (var row = 0; row < _order.Length; row++)
        {
            foreach (var key in KeysOf(row))
            {
                _firstTerms[key + 1] = Math.Max(_firstTerms[key + 1], Occurrence(row, key) + 1);
            }
        }

        for (var key = 0; key + 1 < _firstTerms.Length; key++)
        {
            _firstTerms[key + 1] += _firstTerms[key];
        }
    }

    /// <summary>Which occurrence of a key in its row comes next: 0 for the first. Rows ascend; begin again with row 0.</summary>
    private int Occurrence(int row, int key)
    {
        var occurrence = _lastRow[key] == row + 1 ? _occurrence[key] + 1 : 0;
        (_lastRow[key], _occurrence[key]) = (row + 1, occurrence);
        return occurrence;
    }

    private (int Plain, int Directory, int Blocked, int Bitmaps) LayOut(TermList[] terms)
    {
        var counts = new int[terms.Length];
        Array.Clear(_lastRow);
        for (var row = 0; row < _order.Length; row++)
        {
            foreach (var key in KeysOf(row))
            {
                counts[_firstTerms[key] + Occurrence(row, key)]++;
            }
        }

        var (plain, directory, blocked, bitmaps) = (0, 0, 0, 0);
        for (var term = 0; term < terms.Length; term++)
        {
            var count = counts[term];
            if (count < Postings.MinBlocked && _blocks > 1)
            {
                terms[term] = new TermList(ListKind.Plain, plain, count);
                plain += count;
            }
            else if (count >= Postings.MinBlocked && (long)count * BitmapShare >= _order.Length)
            {
                terms[term] = new TermList(ListKind.Bitmap, bitmaps, count);
                bitmaps = checked(bitmaps + (_blocks * Postings.BlockWords) + BitmapGap);
            }
            else
            {
                terms[term] = new TermList(ListKind.Blocked, directory, count);
                directory = checked(directory + _blocks + 1);
                blocked = checked(blocked + count);
            }
        }

        return (plain, directory, blocked, bitmaps);
    }

    private void Fill(TermList[] terms, int[] plainRows, int[] directory, ushort[] places, ulong[] bits)
    {
        var next = Starts(terms, directory);
        Array.Clear(_lastRow);
        for (var row = 0; row < _order.Length; row++)
        {
            var block = row >> Postings.BlockShift;
            foreach (var key in KeysOf(row))
            {
                var term = _firstTerms[key] + Occurrence(row, key);
                switch (terms[term].Kind)
                {
                    case ListKind.Plain:
                        plainRows[next[term]++] = row;
                        break;
                    case ListKind.Blocked:
                        places[next[term]++] = (ushort)(row & (Postings.BlockRows - 1));
                        directory[terms[term].Start + block + 1] = next[term];
                        break;
                    default:
                        bits[terms[term].Start + (row >> 6)] |= 1UL << (row & 63);
                        break;
                }
            }
        }

        CloseDirectory(terms, directory);
    }

    private static int[] Starts(TermList[] terms, int[] directory)
    {
        var next = new int[terms.Length];
        var blocked = 0;
        for (var term = 0; term < terms.Length; term++)
        {
            next[term] = terms[term].Start;
            if (terms[term].Kind == ListKind.Blocked)
            {
                directory[terms[term].Start] = blocked;
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
