using VietJapanTM.Matching.Indexing.Chunks;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Matching.Indexing;

/// <summary>
/// The weighted edit distance from one query to many stored segments, up to a bound: the twin of <see cref="NaiveDistance"/>
/// over numbers. Keeps only the cells that may still end within the bound (Ukkonen, Algorithms for approximate string
/// matching, 1985). Reused from query to query; not thread-safe.
/// </summary>
internal sealed class WeightedDistance
{
    private readonly List<StoredToken> _source = [];
    private readonly Dictionary<(int Token, int Form), int> _differences = [];
    private ChunkQuery _query = null!;
    private IndexChunk _chunk = null!;
    private EditCosts _costs = null!;
    private int[] _row = [];

    /// <summary>Sets the query and the chunk that it is compared with.</summary>
    public void Prepare(ChunkQuery query, IndexChunk chunk)
    {
        (_query, _chunk, _costs) = (query, chunk, query.Text.Profile.Costs);
        _differences.Clear();
    }

    /// <summary>Lets go of the chunk.</summary>
    public void Forget() => _chunk = null!;

    /// <summary>The distance to a row, or <see cref="int.MaxValue"/> where it exceeds <paramref name="max"/>.</summary>
    public int To(int row, int max, CancellationToken cancellationToken)
    {
        _chunk.ReadTokens(row, _source);
        var n = _query.Text.Forms.Length;
        var prefix = 0;
        while (prefix < n && prefix < _source.Count && IsSame(prefix, prefix))
        {
            prefix++;
        }

        var m = _source.Count;
        while (n > prefix && m > prefix && IsSame(n - 1, m - 1))
        {
            n--;
            m--;
        }

        return Between(prefix, n, prefix, m, max, cancellationToken);
    }

    private bool IsSame(int token, int other) =>
        _source[other] is var stored && stored.Fold == _query.Folds[token] && stored.Form == _query.Forms[token]
        && TokenCosts.IsSameGap(_query.Text.Gaps[token], stored.Gap);

    /// <summary>
    /// Rows are tokens of the query, columns tokens of the source; only the columns from <c>low</c> to <c>high</c> hold a value
    /// within the bound. A value above the bound may be too high, which no path within the bound can notice.
    /// </summary>
    private int Between(int from, int to, int sourceFrom, int sourceTo, int max, CancellationToken cancellationToken)
    {
        var length = sourceTo - sourceFrom;
        var row = FirstRow(sourceFrom, length, max, out var high);
        var low = 0;
        for (var i = from; i < to; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var insert = _query.Text.Forms[i].Weight;
            var diagonal = row[low];
            row[low] += insert;
            var j = low;
            while (j < length && (j <= high || row[j] <= max))
            {
                var value = row[j] + _costs.Weight(_source[sourceFrom + j].Kind);
                if (j <= high)
                {
                    value = Math.Min(value, diagonal + Pair(i, _source[sourceFrom + j]));
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

        return high == length && row[high] <= max ? row[high] : int.MaxValue;
    }

    private int[] FirstRow(int from, int length, int max, out int high)
    {
        if (_row.Length <= length)
        {
            _row = new int[Math.Max(length + 1, _row.Length * 2)];
        }

        _row[0] = 0;
        high = 0;
        while (high < length && _row[high] <= max)
        {
            _row[high + 1] = _row[high] + _costs.Weight(_source[from + high].Kind);
            high++;
        }

        if (_row[high] > max)
        {
            high--;
        }

        return _row;
    }

    /// <summary>What pairing two tokens costs; the twin of <see cref="TokenCosts.Pair"/>.</summary>
    private int Pair(int token, in StoredToken source)
    {
        var kind = _query.Text.Forms[token].Kind;
        if (kind != source.Kind)
        {
            return Math.Max(_costs.Weight(kind), _costs.Weight(source.Kind));
        }

        if (_query.Folds[token] != source.Fold)
        {
            return kind == EditKind.Word
                ? EditCosts.Word
                : _costs.Replaced(kind) + TokenCosts.WhiteSpace(_costs, _query.Text.Gaps[token], source.Gap);
        }

        var difference = _query.Forms[token] == source.Form ? 0 : Difference(token, source);
        return difference + TokenCosts.WhiteSpace(_costs, _query.Text.Gaps[token], source.Gap);
    }

    /// <summary>
    /// The cheap differences of two forms of one fold, computed from their strings when a candidate first shows them.
    /// </summary>
    private int Difference(int token, in StoredToken source)
    {
        if (!_differences.TryGetValue((token, source.Form), out var difference))
        {
            var text = _chunk.Vocabulary.FormText(source.Fold, source.Form);
            var tokenKind = source.Kind switch
            {
                EditKind.Number => TokenKind.Number,
                EditKind.Word => TokenKind.Word,
                _ => TokenKind.Punctuation,
            };
            var form = _query.Text.Analyzer.FormOf(text, tokenKind);
            difference = TokenCosts.Differences(_costs, _query.Text.Forms[token].Form, form);
            _differences.Add((token, source.Form), difference);
        }

        return difference;
    }
}
