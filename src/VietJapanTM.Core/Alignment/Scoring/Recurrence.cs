using System.Numerics;
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
        // Sentences by their hashes: the last of each chain, and the one before each, plus 1. A sentence that stands there again joins no chain.
        var slots = (int)BitOperations.RoundUpToPowerOf2((uint)side.Count + 1);
        var (heads, before, firsts, times) = (default(Scratch<int>), default(Scratch<int>), default(Scratch<int>), default(Scratch<int>));
        heads.TakeCleared(slots);
        before.Take(side.Count);
        firsts.Take(side.Count);
        times.TakeCleared(side.Count);
        var places = new long[side.Count];
        for (var i = 0; i < side.Count; i++)
        {
            ref var head = ref heads.Items[Hash(side.TokensOf(i)) & (slots - 1)];
            var first = head - 1;
            while (first >= 0 && !side.TokensOf(first).SequenceEqual(side.TokensOf(i)))
            {
                first = before.Items[first] - 1;
            }

            if (first < 0)
            {
                (first, before.Items[i], head) = (i, head, i + 1);
            }

            firsts.Items[i] = first;
            places[i] = ++times.Items[first];
        }

        for (var i = 0; i < side.Count; i++)
        {
            long all = times.Items[firsts.Items[i]];
            places[i] = all > 1 ? (all << 32) | places[i] : 0;
        }

        heads.Return();
        before.Return();
        firsts.Return();
        times.Return();
        return places;
    }

    private static int Hash(ReadOnlySpan<int> tokens)
    {
        var hash = default(HashCode);
        hash.AddBytes(MemoryMarshal.AsBytes(tokens));
        return hash.ToHashCode();
    }
}
