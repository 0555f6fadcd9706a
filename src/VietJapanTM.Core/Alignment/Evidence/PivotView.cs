using System.Buffers;
using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Evidence;

/// <summary>
/// The way through a third language, seen from a document: t(b|a) = Σ t(p|a) · t(b|p) over the pivot words p, composed for the
/// document's own words only. Composing late keeps every pivot; a lexicon composed beforehand would be too large to ship whole.
/// </summary>
internal sealed class PivotView : IDisposable
{
    private const float LeastStep = 0.01f;
    private const float LeastProduct = 0.0005f;
    private readonly PivotRoute _route;
    private readonly Table _fromPivot;
    private readonly Table _toPivot;

    public PivotView(PivotRoute route, TokenizedSide second)
    {
        _route = route;
        _fromPivot = new Table(route.First.Count(LexiconSide.Second));
        _toPivot = new Table(route.First.Count(LexiconSide.Second));
        for (var type = 0; type < second.Types.Length; type++)
        {
            var id = route.Second.Find(LexiconSide.First, second.Types[type]);
            if (id < 0)
            {
                continue;
            }

            foreach (var step in route.Second.Translations(id))
            {
                // The rows are the second language's words: forward is p(pivot | second).
                var pivot = route.PivotMap[step.Second];
                _fromPivot.Add(pivot, type, step.Backward);
                _toPivot.Add(pivot, type, step.Forward);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _fromPivot.Dispose();
        _toPivot.Dispose();
    }

    /// <summary>Calls <paramref name="visit"/> with type, p(second | first), p(first | second); once a pivot and direction.</summary>
    public void Visit(string word, Action<int, float, float> visit)
    {
        var id = _route.First.Find(LexiconSide.First, word);
        if (id < 0)
        {
            return;
        }

        foreach (var step in _route.First.Translations(id))
        {
            for (var at = step.Forward >= LeastStep ? _fromPivot.First(step.Second) : -1; at >= 0; at = _fromPivot[at].Next)
            {
                var product = step.Forward * _fromPivot[at].Probability;
                if (product >= LeastProduct)
                {
                    visit(_fromPivot[at].Type, product, 0);
                }
            }

            for (var at = step.Backward >= LeastStep ? _toPivot.First(step.Second) : -1; at >= 0; at = _toPivot[at].Next)
            {
                var product = step.Backward * _toPivot[at].Probability;
                if (product >= LeastProduct)
                {
                    visit(_toPivot[at].Type, 0, product);
                }
            }
        }
    }

    /// <summary>Chains of the document's words by pivot word. The heads are as many as the lexicon's words, so they are borrowed.</summary>
    private sealed class Table : IDisposable
    {
        private readonly int[] _heads;
        private readonly List<(int Type, float Probability, int Next)> _entries = [];

        public Table(int pivots)
        {
            _heads = ArrayPool<int>.Shared.Rent(pivots);
            _heads.AsSpan(0, pivots).Clear();
        }

        public (int Type, float Probability, int Next) this[int at] => _entries[at];

        public int First(int pivot) => _heads[pivot] - 1;

        public void Add(int pivot, int type, float probability)
        {
            if (pivot >= 0 && probability >= LeastStep)
            {
                _entries.Add((type, probability, _heads[pivot] - 1));
                _heads[pivot] = _entries.Count;
            }
        }

        public void Dispose() => ArrayPool<int>.Shared.Return(_heads);
    }
}
