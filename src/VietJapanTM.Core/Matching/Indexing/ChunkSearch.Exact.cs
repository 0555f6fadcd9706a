using VietJapanTM.Matching.Indexing.Chunks;

namespace VietJapanTM.Matching.Indexing;

/// <summary>The search for rows that score 100.</summary>
internal sealed partial class ChunkSearch
{
    /// <summary>Rows of distance 0 agree in weight and in numbers of keys and tokens, and lie side by side in one run of a shelf.</summary>
    private void FindEqual()
    {
        if (_query.Folds.Contains(-1) || _query.Forms.Contains(-1))
        {
            return;
        }

        foreach (ref readonly var shelf in _chunk.Shelves.AsSpan())
        {
            for (var run = FirstRun(shelf, _text.Weight); run < shelf.EndRun && _chunk.Runs[run].Weight == _text.Weight; run++)
            {
                if (_chunk.Runs[run].Keys == _query.Keys.Length && _chunk.Runs[run].Tokens == _text.Forms.Length)
                {
                    FindEqual(_chunk.Runs[run], _chunk.Runs[run + 1].First);
                }
            }
        }
    }

    private void FindEqual(in Run run, int end)
    {
        var (low, high) = (run.First, end);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            _chunk.PrefetchKeys(run, (low + middle) >>> 1);
            _chunk.PrefetchKeys(run, (middle + 1 + high) >>> 1);
            (low, high) = CompareKeys(run, middle) < 0 ? (middle + 1, high) : (low, middle);
        }

        for (; low < end && CompareKeys(run, low) == 0; low++)
        {
            if (_text.Profile.IsPlain || _weightedDistance.To(low, 0, _cancellationToken) == 0)
            {
                _near.Add((low, 100));
            }
        }
    }

    /// <summary>How a row's keys compare with the query's, of which there are as many.</summary>
    private int CompareKeys(in Run run, int row)
    {
        var place = IndexChunk.KeyStart(run, row);
        for (var i = 0; i < run.Keys; i++)
        {
            var order = _chunk.KeyAt(place + i).CompareTo(_query.Keys[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
