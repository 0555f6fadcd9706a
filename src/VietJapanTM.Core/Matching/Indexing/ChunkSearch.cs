using VietJapanTM.Matching.Indexing.Chunks;
using VietJapanTM.Matching.Scoring;

namespace VietJapanTM.Matching.Indexing;

/// <summary>
/// Searches chunks for one query at a time: candidates by counting shared terms, then their distance. DESIGN.md proves that no
/// hit is missed. Reused from query to query, allocates nothing per candidate; not thread-safe.
/// </summary>
internal sealed partial class ChunkSearch
{
    /// <summary>A band of so many rows has a bound of its own, to the key.</summary>
    private const int MinBandRows = Postings.BlockRows / 4;

    /// <summary>Shelves of a small chunk are searched as one where their rows share at least one in so many keys of the query.</summary>
    private const int MaxKeysForShared = 3;

    private readonly ChunkQuery _query = new();
    private readonly KeyDistance _keyDistance = new();
    private readonly WeightedDistance _weightedDistance = new();
    private readonly CandidateFinder _finder = new();
    private readonly List<(int Row, int Run)> _candidates = [];
    private readonly List<(int Row, int Score)> _near = [];
    private QueryText _text = null!;
    private IndexChunk _chunk = null!;
    private int _run;
    private int _threshold;
    private CancellationToken _cancellationToken;
    private readonly int[] _batchRows = new int[KeyDistance.Lanes];
    private readonly int[] _batchWeights = new int[KeyDistance.Lanes];
    private readonly long[] _batchPlaces = new long[KeyDistance.Lanes];
    private readonly int[] _batchLengths = new int[KeyDistance.Lanes];
    private readonly int[] _batchDistances = new int[KeyDistance.Lanes];
    private int _batch;
    private bool _isDistancePrepared;
    private long _verified;

    /// <summary>What all searches together have touched.</summary>
    public SearchEffort Effort => new(_finder.Read.Postings, _finder.Read.BitmapWords, _verified);

    /// <summary>Appends a chunk's hits that a revision sees.</summary>
    public void Search(
        QueryText text, IndexChunk chunk, int threshold, long revision, List<SegmentHit> hits, CancellationToken cancellationToken)
    {
        (_text, _chunk, _threshold, _cancellationToken, _run) = (text, chunk, threshold, cancellationToken, 0);
        _query.Prepare(text, chunk.Vocabulary);
        _weightedDistance.Prepare(_query, chunk);
        if (threshold == 100)
        {
            FindEqual();
        }
        else
        {
            FindNear();
        }

        foreach (var (row, score) in _near)
        {
            if (chunk.IsLiveAt(row, revision))
            {
                hits.Add(new SegmentHit(chunk, row, score));
            }
        }

        Forget();
    }

    /// <summary>The kernels work with pointers into the chunk, which therefore lives until here.</summary>
    private void Forget()
    {
        _near.Clear();
        _candidates.Clear();
        _batch = 0;
        _isDistancePrepared = false;
        _finder.Forget();
        _keyDistance.Forget();
        _weightedDistance.Forget();
        GC.KeepAlive(_chunk);
        _chunk = null!;
    }

    private void FindNear()
    {
        if (_chunk.Postings is { } postings)
        {
            _finder.Prepare(postings, _query.Terms, FirstRow());
        }

        var together = _chunk.Count <= Postings.BlockRows && _chunk.Postings is not null ? SearchTogether() : 0;
        foreach (ref readonly var shelf in _chunk.Shelves.AsSpan(together))
        {
            var from = FirstRun(shelf, _text.Weight - MatchProfile.MaxDistance(_threshold, _text.Weight));
            var to = FirstRun(shelf, (_text.Weight * 100L / _threshold) + 1);
            while (from < to)
            {
                from = SearchBand(shelf, from, to);
            }
        }

        VerifyCandidates();
    }

    /// <summary>
    /// Searches the first shelves of a chunk of one block as one range, whose bound is the least of all their bands: in so few rows that costs
    /// less than to cut the lists to windows and bands. A row outside the window is found to be too far when it is verified. Answers how many
    /// shelves.
    /// </summary>
    private int SearchTogether()
    {
        var (shelves, needed) = (0, int.MaxValue);
        while (shelves < _chunk.Shelves.Length && Needed(_chunk.Shelves[shelves]) is var next && next * MaxKeysForShared >= _query.Keys.Length && next > 0)
        {
            (shelves, needed) = (shelves + 1, Math.Min(needed, next));
        }

        if (shelves > 0)
        {
            SearchRange(0, _chunk.Runs[_chunk.Shelves[shelves - 1].EndRun].First, needed);
        }

        return shelves;
    }

    /// <summary>How many keys any hit of a shelf shares; where a band begins its rows share the fewest.</summary>
    private int Needed(in Shelf shelf)
    {
        var broken = MaxBroken(_text.Weight);
        var needed = _query.Keys.Length - broken;
        for (var weight = FirstWeightAllowing(++broken); weight * _threshold <= _text.Weight * 100L; weight = FirstWeightAllowing(++broken))
        {
            needed = Math.Min(needed, Math.Max(_query.Keys.Length, shelf.MinKeys((int)weight)) - broken);
        }

        return needed;
    }

    /// <summary>
    /// Searches the runs from <paramref name="run"/> that allow about the same number of broken keys, because one bound on
    /// shared terms serves them all. Returns the first run of the next band.
    /// </summary>
    private int SearchBand(in Shelf shelf, int run, int endRun)
    {
        var runs = _chunk.Runs;
        var broken = MaxBroken(Math.Max(_text.Weight, runs[run].Weight));
        var bandEnd = EndAllowing(shelf, broken, endRun);
        if (runs[bandEnd].First - runs[run].First < MinBandRows)
        {
            broken += broken / 8;
            bandEnd = EndAllowing(shelf, broken, endRun);
        }

        var end = runs[bandEnd].First;
        for (var from = runs[run].First; from < end;)
        {
            var to = _chunk.Postings is null ? end : Math.Min(end, (from | (Postings.BlockRows - 1)) + 1);
            _run = _chunk.RunOf(from, _run);
            var needed = Math.Max(_query.Keys.Length, shelf.MinKeys(runs[_run].Weight)) - broken;
            if (needed <= 0 || _chunk.Postings is null)
            {
                VerifyAll(from, to);
            }
            else
            {
                SearchRange(from, to, needed);
            }

            from = to;
        }

        return bandEnd;
    }

    private void SearchRange(int from, int to, int needed)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var origin = from & ~(Postings.BlockRows - 1);
        foreach (var place in _finder.Find(from, to, needed))
        {
            var row = origin + place;
            _run = _chunk.RunOf(row, _run);
            if (MayBeNear(_chunk.Runs[_run]))
            {
                _candidates.Add((row, _run));
                _chunk.PrefetchKeys(_chunk.Runs[_run], row);
            }
        }
    }

    private void VerifyCandidates()
    {
        if (_candidates.Count > 0)
        {
            PrepareDistance();
        }

        foreach (var (row, run) in _candidates)
        {
            Verify(row, _chunk.Runs[run]);
        }

        VerifyBatch();
    }

    private void VerifyAll(int from, int to)
    {
        PrepareDistance();
        for (var row = from; row < to; row++)
        {
            _run = _chunk.RunOf(row, _run);
            if (MayBeNear(_chunk.Runs[_run]))
            {
                Verify(row, _chunk.Runs[_run]);
            }
        }
    }

    /// <summary>Most small chunks have no candidates, so that nothing is prepared there.</summary>
    private void PrepareDistance()
    {
        if (!_isDistancePrepared)
        {
            _keyDistance.Prepare(_query.Keys, _chunk);
            _isDistancePrepared = true;
        }
    }

    /// <summary>False where the numbers of keys alone differ too much.</summary>
    private bool MayBeNear(in Run run) => Math.Abs(run.Keys - _query.Keys.Length) <= MaxBroken(Math.Max(_text.Weight, run.Weight));

    private void Verify(int row, in Run run)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        _verified++;
        var weight = Math.Max(_text.Weight, run.Weight);
        var place = IndexChunk.KeyStart(run, row);
        if (!_keyDistance.TakesMany(run.Keys))
        {
            Accept(row, weight, _keyDistance.To(place, run.Keys, MaxBroken(weight)));
            return;
        }

        (_batchRows[_batch], _batchWeights[_batch]) = (row, weight);
        (_batchPlaces[_batch], _batchLengths[_batch]) = (place, run.Keys);
        if (++_batch == KeyDistance.Lanes)
        {
            VerifyBatch();
        }
    }

    private void VerifyBatch()
    {
        if (_batch == 0)
        {
            return;
        }

        Array.Clear(_batchLengths, _batch, KeyDistance.Lanes - _batch);
        _keyDistance.ToMany(_batchPlaces.AsSpan(0, _batch), _batchLengths, _batchDistances);
        for (var i = 0; i < _batch; i++)
        {
            Accept(_batchRows[i], _batchWeights[i], _batchDistances[i]);
        }

        _batch = 0;
    }

    /// <summary>Keeps a row whose keys are near enough where its text is too.</summary>
    private void Accept(int row, int weight, int keyDistance)
    {
        var max = MatchProfile.MaxDistance(_threshold, weight);
        if (keyDistance > max / EditCosts.Word)
        {
            return;
        }

        var distance = _text.Profile.IsPlain ? keyDistance * EditCosts.Word : _weightedDistance.To(row, max, _cancellationToken);
        if (distance <= max)
        {
            _near.Add((row, MatchProfile.Score(distance, weight)));
        }
    }

    /// <summary>Where the first shelf's window begins.</summary>
    private int FirstRow() => _chunk.Runs[FirstRun(_chunk.Shelves[0], _text.Weight - MatchProfile.MaxDistance(_threshold, _text.Weight))].First;

    /// <summary>The first run of a shelf that weighs at least <paramref name="weight"/>.</summary>
    private int FirstRun(in Shelf shelf, long weight)
    {
        var (low, high) = (shelf.FirstRun, shelf.EndRun);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _chunk.Runs[middle].Weight < weight ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The first run of the window that may lack more than <paramref name="broken"/> keys.</summary>
    private int EndAllowing(in Shelf shelf, int broken, int endRun) => Math.Min(endRun, FirstRun(shelf, FirstWeightAllowing(broken + 1)));

    /// <summary>How many keys a hit of that weight may fail to share: each costs at least a word.</summary>
    private int MaxBroken(int weight) => MatchProfile.MaxDistance(_threshold, weight) / EditCosts.Word;

    /// <summary>The least weight at which <see cref="MaxBroken"/> reaches <paramref name="broken"/>.</summary>
    private long FirstWeightAllowing(int broken)
    {
        var share = 100 - _threshold;
        return (((long)broken * EditCosts.Word * 100) + share - 1) / share;
    }
}
