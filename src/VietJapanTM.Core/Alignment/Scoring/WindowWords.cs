using System.Runtime.InteropServices;
using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Scoring;

/// <summary>The words of a span of one side. Those that have links into the other span are numbered from 0, and their links lie in rows.</summary>
internal sealed class WindowWords : IDisposable
{
    /// <summary>Stands among <see cref="Numbers"/> for a word that the span does not hold.</summary>
    public const int Absent = 0;

    private const int Unlinked = -1;

    private readonly List<int> _words = [];
    private readonly List<int> _linked = [];
    private Scratch<int> _numbers;
    private Scratch<int> _starts;
    private Scratch<int> _others;
    private Scratch<float> _probabilities;

    public WindowWords(TokenizedSide side)
    {
        Side = side;
        _numbers.TakeCleared(side.Types.Length);
    }

    /// <summary>The side.</summary>
    public TokenizedSide Side { get; }

    /// <summary>The span.</summary>
    public SegmentSpan Span { get; private set; } = new(-1, 0);

    /// <summary>The distinct words of the span.</summary>
    public ReadOnlySpan<int> Words => CollectionsMarshal.AsSpan(_words);

    /// <summary>The words that have links, by their numbers.</summary>
    public ReadOnlySpan<int> Linked => CollectionsMarshal.AsSpan(_linked);

    /// <inheritdoc/>
    public void Dispose()
    {
        _numbers.Return();
        _starts.Return();
        _others.Return();
        _probabilities.Return();
    }

    /// <summary>Starts on a span.</summary>
    public void Begin(SegmentSpan span)
    {
        var numbers = _numbers.Items;
        foreach (var word in _words)
        {
            numbers[word] = Absent;
        }

        Span = span;
        _words.Clear();
        _linked.Clear();
        foreach (var word in Side.Tokens.AsSpan(Side.Offsets[span.Start]..Side.Offsets[span.End]))
        {
            if (numbers[word] == Absent)
            {
                numbers[word] = Unlinked;
                _words.Add(word);
            }
        }
    }

    /// <summary>Of each word of the document <see cref="Absent"/>, or one more than its number, or a negative one where it has none.</summary>
    public int[] Numbers => _numbers.Items;

    /// <summary>The number of a word that the span holds; it gets one where it has none.</summary>
    public int Number(int word)
    {
        ref var number = ref _numbers.Items[word];
        if (number == Unlinked)
        {
            _linked.Add(word);
            number = _linked.Count;
        }

        return number - 1;
    }

    /// <summary>The number of a word of the span, or a negative one where it has no links.</summary>
    public int NumberOrNone(int word) => _numbers.Items[word] - 1;

    /// <summary>Sorts the links of the span into rows; those of probability 0 are left out.</summary>
    /// <param name="links">Links between the numbers of both spans.</param>
    /// <param name="givenIsFirst">Whether this is the first side.</param>
    public void SetLinks(ReadOnlySpan<WordLink> links, bool givenIsFirst)
    {
        // Two places ahead, so that the starts of the rows are left where they belong when the rows are full.
        var starts = _starts.TakeCleared(_linked.Count + 2);
        foreach (ref readonly var link in links)
        {
            starts[(givenIsFirst ? link.First : link.Second) + 2] += (givenIsFirst ? link.Forward : link.Backward) > 0 ? 1 : 0;
        }

        for (var row = 2; row < starts.Length; row++)
        {
            starts[row] += starts[row - 1];
        }

        var others = _others.Take(links.Length);
        var probabilities = _probabilities.Take(links.Length);
        foreach (ref readonly var link in links)
        {
            var (given, told, probability) = givenIsFirst ? (link.First, link.Second, link.Forward) : (link.Second, link.First, link.Backward);
            if (probability > 0)
            {
                var at = starts[given + 1]++;
                others[at] = told;
                probabilities[at] = probability;
            }
        }
    }

    /// <summary>The links of a numbered word: the numbers of the other words, and their probabilities given this one.</summary>
    public ReadOnlySpan<int> Others(int number) => _others.Items.AsSpan(_starts.Items[number].._starts.Items[number + 1]);

    /// <summary>The probabilities that go with <see cref="Others"/>.</summary>
    public ReadOnlySpan<float> Probabilities(int number) => _probabilities.Items.AsSpan(_starts.Items[number].._starts.Items[number + 1]);
}
