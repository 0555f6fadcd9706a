using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Evidence;

/// <summary>
/// The way through a third language, seen from a document: t(b|a) = Σ t(p|a) · t(b|p) over the pivot words p, composed for the
/// document's own words only. Composing late keeps every pivot; a lexicon composed beforehand would be too large to ship whole.
/// </summary>
internal sealed class PivotView
{
    private const float LeastStep = 0.01f;
    private const float LeastProduct = 0.0005f;
    private static readonly List<(int Type, float Probability)> _none = [];
    private readonly PivotRoute _route;
    private readonly List<(int Type, float Probability)>?[] _fromPivot;
    private readonly List<(int Type, float Probability)>?[] _toPivot;

    public PivotView(PivotRoute route, TokenizedSide second)
    {
        _route = route;
        _fromPivot = new List<(int, float)>?[route.First.Count(LexiconSide.Second)];
        _toPivot = new List<(int, float)>?[_fromPivot.Length];
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
                Add(_fromPivot, pivot, type, step.Backward);
                Add(_toPivot, pivot, type, step.Forward);
            }
        }
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
            if (step.Forward >= LeastStep)
            {
                foreach (var (type, probability) in _fromPivot[step.Second] ?? _none)
                {
                    Emit(type, step.Forward * probability, 0, visit);
                }
            }

            if (step.Backward >= LeastStep)
            {
                foreach (var (type, probability) in _toPivot[step.Second] ?? _none)
                {
                    Emit(type, 0, step.Backward * probability, visit);
                }
            }
        }
    }

    private static void Emit(int type, float forward, float backward, Action<int, float, float> visit)
    {
        if (forward + backward >= LeastProduct)
        {
            visit(type, forward, backward);
        }
    }

    private static void Add(List<(int Type, float Probability)>?[] lists, int pivot, int type, float probability)
    {
        if (pivot >= 0 && probability >= LeastStep)
        {
            (lists[pivot] ??= []).Add((type, probability));
        }
    }
}
