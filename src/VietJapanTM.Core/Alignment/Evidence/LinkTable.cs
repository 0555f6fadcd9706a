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
    private readonly TokenizedSide _first;
    private readonly TokenizedSide _second;
    private readonly Lexicon? _lexicon;
    private readonly Lexicon? _evidence;
    private readonly int[] _offsets;
    private readonly List<Link> _links = [];
    private readonly float[] _forward;
    private readonly float[] _backward;
    private readonly List<int> _touched = [];

    /// <param name="first">The side in the lexicon's first language.</param>
    /// <param name="second">The other side.</param>
    /// <param name="lexicon">The lexicon, or null.</param>
    /// <param name="evidence">What the caller's evidence taught, or null.</param>
    public LinkTable(TokenizedSide first, TokenizedSide second, Lexicon? lexicon, Lexicon? evidence)
    {
        _first = first;
        _second = second;
        _lexicon = lexicon;
        _evidence = evidence;
        _offsets = new int[first.Types.Length + 1];
        _forward = new float[second.Types.Length];
        _backward = new float[second.Types.Length];
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

        var linked = new bool[_second.Types.Length];
        foreach (var link in _links)
        {
            linked[link.Second] = true;
        }

        return Model(_first, _second, _offsets, words, probabilities, linked, LexiconSide.Second);
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
        var linked = new bool[_first.Types.Length];
        foreach (var link in _links)
        {
            var at = next[link.Second]++;
            words[at] = link.First;
            probabilities[at] = link.Backward;
            linked[link.First] = true;
        }

        return Model(_second, _first, offsets, words, probabilities, linked, LexiconSide.First);
    }

    private void Gather()
    {
        var shipped = _lexicon is null ? null : new LexiconView(_lexicon, _second);
        var taught = _evidence is null ? null : new LexiconView(_evidence, _second);
        var mine = new CognateIndex(_first.Types);
        var theirs = new CognateIndex(_second.Types);
        var found = new List<(int Type, float Probability)>();
        for (var type = 0; type < _first.Types.Length; type++)
        {
            var word = _first.Types[type];
            shipped?.Visit(word, Add);
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

    private void Add(int type, float forward, float backward)
    {
        if (_forward[type] == 0 && _backward[type] == 0)
        {
            _touched.Add(type);
        }

        _forward[type] = Math.Max(_forward[type], forward);
        _backward[type] = Math.Max(_backward[type], backward);
    }

    private void Flush(int first)
    {
        _touched.Sort();
        foreach (var type in _touched)
        {
            _links.Add(new Link(first, type, _forward[type], _backward[type]));
            _forward[type] = _backward[type] = 0;
        }

        _touched.Clear();
        _offsets[first + 1] = _links.Count;
    }

    private DirectionModel Model(
        TokenizedSide given, TokenizedSide told, int[] offsets, int[] words, float[] probabilities, bool[] linked, LexiconSide side)
    {
        var chance = new float[told.Types.Length];
        var nullProbability = new float[told.Types.Length];
        for (var w = 0; w < chance.Length; w++)
        {
            var here = told.Counts[w] / (float)told.Tokens.Length;
            chance[w] = here;
            if (_lexicon is not null)
            {
                var id = _lexicon.Find(side, told.Types[w]);
                var entry = id < 0 ? default : _lexicon.Entry(side, id);
                linked[w] |= id >= 0;
                nullProbability[w] = entry.NullProbability;
                chance[w] = (here + Math.Max(entry.Frequency, Lexicon.LeastFrequency)) / 2;
            }
        }

        return new DirectionModel(given, told, offsets, words, probabilities, chance, nullProbability, linked);
    }
}
