namespace VietJapanTM.Matching.Indexing;

/// <summary>
/// Finds the rows that may share enough terms with a query, by counting over the shortest posting lists. Reused from query to
/// query; not thread-safe.
/// </summary>
internal sealed class TermCounter
{
    /// <summary>What verifying a candidate costs, in posting entries read.</summary>
    private const double CostOfCandidate = 24;

    /// <summary>
    /// The share of the entries read that become candidates where k hits are demanded, seen on sentences. It steers the speed
    /// alone: every choice of k finds every hit.
    /// </summary>
    private static readonly double[] ShareOfCandidates = [1, 1, 0.25, 0.08, 0.03, 0.012, 0.006, 0.003];

    private readonly List<PostingSlice> _slices = [];
    private ushort[] _counts = [];
    private Postings? _counted;
    private int _read;
    private int _first;

    /// <summary>
    /// Appends every row in [<paramref name="from"/>, <paramref name="to"/>) that shares at least <paramref name="needed"/> of
    /// the query's terms, and some that do not. Answers how many terms were not counted: a row may share these too.
    /// </summary>
    /// <remarks>
    /// Of n known terms a row may lack n − needed. Among any p = n − needed + k of them it has at least k; the p shortest lists
    /// are read, and k is chosen for the least work.
    /// </remarks>
    public int Count(Postings postings, QuerySegment query, int needed, int from, int to, List<int> candidates)
    {
        Forget();
        if (needed > query.Terms.Length)
        {
            return 0;
        }

        Slice(postings, query.Terms, from, to);

        var mayLack = _slices.Count - needed;
        var hits = ChooseHits(mayLack, needed);
        _read = mayLack + hits;
        _counted = postings;
        _first = from;
        if (_counts.Length < to - from)
        {
            _counts = new ushort[Math.Max(to - from, _counts.Length * 2)];
        }

        for (var i = 0; i < _read; i++)
        {
            foreach (var row in postings.Rows(_slices[i]))
            {
                if (++_counts[row - from] == hits)
                {
                    candidates.Add(row);
                }
            }
        }

        return _slices.Count - _read;
    }

    /// <summary>How many of the counted terms a row has.</summary>
    public int CountOf(int row) => _counts[row - _first];

    /// <summary>Sets the counts back to nothing and lets go of the posting lists.</summary>
    public void Forget()
    {
        for (var i = 0; i < _read; i++)
        {
            foreach (var row in _counted!.Rows(_slices[i]))
            {
                _counts[row - _first] = 0;
            }
        }

        _read = 0;
        _counted = null;
    }

    private void Slice(Postings postings, KeyTerm[] terms, int from, int to)
    {
        _slices.Clear();
        foreach (var term in terms)
        {
            _slices.Add(postings.Slice(term, from, to));
        }

        _slices.Sort(static (a, b) => a.Length.CompareTo(b.Length));
    }

    private int ChooseHits(int mayLack, int needed)
    {
        long entries = 0;
        for (var i = 0; i < mayLack; i++)
        {
            entries += _slices[i].Length;
        }

        var (best, bestCost) = (1, double.MaxValue);
        for (var hits = 1; hits <= needed; hits++)
        {
            entries += _slices[mayLack + hits - 1].Length;
            if (entries >= bestCost)
            {
                break;
            }

            var share = ShareOfCandidates[Math.Min(hits, ShareOfCandidates.Length - 1)];
            var cost = entries * (1 + (CostOfCandidate * share));
            if (cost < bestCost)
            {
                (best, bestCost) = (hits, cost);
            }
        }

        return best;
    }
}

/// <summary>The part of a posting list that lies in a range of rows.</summary>
internal readonly record struct PostingSlice(int Start, int End)
{
    public int Length => End - Start;
}
