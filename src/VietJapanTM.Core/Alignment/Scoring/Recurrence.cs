using System.Runtime.InteropServices;
using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Scoring;

/// <summary>
/// Sentences that stand in a text several times, such as headings and names of commands: where a sentence recurs on one side as often as one
/// on the other, the first probably translates the first, the second the second, whatever the lexicon knows of their words.
/// </summary>
internal sealed class Recurrence
{
    /// <summary>The logarithm of how much likelier recurrences are to fall together in a good pair than by chance.</summary>
    private const float Together = 0.5f;

    private readonly long[] _source;
    private readonly long[] _target;

    public Recurrence(TokenizedSide source, TokenizedSide target)
    {
        _source = Places(source);
        _target = Places(target);
    }

    /// <summary>Adds to the scores of the beads (i, a, j, b), j from <paramref name="first"/> on, in which recurrences fall together.</summary>
    public void AddRow(int i, int a, int first, int b, Span<float> scores)
    {
        for (var source = i; source < i + a; source++)
        {
            if (_source[source] is not 0 and var place)
            {
                for (var k = 0; k < scores.Length; k++)
                {
                    scores[k] += _target.AsSpan(first + k, b).Contains(place) ? Together : 0;
                }
            }
        }
    }

    // How often a sentence stands in the text, and the which of these it is; 0 for one that stands there once.
    private static long[] Places(TokenizedSide side)
    {
        var seen = new Dictionary<ReadOnlyMemory<int>, int>(side.Count, SameTokens.Instance);
        var ordinals = new int[side.Count];
        for (var i = 0; i < side.Count; i++)
        {
            ordinals[i] = ++CollectionsMarshal.GetValueRefOrAddDefault(seen, TokensOf(side, i), out _);
        }

        var places = new long[side.Count];
        for (var i = 0; i < side.Count; i++)
        {
            var times = seen[TokensOf(side, i)];
            places[i] = times > 1 ? ((long)times << 32) | (uint)ordinals[i] : 0;
        }

        return places;
    }

    private static ReadOnlyMemory<int> TokensOf(TokenizedSide side, int sentence) =>
        side.Tokens.AsMemory(side.Offsets[sentence], side.Offsets[sentence + 1] - side.Offsets[sentence]);

    private sealed class SameTokens : IEqualityComparer<ReadOnlyMemory<int>>
    {
        public static readonly SameTokens Instance = new();

        public bool Equals(ReadOnlyMemory<int> x, ReadOnlyMemory<int> y) => x.Span.SequenceEqual(y.Span);

        public int GetHashCode(ReadOnlyMemory<int> tokens)
        {
            var hash = default(HashCode);
            hash.AddBytes(MemoryMarshal.AsBytes(tokens.Span));
            return hash.ToHashCode();
        }
    }
}
