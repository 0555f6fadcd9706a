using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Alignment.Scoring;
using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Evidence;

/// <summary>
/// Gathers what is known of the words of one document pair, from the lexicon, from the caller's evidence and from
/// resemblance, into the two direction models. The strongest source of a link wins.
/// </summary>
internal sealed class LinkTable
{
    private const float LeastLift = 0.25f;
    private readonly TokenizedSide _first;
    private readonly TokenizedSide _second;
    private readonly LexiconRoute? _route;
    private readonly Lexicon? _evidence;
    private readonly WordStatistics _firstWords;
    private readonly WordStatistics _secondWords;
    private readonly int[] _offsets;
    private readonly List<Link> _links = [];
    private readonly float[] _forward;
    private readonly float[] _backward;
    private readonly float[] _pivotForward;
    private readonly float[] _pivotBackward;
    private readonly List<int> _touched = [];

    /// <param name="first">The side in the route's first language.</param>
    /// <param name="second">The other side.</param>
    /// <param name="route">The shipped lexicons, or null.</param>
    /// <param name="evidence">What the caller's evidence taught, or null.</param>
    public LinkTable(TokenizedSide first, TokenizedSide second, LexiconRoute? route, Lexicon? evidence)
    {
        _first = first;
        _second = second;
        _route = route;
        _evidence = evidence;
        _firstWords = WordStatistics.Of(first, route?.Direct, LexiconSide.First, route?.Pivot?.First);
        _secondWords = WordStatistics.Of(second, route?.Direct, LexiconSide.Second, route?.Pivot?.Second);
        _offsets = new int[first.Types.Length + 1];
        _forward = new float[second.Types.Length];
        _backward = new float[second.Types.Length];
        _pivotForward = new float[second.Types.Length];
        _pivotBackward = new float[second.Types.Length];
        Gather();
    }

    private readonly record struct Link(int First, int Second, float Forward, float Backward);

    /// <summary>The model that explains the second side by the first.</summary>
    public DirectionModel Forward()
    {
        var words = new int[_links.Count];
        var probabilities = new float[_links.Count];
        for (var k = 0; k < _links.Count; k++)
        {
            words[k] = _links[k].Second;
            probabilities[k] = _links[k].Forward;
        }

        return new DirectionModel(_first, _second, _offsets, words, probabilities, _secondWords);
    }

    /// <summary>The model that explains the first side by the second.</summary>
    public DirectionModel Backward()
    {
        var offsets = new int[_second.Types.Length + 1];
        foreach (var link in _links)
        {
            offsets[link.Second + 1]++;
        }

        for (var w = 0; w < _second.Types.Length; w++)
        {
            offsets[w + 1] += offsets[w];
        }

        var next = offsets.AsSpan(0, _second.Types.Length).ToArray();
        var words = new int[_links.Count];
        var probabilities = new float[_links.Count];
        foreach (var link in _links)
        {
            var at = next[link.Second]++;
            words[at] = link.First;
            probabilities[at] = link.Backward;
        }

        return new DirectionModel(_second, _first, offsets, words, probabilities, _firstWords);
    }

    private void Gather()
    {
        using var direct = _route?.Direct is { } lexicon ? new LexiconView(lexicon, _second) : null;
        using var pivot = _route?.Pivot is { } way ? new PivotView(way, _second) : null;
        using var taught = _evidence is null ? null : new LexiconView(_evidence, _second);
        var secondShares = pivot is null ? [] : Array.ConvertAll(_second.Types, word => DirectShare(LexiconSide.Second, word));
        var mine = new CognateIndex(_first.Types);
        var theirs = new CognateIndex(_second.Types);
        var found = new List<(int Type, float Probability)>();
        for (var type = 0; type < _first.Types.Length; type++)
        {
            var word = _first.Types[type];
            direct?.Visit(word, Add);
            if (pivot is not null)
            {
                pivot.Visit(word, AddPivot);
                Blend(DirectShare(LexiconSide.First, word), secondShares);
            }

            taught?.Visit(word, Add);
            found.Clear();
            theirs.Find(CognateIndex.Fold(word), mine, found);
            foreach (var (other, probability) in found)
            {
                Add(other, probability, probability);
            }

            Flush(type);
        }
    }

    /// <summary>How much the direct lexicon counts beside the way through the pivot: half where both know the word.</summary>
    private float DirectShare(LexiconSide side, string word)
    {
        var direct = _route!.Direct is { } lexicon && lexicon.Find(side, word) >= 0;
        var pivot = (side == LexiconSide.First ? _route.Pivot!.First : _route.Pivot!.Second).Find(LexiconSide.First, word) >= 0;
        return !direct ? 0 : pivot ? 0.5f : 1;
    }

    private void Add(int type, float forward, float backward)
    {
        Touch(type);
        _forward[type] = Math.Max(_forward[type], forward);
        _backward[type] = Math.Max(_backward[type], backward);
    }

    private void AddPivot(int type, float forward, float backward)
    {
        Touch(type);
        _pivotForward[type] += forward;
        _pivotBackward[type] += backward;
    }

    private void Touch(int type)
    {
        if (_forward[type] + _backward[type] + _pivotForward[type] + _pivotBackward[type] == 0)
        {
            _touched.Add(type);
        }
    }

    private void Blend(float firstShare, float[] secondShares)
    {
        foreach (var type in _touched)
        {
            var secondShare = secondShares[type];
            _forward[type] = (_forward[type] * firstShare) + (_pivotForward[type] * (1 - firstShare));
            _backward[type] = (_backward[type] * secondShare) + (_pivotBackward[type] * (1 - secondShare));
            _pivotForward[type] = _pivotBackward[type] = 0;
        }
    }

    /// <summary>A translation that is hardly likelier than chance moves no score; leaving it out saves most of the links.</summary>
    private static float Worthwhile(float probability, float chance) => probability >= LeastLift * chance ? probability : 0;

    private void Flush(int first)
    {
        _touched.Sort();
        foreach (var type in _touched)
        {
            var forward = Worthwhile(_forward[type], _secondWords.Chance[type]);
            var backward = Worthwhile(_backward[type], _firstWords.Chance[first]);
            if (forward + backward > 0)
            {
                _links.Add(new Link(first, type, forward, backward));
                _firstWords.Known[first] = true;
                _secondWords.Known[type] = true;
            }

            _forward[type] = _backward[type] = 0;
        }

        _touched.Clear();
        _offsets[first + 1] = _links.Count;
    }
}
