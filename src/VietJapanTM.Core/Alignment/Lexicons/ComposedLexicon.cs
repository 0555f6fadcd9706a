using System.Collections.Concurrent;
using VietJapanTM.Alignment.Evidence;

namespace VietJapanTM.Alignment.Lexicons;

/// <summary>
/// The lexicon of a route through a pivot language: t(b|a) = ½ direct + ½ Σ t(p|a) · t(b|p) over the pivot words p, where both
/// ways know the word. Rows are composed when a word is first met and kept for the next documents, because composed whole it
/// would be too large to ship and thinned out it would align worse. Thread-safe; a row is the same whenever it is composed.
/// </summary>
internal sealed class ComposedLexicon
{
    /// <summary>The least probability of a step is 0.011, that of a way 0.0005: weaker ways do not add up to evidence.</summary>
    private const int LeastLevel = 5;
    private const float LeastProduct = 0.0005f;

    /// <summary>Rows are forgotten when they hold this many links together, which takes 24 MB.</summary>
    private const int MostLinks = 3_000_000;
    private readonly Lexicon? _direct;
    private readonly Lexicon _first;
    private readonly int[] _firstDirects;
    private readonly int[] _directSeconds;
    private readonly float[] _directShares;
    private readonly float[] _leastForward;
    private readonly PivotTable _fromPivot;
    private readonly PivotTable _toPivot;
    private readonly ConcurrentBag<LinkRow> _scratch = [];
    private ComposedLink[]?[] _rows;
    private int _links;

    /// <param name="direct">The lexicon of the two languages, or null.</param>
    /// <param name="first">The lexicon of the first language and the pivot.</param>
    /// <param name="second">The lexicon of the second language and the pivot.</param>
    public ComposedLexicon(Lexicon? direct, Lexicon first, Lexicon second)
    {
        (_direct, _first) = (direct, first);
        SecondCount = second.Count(LexiconSide.First);
        _directSeconds = direct?.Map(LexiconSide.Second, second, LexiconSide.First) ?? [];
        for (var id = 0; id < _directSeconds.Length; id++)
        {
            _directSeconds[id] = _directSeconds[id] >= 0 ? _directSeconds[id] : SecondCount++;
        }

        _firstDirects = direct is null ? NewUnknown(first.Count(LexiconSide.First)) : first.Map(LexiconSide.First, direct, LexiconSide.First);
        _directShares = new float[SecondCount];
        foreach (var id in _directSeconds)
        {
            _directShares[id] = DirectShare(isDirect: true, isPivoted: id < second.Count(LexiconSide.First));
        }

        _leastForward = new float[SecondCount];
        for (var id = 0; id < second.Count(LexiconSide.First); id++)
        {
            _leastForward[id] = Least(second.Entry(LexiconSide.First, id));
        }

        (_fromPivot, _toPivot) = Tables(first, second);
        _rows = NewRows();
    }

    /// <summary>Number of words of the second language that either way knows.</summary>
    public int SecondCount { get; }

    /// <summary>The identifier of a word of the second language.</summary>
    /// <param name="direct">Its identifier in the direct lexicon, or -1.</param>
    /// <param name="pivoted">Its identifier in the lexicon that leads to the pivot, or -1.</param>
    /// <returns>-1 where neither knows it.</returns>
    public int SecondId(int direct, int pivoted) => pivoted >= 0 ? pivoted : direct >= 0 ? _directSeconds[direct] : -1;

    /// <summary>The translations of a word of the first language, in no particular order.</summary>
    /// <param name="direct">Its identifier in the direct lexicon, or -1; not looked at where the other is known.</param>
    /// <param name="pivoted">Its identifier in the lexicon that leads to the pivot, or -1.</param>
    public ReadOnlySpan<ComposedLink> Row(int direct, int pivoted)
    {
        direct = pivoted >= 0 ? _firstDirects[pivoted] : direct;
        var index = pivoted >= 0 ? pivoted : direct >= 0 ? _first.Count(LexiconSide.First) + direct : -1;
        if (index < 0)
        {
            return [];
        }

        var rows = Volatile.Read(ref _rows);
        return Volatile.Read(ref rows[index]) ?? Remember(rows, index, Compose(direct, pivoted));
    }

    private static int[] NewUnknown(int words)
    {
        var ids = new int[words];
        Array.Fill(ids, -1);
        return ids;
    }

    private static float DirectShare(bool isDirect, bool isPivoted) => !isDirect ? 0 : isPivoted ? 0.5f : 1;

    /// <summary>A document takes at least half of the corpus' frequency for chance; what is not worth a link then never is.</summary>
    private static float Least(LexiconEntry entry) => LinkTable.LeastLift * entry.Frequency / 2;

    private static (PivotTable From, PivotTable To) Tables(Lexicon first, Lexicon second)
    {
        var map = second.Map(LexiconSide.Second, first, LexiconSide.Second);
        var from = Enumerable.Range(0, LinkCode.Levels).Select(_ => new List<(int, int)>()).ToArray();
        var to = Enumerable.Range(0, LinkCode.Levels).Select(_ => new List<(int, int)>()).ToArray();
        for (var id = 0; id < second.Count(LexiconSide.First); id++)
        {
            foreach (var step in second.Translations(id))
            {
                // The rows are the second language's words: forward is p(pivot | second).
                var pivot = map[step.Second];
                if (pivot >= 0 && LinkCode.BackwardLevel(step.Code) >= LeastLevel)
                {
                    from[LinkCode.BackwardLevel(step.Code)].Add((pivot, id));
                }

                if (pivot >= 0 && LinkCode.ForwardLevel(step.Code) >= LeastLevel)
                {
                    to[LinkCode.ForwardLevel(step.Code)].Add((pivot, id));
                }
            }
        }

        var pivots = first.Count(LexiconSide.Second);
        return (new PivotTable(pivots, from), new PivotTable(pivots, to));
    }

    private ComposedLink[]?[] NewRows() => new ComposedLink[_first.Count(LexiconSide.First) + (_direct?.Count(LexiconSide.First) ?? 0)][];

    private ComposedLink[] Remember(ComposedLink[]?[] rows, int index, ComposedLink[] row)
    {
        if (Interlocked.Add(ref _links, row.Length) > MostLinks)
        {
            Volatile.Write(ref _rows, NewRows());
            Volatile.Write(ref _links, 0);
        }
        else
        {
            Volatile.Write(ref rows[index], row);
        }

        return row;
    }

    private ComposedLink[] Compose(int direct, int pivoted)
    {
        if (!_scratch.TryTake(out var row))
        {
            row = new LinkRow(SecondCount);
        }

        var share = DirectShare(direct >= 0, pivoted >= 0);
        if (direct >= 0)
        {
            foreach (var translation in _direct!.Translations(direct))
            {
                var word = _directSeconds[translation.Second];
                row.AddForward(word, translation.Forward * share);
                row.AddBackward(word, translation.Backward * _directShares[word]);
            }
        }

        if (pivoted >= 0)
        {
            AddPivoted(pivoted, 1 - share, row);
        }

        var links = Worthwhile(row, pivoted >= 0 ? Least(_first.Entry(LexiconSide.First, pivoted)) : 0);
        row.Clear();
        _scratch.Add(row);
        return links;
    }

    private ComposedLink[] Worthwhile(LinkRow row, float leastBackward)
    {
        var links = new List<ComposedLink>(row.Touched.Length);
        foreach (var word in row.Touched)
        {
            if (row.Forward[word] >= _leastForward[word] || row.Backward[word] >= leastBackward)
            {
                links.Add(new ComposedLink(word, row.Forward[word], row.Backward[word]));
            }
        }

        return [.. links];
    }

    private void AddPivoted(int id, float share, LinkRow row)
    {
        foreach (var step in _first.Translations(id))
        {
            if (LinkCode.ForwardLevel(step.Code) >= LeastLevel)
            {
                foreach (var next in _fromPivot.From(step.Second))
                {
                    var product = step.Forward * next.Probability;
                    if (product < LeastProduct)
                    {
                        break;
                    }

                    row.AddForward(next.Word, product * share);
                }
            }

            if (LinkCode.BackwardLevel(step.Code) >= LeastLevel)
            {
                foreach (var next in _toPivot.From(step.Second))
                {
                    var product = step.Backward * next.Probability;
                    if (product < LeastProduct)
                    {
                        break;
                    }

                    row.AddBackward(next.Word, product * (1 - _directShares[next.Word]));
                }
            }
        }
    }
}
