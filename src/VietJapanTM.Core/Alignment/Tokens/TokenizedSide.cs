using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment.Tokens;

/// <summary>
/// A side as numbers: cut into sentences, of which a segment may hold several, and each token the index of its type, a distinct word
/// of the document. Immutable after building.
/// </summary>
internal sealed class TokenizedSide
{
    /// <summary>A segment of more sentences is no editor's work but a text that nobody has cut; to align its inside would help nobody.</summary>
    private const int MostCuts = 1_000;

    /// <summary>Behind it lie scripts of which one letter is a word.</summary>
    private const char LastAlphabetic = '\u2FFF';

    private TokenizedSide(
        int[] offsets,
        int[] tokens,
        byte[] repeats,
        string[] types,
        int[] counts,
        int[] lengths,
        int[] ends,
        SentenceEnding[] endings,
        int[] labels,
        int[] segments,
        int[] paragraphs)
    {
        Offsets = offsets;
        Tokens = tokens;
        Repeats = repeats;
        Types = types;
        Counts = counts;
        Lengths = lengths;
        Ends = ends;
        Endings = endings;
        Labels = labels;
        Segments = segments;
        Paragraphs = paragraphs;
        HasWord = new bool[lengths.Length];
        for (var sentence = 0; sentence < lengths.Length; sentence++)
        {
            var at = offsets[sentence];
            while (at < offsets[sentence + 1] && !IsWord(types[tokens[at]]))
            {
                at++;
            }

            HasWord[sentence] = at < offsets[sentence + 1];
        }
    }

    /// <summary>Number of sentences.</summary>
    public int Count => Lengths.Length;

    /// <summary>Where each sentence's tokens begin; one more than there are sentences.</summary>
    public int[] Offsets { get; }

    /// <summary>Index of the type of each token.</summary>
    public int[] Tokens { get; }

    /// <summary>How often the sentence holds the type of each token before it, at most 255.</summary>
    public byte[] Repeats { get; }

    /// <summary>The distinct words, in order of first appearance.</summary>
    public string[] Types { get; }

    /// <summary>How often each type stands in the document.</summary>
    public int[] Counts { get; }

    /// <summary>Characters of each sentence, 1 or more.</summary>
    public int[] Lengths { get; }

    /// <summary>1 where a sentence ends in its own right, 0 where it breaks off; more where a segment is not cut.</summary>
    public int[] Ends { get; }

    /// <summary>How each sentence ends.</summary>
    public SentenceEnding[] Endings { get; }

    /// <summary>The number that each sentence bears, 0 where it bears none: <see cref="NumberLabel"/>.</summary>
    public int[] Labels { get; }

    /// <summary>The segment of each sentence, and after the last the number of segments.</summary>
    public int[] Segments { get; }

    /// <summary>False for a sentence without a word: specks that a scanner read, marks that a cut has left over. A word has two letters or an ideograph.</summary>
    public bool[] HasWord { get; }

    /// <summary>Paragraph of each sentence.</summary>
    public int[] Paragraphs { get; }

    /// <summary>True where a segment begins with a sentence, or the text is over.</summary>
    public bool IsSegmentStart(int sentence) => sentence == 0 || Segments[sentence] != Segments[sentence - 1];

    /// <summary>The tokens of a sentence.</summary>
    public ReadOnlySpan<int> TokensOf(int sentence) => Tokens.AsSpan(Offsets[sentence], Offsets[sentence + 1] - Offsets[sentence]);

    /// <summary>Their <see cref="Repeats"/>.</summary>
    public ReadOnlySpan<byte> RepeatsOf(int sentence) => Repeats.AsSpan(Offsets[sentence], Offsets[sentence + 1] - Offsets[sentence]);

    /// <summary>Sentences, tokens and characters of a side.</summary>
    /// <param name="segments">Its segments.</param>
    /// <param name="cut">False where each segment counts as one sentence.</param>
    /// <param name="cancellationToken">Stops the work between two segments.</param>
    public static TokenizedSide Of(ImmutableArray<DocumentSegment> segments, bool cut = true, CancellationToken cancellationToken = default)
    {
        using var side = new Builder(segments);
        var cuts = new List<int>();
        for (var i = 0; i < segments.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var text = segments[i].Text;
            cuts.Clear();
            SentenceEnds.Find(text, cuts);
            var inside = cut && cuts.Count <= MostCuts ? 0 : cuts.Count;
            if (inside > 0)
            {
                cuts.Clear();
            }

            cuts.Add(text.Length);
            var start = 0;
            foreach (var end in cuts)
            {
                side.Add(text.AsSpan(start..end), inside, i, segments[i].Paragraph);
                start = end;
            }
        }

        return side.Build(segments.Length);
    }

    private static bool IsWord(string type) => char.IsLetter(type[0]) && (type.Length > 1 || type[0] > LastAlphabetic);

    private sealed class Builder : IDisposable
    {
        /// <summary>Characters of a token and what stands between it and the next, in most languages.</summary>
        private const int TokenLength = 6;
        private readonly AlignmentTokenizer _tokenizer = new();
        private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _indices =
            new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

        private readonly List<string> _types = [];
        private readonly List<int> _counts = [];

        // How often each type stood in the text before the sentence that holds it last, and which that is.
        private readonly List<(int Sentence, int Before)> _last = [];
        private ScratchList<int> _tokens;
        private ScratchList<byte> _repeats;
        private ScratchList<int> _offsets;
        private ScratchList<int> _lengths;
        private ScratchList<int> _ends;
        private ScratchList<int> _owners;
        private ScratchList<int> _paragraphs;
        private ScratchList<SentenceEnding> _endings;
        private ScratchList<int> _labels;

        public Builder(ImmutableArray<DocumentSegment> segments)
        {
            var tokens = (int)(segments.Sum(segment => (long)segment.Text.Length) / TokenLength);
            _tokens.Expect(tokens);
            _repeats.Expect(tokens);
            _offsets.Add(0);
        }

        public void Dispose()
        {
            _tokens.Return();
            _repeats.Return();
            _offsets.Return();
            _lengths.Return();
            _ends.Return();
            _owners.Return();
            _paragraphs.Return();
            _endings.Return();
            _labels.Return();
        }

        /// <summary>Adds a sentence, or a segment that holds <paramref name="inside"/> more of them.</summary>
        public void Add(ReadOnlySpan<char> text, int inside, int owner, int paragraph)
        {
            Read(text);
            _offsets.Add(_tokens.Count);
            _lengths.Add(Math.Max(1, text.Length));
            _labels.Add(NumberLabel.Of(text));
            var ending = SentenceEnds.Of(text);
            _endings.Add(ending);
            _ends.Add(inside + (ending is SentenceEnding.Stop or SentenceEnding.Colon ? 1 : 0));
            _owners.Add(owner);
            _paragraphs.Add(paragraph);
        }

        public TokenizedSide Build(int segments)
        {
            _owners.Add(segments);
            return new TokenizedSide(
                _offsets.Items.ToArray(),
                _tokens.Items.ToArray(),
                _repeats.Items.ToArray(),
                [.. _types],
                [.. _counts],
                _lengths.Items.ToArray(),
                _ends.Items.ToArray(),
                _endings.Items.ToArray(),
                _labels.Items.ToArray(),
                _owners.Items.ToArray(),
                _paragraphs.Items.ToArray());
        }

        private void Read(ReadOnlySpan<char> text)
        {
            _tokenizer.Start(text);
            while (_tokenizer.TryNext(out var word))
            {
                if (!_indices.TryGetValue(word, out var type))
                {
                    type = _types.Count;
                    _types.Add(word.ToString());
                    _indices.Dictionary.Add(_types[type], type);
                    _counts.Add(0);
                    _last.Add((-1, 0));
                }

                if (_last[type].Sentence != _lengths.Count)
                {
                    _last[type] = (_lengths.Count, _counts[type]);
                }

                _repeats.Add((byte)Math.Min(byte.MaxValue, _counts[type] - _last[type].Before));
                _counts[type]++;
                _tokens.Add(type);
            }
        }
    }
}
