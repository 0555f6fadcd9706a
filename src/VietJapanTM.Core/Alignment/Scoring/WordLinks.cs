namespace VietJapanTM.Alignment.Scoring;

/// <summary>
/// The links between the words of two sides. Each is kept with the rarer of its words: whoever looks for the links between two short spans
/// then walks those of their rare words alone, however many a common word has. Immutable; returns its memory when disposed of.
/// </summary>
internal sealed class WordLinks : IDisposable
{
    private readonly int[] _firstStarts;
    private readonly int[] _secondStarts;
    private ScratchList<KeptLink> _withFirst;
    private Scratch<KeptLink> _withSecond;

    private WordLinks(int[] firstStarts, ScratchList<KeptLink> withFirst, int[] secondStarts, Scratch<KeptLink> withSecond)
    {
        (_firstStarts, _withFirst) = (firstStarts, withFirst);
        (_secondStarts, _withSecond) = (secondStarts, withSecond);
    }

    /// <summary>The links kept with a word of the first side.</summary>
    public ReadOnlySpan<KeptLink> WithFirst(int word) => _withFirst.Items[_firstStarts[word].._firstStarts[word + 1]];

    /// <summary>The links kept with a word of the second side.</summary>
    public ReadOnlySpan<KeptLink> WithSecond(int word) => _withSecond.Items.AsSpan(_secondStarts[word].._secondStarts[word + 1]);

    /// <summary>Every link, in no particular order.</summary>
    public IEnumerable<WordLink> All()
    {
        for (var word = 0; word + 1 < _firstStarts.Length; word++)
        {
            for (var at = _firstStarts[word]; at < _firstStarts[word + 1]; at++)
            {
                var link = _withFirst.Items[at];
                yield return new WordLink(word, link.Other, link.Forward, link.Backward);
            }
        }

        for (var word = 0; word + 1 < _secondStarts.Length; word++)
        {
            for (var at = _secondStarts[word]; at < _secondStarts[word + 1]; at++)
            {
                var link = _withSecond.Items[at];
                yield return new WordLink(link.Other, word, link.Forward, link.Backward);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _withFirst.Return();
        _withSecond.Return();
    }

    /// <summary>Takes links in, by rising first word.</summary>
    /// <param name="firstCounts">How often each word stands in the first side.</param>
    /// <param name="secondCounts">Likewise in the second.</param>
    public sealed class Builder(int[] firstCounts, int[] secondCounts)
    {
        private readonly int[] _firstStarts = new int[firstCounts.Length + 1];
        private readonly int[] _secondStarts = new int[secondCounts.Length + 1];
        private ScratchList<KeptLink> _withFirst;
        private ScratchList<(int Second, KeptLink Link)> _withSecond;

        /// <summary>Adds a link.</summary>
        public void Add(int first, int second, float forward, float backward)
        {
            if (firstCounts[first] <= secondCounts[second])
            {
                _withFirst.Add(new KeptLink(second, forward, backward));
                _firstStarts[first + 1]++;
            }
            else
            {
                _withSecond.Add((second, new KeptLink(first, forward, backward)));
                _secondStarts[second + 1]++;
            }
        }

        /// <summary>The links; the builder is spent.</summary>
        public WordLinks Build()
        {
            Cumulate(_firstStarts);
            Cumulate(_secondStarts);
            var next = _secondStarts.AsSpan(0, secondCounts.Length).ToArray();
            var sorted = default(Scratch<KeptLink>);
            var places = sorted.Take(_withSecond.Count);
            foreach (var (second, link) in _withSecond.Items)
            {
                places[next[second]++] = link;
            }

            _withSecond.Return();
            return new WordLinks(_firstStarts, _withFirst, _secondStarts, sorted);
        }

        private static void Cumulate(int[] counts)
        {
            for (var k = 1; k < counts.Length; k++)
            {
                counts[k] += counts[k - 1];
            }
        }
    }
}

/// <summary>A link as the word at one of its ends keeps it.</summary>
/// <param name="Other">The word at the other end.</param>
/// <param name="Forward">p(second | first).</param>
/// <param name="Backward">p(first | second).</param>
internal readonly record struct KeptLink(int Other, float Forward, float Backward);

/// <summary>A link between two words.</summary>
/// <param name="First">The word of the first side.</param>
/// <param name="Second">That of the second.</param>
/// <param name="Forward">p(second | first).</param>
/// <param name="Backward">p(first | second).</param>
internal readonly record struct WordLink(int First, int Second, float Forward, float Backward);
