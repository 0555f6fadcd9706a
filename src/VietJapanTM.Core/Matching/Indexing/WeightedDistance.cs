using VietJapanTM.Matching.Scoring;

namespace VietJapanTM.Matching.Indexing;

/// <summary>
/// The weighted edit distance from one query to many stored segments, up to a bound: the twin of <see cref="NaiveDistance"/>
/// over numbers. Keeps only the cells that may still end within the bound (Ukkonen, Algorithms for approximate string
/// matching, 1985). Reused from query to query; not thread-safe.
/// </summary>
internal sealed class WeightedDistance
{
    private QuerySegment _query = null!;
    private FormEntry[] _forms = [];
    private int[] _row = [];

    /// <summary>Sets the query and the entries of the forms that segments consist of.</summary>
    public void Prepare(QuerySegment query, FormEntry[] forms)
    {
        _query = query;
        _forms = forms;
    }

    /// <summary>The distance, or <see cref="int.MaxValue"/> where it exceeds <paramref name="max"/>.</summary>
    public int To(ReadOnlySpan<Symbol> source, int max, CancellationToken cancellationToken)
    {
        var n = _query.Entries.Length;
        var prefix = 0;
        while (prefix < n && prefix < source.Length && IsSame(prefix, source[prefix]))
        {
            prefix++;
        }

        while (n > prefix && source.Length > prefix && IsSame(n - 1, source[^1]))
        {
            n--;
            source = source[..^1];
        }

        return Between(prefix, n, source[prefix..], max, cancellationToken);
    }

    private bool IsSame(int token, Symbol symbol) =>
        _query.Entries[token].Form == symbol.Form && TokenCosts.IsSameGap(_query.Gaps[token], symbol.Gap);

    /// <summary>
    /// Rows are tokens of the query, columns tokens of the source; only the columns from <c>low</c> to <c>high</c> hold a value
    /// within the bound. A value above the bound may be too high, which no path within the bound can notice.
    /// </summary>
    private int Between(int from, int to, ReadOnlySpan<Symbol> source, int max, CancellationToken cancellationToken)
    {
        var costs = _query.Profile.Costs;
        var row = FirstRow(costs, source, max, out var high);
        var low = 0;
        for (var i = from; i < to; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ref readonly var entry = ref _query.Entries[i];
            var insert = costs.Weight(entry.Kind);
            var diagonal = row[low];
            row[low] += insert;
            var j = low;
            while (j < source.Length && (j <= high || row[j] <= max))
            {
                ref readonly var other = ref _forms[source[j].Form];
                var value = row[j] + costs.Weight(other.Kind);
                if (j <= high)
                {
                    value = Math.Min(value, diagonal + FormEntry.Pair(costs, entry, _query.Gaps[i], other, source[j].Gap));
                }

                j++;
                if (j <= high)
                {
                    diagonal = row[j];
                    value = Math.Min(value, diagonal + insert);
                }

                row[j] = value;
            }

            high = j;
            while (low <= high && row[low] > max)
            {
                low++;
            }

            while (high >= low && row[high] > max)
            {
                high--;
            }

            if (low > high)
            {
                return int.MaxValue;
            }
        }

        return high == source.Length && row[high] <= max ? row[high] : int.MaxValue;
    }

    private int[] FirstRow(EditCosts costs, ReadOnlySpan<Symbol> source, int max, out int high)
    {
        if (_row.Length <= source.Length)
        {
            _row = new int[Math.Max(source.Length + 1, _row.Length * 2)];
        }

        _row[0] = 0;
        high = 0;
        while (high < source.Length && _row[high] <= max)
        {
            _row[high + 1] = _row[high] + costs.Weight(_forms[source[high].Form].Kind);
            high++;
        }

        if (_row[high] > max)
        {
            high--;
        }

        return _row;
    }
}
