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
        int[] offsets, int[] tokens, string[] types, int[] counts, int[] lengths, int[] ends, bool[] halves, int[] segments, int[] paragraphs)
    {
        Offsets = offsets;
        Tokens = tokens;
        Types = types;
        Counts = counts;
        Lengths = lengths;
        Ends = ends;
        IsFirstHalf = halves;
        Segments = segments;
        Paragraphs = paragraphs;
        HasWord = new bool[lengths.Length];
        for (var sentence = 0; sentence < lengths.Length; sentence++)
        {
            foreach (var type in TokensOf(sentence))
            {
                HasWord[sentence] |= IsWord(types[type]);
            }
        }
    }

    /// <summary>Number of sentences.</summary>
    public int Count => Lengths.Length;

    /// <summary>Where each sentence's tokens begin; one more than there are sentences.</summary>
    public int[] Offsets { get; }

    /// <summary>Index of the type of each token.</summary>
    public int[] Tokens { get; }

    /// <summary>The distinct words, in order of first appearance.</summary>
    public string[] Types { get; }

    /// <summary>How often each type stands in the document.</summary>
    public int[] Counts { get; }

    /// <summary>Characters of each sentence, 1 or more.</summary>
    public int[] Lengths { get; }

    /// <summary>1 where a sentence ends in its own right, 0 where it breaks off; more where a segment is not cut.</summary>
    public int[] Ends { get; }

    /// <summary>True where a sentence breaks off at a semicolon, so that the next is its other half.</summary>
    public bool[] IsFirstHalf { get; }

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

    /// <summary>Sentences, tokens and characters of a side.</summary>
    /// <param name="segments">Its segments.</param>
    /// <param name="cut">False where each segment counts as one sentence.</param>
    /// <param name="cancellationToken">Stops the work between two segments.</param>
    public static TokenizedSide Of(ImmutableArray<DocumentSegment> segments, bool cut = true, CancellationToken cancellationToken = default)
    {
        using var words = new Words();
        var cuts = new List<int>();
        var (offsets, lengths, ends) = (new List<int>(segments.Length + 1) { 0 }, new List<int>(segments.Length), new List<int>(segments.Length));
        var (owners, paragraphs, halves) = (new List<int>(segments.Length + 1), new List<int>(segments.Length), new List<bool>(segments.Length));
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
                var part = text.AsSpan(start..end);
                words.Read(part);
                offsets.Add(words.Tokens.Length);
                lengths.Add(Math.Max(1, part.Length));
                halves.Add(SentenceEnds.IsFirstHalf(part));
                ends.Add(inside + SentenceEnds.OfPart(part));
                owners.Add(i);
                paragraphs.Add(segments[i].Paragraph);
                start = end;
            }
        }

        owners.Add(segments.Length);
        return new TokenizedSide(
            [.. offsets], words.Tokens.ToArray(), [.. words.Types], [.. words.Counts], [.. lengths], [.. ends], [.. halves], [.. owners], [.. paragraphs]);
    }

    private static bool IsWord(string type) => char.IsLetter(type[0]) && (type.Length > 1 || type[0] > LastAlphabetic);

    private sealed class Words : IDisposable
    {
        private readonly AlignmentTokenizer _tokenizer = new();
        private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _indices =
            new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

        private Scratch<int> _tokens;
        private int _count;

        public ReadOnlySpan<int> Tokens => _tokens.Items.AsSpan(0, _count);

        public List<string> Types { get; } = [];

        public List<int> Counts { get; } = [];

        public void Dispose() => _tokens.Return();

        public void Read(ReadOnlySpan<char> text)
        {
            _tokenizer.Start(text);
            while (_tokenizer.TryNext(out var word))
            {
                if (!_indices.TryGetValue(word, out var type))
                {
                    type = Types.Count;
                    Types.Add(word.ToString());
                    _indices.Dictionary.Add(Types[type], type);
                    Counts.Add(0);
                }

                Counts[type]++;
                _tokens.Grow(_count + 1);
                _tokens.Items[_count++] = type;
            }
        }
    }
}
