using VietJapanTM.Matching.Scoring;

namespace VietJapanTM.Matching.Indexing;

/// <summary>
/// Searches chunks for one query at a time: candidates by counting shared terms, then their distance. DESIGN.md proves that no
/// hit is missed. Reused from query to query, allocates nothing per candidate; not thread-safe.
/// </summary>
internal sealed class ChunkSearch
{
    /// <summary>A band of so many rows has a bound of its own, to the key.</summary>
    private const int MinBandRows = Postings.BlockRows / 4;

    /// <summary>How many candidates ahead of the one compared the keys are fetched.</summary>
    private const int PrefetchAhead = 12;

    private readonly KeyDistance _keyDistance = new();
    private readonly WeightedDistance _weightedDistance = new();
    private readonly CandidateFinder _finder = new();
    private readonly List<int> _candidates = [];
    private readonly List<(int Row, int Score)> _near = [];
    private QuerySegment _query = null!;
    private int _threshold;
    private int _version;
    private CancellationToken _cancellationToken;
    private long _verified;

    /// <summary>What all searches together have touched.</summary>
    public SearchEffort Effort => new(_finder.Read.Postings, _finder.Read.BitmapWords, _verified);

    /// <summary>Sets the query.</summary>
    public void Prepare(QuerySegment query, SegmentVocabulary vocabulary, int threshold, int version, CancellationToken cancellationToken)
    {
        _query = query;
        _threshold = threshold;
        _version = version;
        _cancellationToken = cancellationToken;
        _candidates.Clear();
        _near.Clear();
        _keyDistance.Prepare(query.Keys, vocabulary.KeyLimit);
        _weightedDistance.Prepare(query, vocabulary.Forms);
    }

    /// <summary>Appends the chunk's hits.</summary>
    public void Search(IndexChunk chunk, List<SegmentHit> hits)
    {
        if (chunk.Postings is { } postings)
        {
            _finder.Prepare(postings, _query);
        }

        foreach (var shelf in chunk.Shelves)
        {
            var from = chunk.FirstOfWeight(shelf, _query.Weight - MatchProfile.MaxDistance(_threshold, _query.Weight));
            var to = chunk.FirstOfWeight(shelf, (_query.Weight * 100L / _threshold) + 1);
            while (from < to)
            {
                from = SearchBand(chunk, shelf, from, to);
            }
        }

        _finder.Forget();
        VerifyCandidates(chunk, hits);

        // The finder works with pointers into the chunk.
        GC.KeepAlive(chunk);
    }

    /// <summary>
    /// Searches the rows from <paramref name="from"/> that allow about the same number of broken keys, because one bound on
    /// shared terms serves them all. Returns the first row of the next band.
    /// </summary>
    private int SearchBand(IndexChunk chunk, Shelf shelf, int from, int to)
    {
        var broken = MaxBroken(Math.Max(_query.Weight, chunk.Weight(from)));
        var end = EndAllowing(chunk, shelf, broken, to);
        if (end - from < MinBandRows)
        {
            broken += broken / 8;
            end = EndAllowing(chunk, shelf, broken, to);
        }

        while (from < end)
        {
            var rangeEnd = chunk.Postings is null ? end : Math.Min(end, (from | (Postings.BlockRows - 1)) + 1);
            var needed = Math.Max(_query.Keys.Length, shelf.MinKeys(chunk.Weight(from))) - broken;
            if (needed <= 0 || chunk.Postings is null)
            {
                VerifyAll(chunk, from, rangeEnd);
            }
            else
            {
                SearchRange(from, rangeEnd, needed);
            }

            from = rangeEnd;
        }

        return end;
    }

    private void SearchRange(int from, int to, int needed)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var origin = from & ~(Postings.BlockRows - 1);
        foreach (var place in _finder.Find(from, to, needed))
        {
            _candidates.Add(origin + place);
        }
    }

    /// <summary>
    /// Compares the candidates, then looks at the rows of those that are near: each pass touches scattered memory of one kind, which
    /// is fetched ahead in the first and side by side in the second.
    /// </summary>
    private void VerifyCandidates(IndexChunk chunk, List<SegmentHit> hits)
    {
        for (var i = 0; i < _candidates.Count; i++)
        {
            if (i + PrefetchAhead < _candidates.Count)
            {
                chunk.PrefetchKeys(_candidates[i + PrefetchAhead]);
            }

            Verify(chunk, _candidates[i]);
        }

        foreach (var (row, score) in _near)
        {
            if (chunk.Row(row).IsLiveAt(_version))
            {
                hits.Add(new SegmentHit(chunk.Row(row), score));
            }
        }

        _candidates.Clear();
        _near.Clear();
    }

    /// <summary>The first row of the window that may lack more than <paramref name="broken"/> keys.</summary>
    private int EndAllowing(IndexChunk chunk, Shelf shelf, int broken, int to) =>
        _threshold == 100 ? to : Math.Min(to, chunk.FirstOfWeight(shelf, FirstWeightAllowing(broken + 1)));

    private void VerifyAll(IndexChunk chunk, int from, int to)
    {
        for (var row = from; row < to; row++)
        {
            Verify(chunk, row);
        }
    }

    private void Verify(IndexChunk chunk, int row)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var weight = Math.Max(_query.Weight, chunk.Weight(row));
        var max = MatchProfile.MaxDistance(_threshold, weight);
        var maxBroken = max / EditCosts.Word;
        if (Math.Abs(chunk.KeyCount(row) - _query.Keys.Length) > maxBroken)
        {
            return;
        }

        _verified++;
        var distance = _keyDistance.To(chunk.Keys(row), maxBroken);
        if (distance > maxBroken)
        {
            return;
        }

        distance = _query.Profile.IsPlain
            ? distance * EditCosts.Word
            : _weightedDistance.To(chunk.Symbols(row), max, _cancellationToken);
        if (distance <= max)
        {
            _near.Add((row, MatchProfile.Score(distance, weight)));
        }
    }

    /// <summary>How many keys a hit of that weight may fail to share: each costs at least a word.</summary>
    private int MaxBroken(int weight) => MatchProfile.MaxDistance(_threshold, weight) / EditCosts.Word;

    /// <summary>The least weight at which <see cref="MaxBroken"/> reaches <paramref name="broken"/>.</summary>
    private long FirstWeightAllowing(int broken)
    {
        var share = 100 - _threshold;
        return (((long)broken * EditCosts.Word * 100) + share - 1) / share;
    }
}
