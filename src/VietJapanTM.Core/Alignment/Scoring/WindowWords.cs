using System.Runtime.InteropServices;
using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Scoring;

/// <summary>The words of a span of one side. Those that have links into the other span are numbered from 0, and their links lie in rows.</summary>
internal sealed class WindowWords(TokenizedSide side)
{
    private const int Unlinked = -1;

    // Of each word of the document 0 where the span does not hold it, else one more than its number, or Unlinked.
    private readonly int[] _numbers = new int[side.Types.Length];
    private readonly List<int> _words = [];
    private readonly List<int> _linked = [];
    private int[] _starts = [];
    private int[] _others = [];
    private float[] _probabilities = [];

    /// <summary>The side.</summary>
    public TokenizedSide Side => side;

    /// <summary>The span.</summary>
    public SegmentSpan Span { get; private set; }

    /// <summary>The distinct words of the span.</summary>
    public ReadOnlySpan<int> Words => CollectionsMarshal.AsSpan(_words);

    /// <summary>The words that have links, by their numbers.</summary>
    public ReadOnlySpan<int> Linked => CollectionsMarshal.AsSpan(_linked);

    /// <summary>Starts on a span.</summary>
    public void Begin(SegmentSpan span)
    {
        foreach (var word in _words)
        {
            _numbers[word] = 0;
        }

        Span = span;
        _words.Clear();
        _linked.Clear();
        foreach (var word in side.Tokens.AsSpan(side.Offsets[span.Start]..side.Offsets[span.End]))
        {
            if (_numbers[word] == 0)
            {
                _numbers[word] = Unlinked;
                _words.Add(word);
            }
        }
    }

    /// <summary>True where the span holds a word.</summary>
    public bool Holds(int word) => _numbers[word] != 0;

    /// <summary>The number of a word that the span holds; it gets one where it has none.</summary>
    public int Number(int word)
    {
        if (_numbers[word] == Unlinked)
        {
            _linked.Add(word);
            _numbers[word] = _linked.Count;
        }

        return _numbers[word] - 1;
    }

    /// <summary>The number of a word of the span, or a negative one where it has no links.</summary>
    public int NumberOrNone(int word) => _numbers[word] - 1;

    /// <summary>Sorts the links of the span into rows; those of probability 0 are left out.</summary>
    /// <param name="links">Links between the numbers of both spans.</param>
    /// <param name="givenIsFirst">Whether this is the first side.</param>
    public void SetLinks(ReadOnlySpan<WordLink> links, bool givenIsFirst)
    {
        if (_starts.Length < _linked.Count + 2)
        {
            _starts = new int[2 * (_linked.Count + 2)];
        }

        if (_others.Length < links.Length)
        {
            _others = new int[2 * links.Length];
            _probabilities = new float[2 * links.Length];
        }

        // Two places ahead, so that the starts of the rows are left where they belong when the rows are full.
        var starts = _starts.AsSpan(0, _linked.Count + 2);
        starts.Clear();
        foreach (ref readonly var link in links)
        {
            starts[(givenIsFirst ? link.First : link.Second) + 2] += (givenIsFirst ? link.Forward : link.Backward) > 0 ? 1 : 0;
        }

        for (var row = 2; row < starts.Length; row++)
        {
            starts[row] += starts[row - 1];
        }

        foreach (ref readonly var link in links)
        {
            var (given, told, probability) = givenIsFirst ? (link.First, link.Second, link.Forward) : (link.Second, link.First, link.Backward);
            if (probability > 0)
            {
                var at = starts[given + 1]++;
                _others[at] = told;
                _probabilities[at] = probability;
            }
        }
    }

    /// <summary>The links of a numbered word: the numbers of the other words, and their probabilities given this one.</summary>
    public ReadOnlySpan<int> Others(int number) => _others.AsSpan(_starts[number].._starts[number + 1]);

    /// <summary>The probabilities that go with <see cref="Others"/>.</summary>
    public ReadOnlySpan<float> Probabilities(int number) => _probabilities.AsSpan(_starts[number].._starts[number + 1]);
}
