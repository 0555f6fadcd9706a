using VietJapanTM.Errors;

namespace VietJapanTM.Matching.Scoring;

/// <summary>One step through two segments: a pair of tokens, or one token with nothing beside it (index −1).</summary>
internal readonly record struct AlignedTokens(int Query, int Source);

/// <summary>Finds a cheapest alignment of two segments; among several, the one that pairs most tokens from the end.</summary>
internal static class TokenAlignment
{
    /// <summary>Largest table that is filled, in cells: the product of the token counts after the common ends are trimmed.</summary>
    public const int MaxCells = 1 << 26;

    private const byte Pair = 0;
    private const byte Insert = 1;
    private const byte Delete = 2;

    /// <summary>The steps, in order.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.TextTooLong"/>: the table would exceed <see cref="MaxCells"/>.</exception>
    public static List<AlignedTokens> Of(EditCosts costs, List<SegmentToken> query, List<SegmentToken> source)
    {
        var (prefix, suffix) = CommonEnds(costs, query, source);
        var n = query.Count - prefix - suffix;
        var m = source.Count - prefix - suffix;
        if ((long)(n + 1) * (m + 1) > MaxCells)
        {
            throw new DomainException(
                ErrorCode.TextTooLong, $"Two segments that differ over {n} and {m} tokens are too long to be explained. Cut them.", "text");
        }

        var directions = Fill(costs, query, source, prefix, n, m);
        var steps = new List<AlignedTokens>(query.Count + m);
        for (var k = 1; k <= suffix; k++)
        {
            steps.Add(new AlignedTokens(query.Count - k, source.Count - k));
        }

        for (int i = n, j = m; i > 0 || j > 0;)
        {
            var direction = directions[(i * (m + 1)) + j];
            i -= direction == Delete ? 0 : 1;
            j -= direction == Insert ? 0 : 1;
            steps.Add(new AlignedTokens(direction == Delete ? -1 : prefix + i, direction == Insert ? -1 : prefix + j));
        }

        for (var k = prefix - 1; k >= 0; k--)
        {
            steps.Add(new AlignedTokens(k, k));
        }

        steps.Reverse();
        return steps;
    }

    /// <summary>Equal tokens at the ends pair in some cheapest alignment, because an insertion costs its token's weight wherever it is.</summary>
    private static (int Prefix, int Suffix) CommonEnds(EditCosts costs, List<SegmentToken> query, List<SegmentToken> source)
    {
        var shorter = Math.Min(query.Count, source.Count);
        var prefix = 0;
        while (prefix < shorter && TokenCosts.Pair(costs, query[prefix], source[prefix]) == 0)
        {
            prefix++;
        }

        var suffix = 0;
        while (suffix < shorter - prefix && TokenCosts.Pair(costs, query[^(suffix + 1)], source[^(suffix + 1)]) == 0)
        {
            suffix++;
        }

        return (prefix, suffix);
    }

    private static byte[] Fill(EditCosts costs, List<SegmentToken> query, List<SegmentToken> source, int from, int n, int m)
    {
        var directions = new byte[(n + 1) * (m + 1)];
        var above = new int[m + 1];
        var row = new int[m + 1];
        for (var j = 1; j <= m; j++)
        {
            above[j] = above[j - 1] + costs.Weight(source[from + j - 1].Form.Kind);
            directions[j] = Delete;
        }

        for (var i = 1; i <= n; i++)
        {
            var token = query[from + i - 1];
            var weight = costs.Weight(token.Form.Kind);
            row[0] = above[0] + weight;
            directions[i * (m + 1)] = Insert;
            for (var j = 1; j <= m; j++)
            {
                var other = source[from + j - 1];
                var pair = above[j - 1] + TokenCosts.Pair(costs, token, other);
                var delete = row[j - 1] + costs.Weight(other.Form.Kind);
                var insert = above[j] + weight;
                row[j] = Math.Min(pair, Math.Min(delete, insert));
                directions[(i * (m + 1)) + j] = row[j] == pair ? Pair : row[j] == delete ? Delete : Insert;
            }

            (above, row) = (row, above);
        }

        return directions;
    }
}
