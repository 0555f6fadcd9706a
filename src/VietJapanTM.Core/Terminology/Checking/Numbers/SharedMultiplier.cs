using System.Collections.Frozen;

namespace VietJapanTM.Terminology.Checking.Numbers;

/// <summary>
/// Numbers that share the multiplier of a later one: <c>entre 2 y 3 mil</c>, <c>2-3 million</c>. Both readings stand, for
/// <c>2 y 3 mil</c> may be two and three thousand.
/// </summary>
internal sealed class SharedMultiplier(NumberTokens tokens, List<WrittenNumber> written)
{
    private const int FarthestApart = 3;

    private static readonly FrozenSet<string> Joins = new[]
    {
        "y", "e", "o", "u", "ó", "a", "al", "hasta", "and", "or", "to", "through", "và", "hoặc", "hay", "đến", "tới", "から", "と", "か", "や", "ないし",
        "至", "・", "-", "–", "—", "~", "〜", "～", ",", "、", "$", "€", "£", "¥", "us", "usd",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly List<int> _open = [];
    private int _end = -1;

    /// <summary>Takes in the number that was written last, and gives its factor to those that it is joined with.</summary>
    /// <param name="first">The index of its first token.</param>
    /// <param name="quantity">What was read.</param>
    /// <returns>The readings that this adds.</returns>
    public IEnumerable<decimal> Add(int first, Quantity quantity)
    {
        if (_open.Count > 0 && !IsJoined(first))
        {
            _open.Clear();
        }

        _end = quantity.End;
        if (quantity.Factor == 1)
        {
            _open.Add(written.Count - 1);
            return [];
        }

        var added = new List<decimal>();
        foreach (var i in _open)
        {
            var shared = written[i].Values.Select(v => v * quantity.Factor).Where(v => v < QuantityReader.Ceiling).ToList();
            written[i] = written[i] with { Values = [.. written[i].Values, .. shared] };
            added.AddRange(shared);
        }

        _open.Clear();
        return added;
    }

    private bool IsJoined(int first)
    {
        var between = first - _end;
        if (between is < 1 or > FarthestApart)
        {
            return false;
        }

        for (var i = _end; i < first; i++)
        {
            if (!Joins.Contains(tokens.Lower(i)))
            {
                return false;
            }
        }

        return true;
    }
}
