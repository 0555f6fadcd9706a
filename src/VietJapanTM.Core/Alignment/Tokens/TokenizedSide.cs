using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment.Tokens;

/// <summary>A side as numbers: each token is the index of its type, a distinct word of the document. Immutable after building.</summary>
internal sealed class TokenizedSide
{
    private TokenizedSide(int[] offsets, int[] tokens, string[] types, int[] counts, int[] lengths, int[] paragraphs, int[] sentences)
    {
        Offsets = offsets;
        Tokens = tokens;
        Types = types;
        Counts = counts;
        Lengths = lengths;
        Paragraphs = paragraphs;
        Sentences = sentences;
    }

    /// <summary>Number of segments.</summary>
    public int Count => Lengths.Length;

    /// <summary>Where each segment's tokens begin; one more than there are segments.</summary>
    public int[] Offsets { get; }

    /// <summary>Index of the type of each token.</summary>
    public int[] Tokens { get; }

    /// <summary>The distinct words, in order of first appearance.</summary>
    public string[] Types { get; }

    /// <summary>How often each type stands in the document.</summary>
    public int[] Counts { get; }

    /// <summary>Characters of each segment, 1 or more.</summary>
    public int[] Lengths { get; }

    /// <summary>Paragraph of each segment.</summary>
    public int[] Paragraphs { get; }

    /// <summary>Sentences that end in each segment.</summary>
    public int[] Sentences { get; }

    /// <summary>The tokens of a segment.</summary>
    public ReadOnlySpan<int> TokensOf(int segment) => Tokens.AsSpan(Offsets[segment], Offsets[segment + 1] - Offsets[segment]);

    /// <summary>Tokens and characters of a side.</summary>
    public static TokenizedSide Of(ImmutableArray<DocumentSegment> segments, CancellationToken cancellationToken = default)
    {
        var tokenizer = new AlignmentTokenizer();
        var indices = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = indices.GetAlternateLookup<ReadOnlySpan<char>>();
        var types = new List<string>();
        var counts = new List<int>();
        var tokens = new List<int>(segments.Length * 24);
        var offsets = new int[segments.Length + 1];
        var lengths = new int[segments.Length];
        var sentences = new int[segments.Length];
        for (var i = 0; i < segments.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            lengths[i] = Math.Max(1, segments[i].Text.Length);
            sentences[i] = SentenceCount.Of(segments[i].Text);
            tokenizer.Start(segments[i].Text);
            while (tokenizer.TryNext(out var word))
            {
                if (!lookup.TryGetValue(word, out var type))
                {
                    type = types.Count;
                    types.Add(word.ToString());
                    indices.Add(types[type], type);
                    counts.Add(0);
                }

                counts[type]++;
                tokens.Add(type);
            }

            offsets[i + 1] = tokens.Count;
        }

        return new TokenizedSide(
            offsets, [.. tokens], [.. types], [.. counts], lengths, [.. segments.Select(segment => segment.Paragraph)], sentences);
    }
}
