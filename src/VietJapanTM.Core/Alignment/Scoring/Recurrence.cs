using System.Numerics;
using System.Runtime.InteropServices;
using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Scoring;

/// <summary>
/// Sentences that stand in a text several times, such as headings and names of commands: where a sentence recurs on one side as often as one
/// on the other, the first probably translates the first, the second the second, whatever the lexicon knows of their words. And a remark that follows one
/// sentence and then the next belongs to what stands before it: where the other text has it once, the next sentence went with its remark.
/// </summary>
internal sealed class Recurrence
{
    /// <summary>The logarithm of how much likelier recurrences are to fall together in a good pair than by chance.</summary>
    private const float Together = 0.5f;

    /// <summary>What the first of two remarks gains: enough to choose between ways that are equal but for it.</summary>
    private const float First = 0.1f;

    /// <summary>Words of a remark; what has fewer is a heading, which belongs to what follows.</summary>
    private const int LeastRemark = 4;

    private readonly long[] _source;
    private readonly long[] _target;
    private readonly bool[] _sourceRemarks;
    private readonly bool[] _targetRemarks;

    public Recurrence(TokenizedSide source, TokenizedSide target)
    {
        _source = Places(source);
        _target = Places(target);
        _sourceRemarks = Remarks(source, _source);
        _targetRemarks = Remarks(target, _target);
    }

    /// <summary>Adds to the scores of the beads (i, a, j, b), j from <paramref name="first"/> on, in which recurrences fall together, or a first remark lies.</summary>
    public void AddRow(int i, int a, int first, int b, Span<float> scores)
    {
        if (a == 1 && b == 1)
        {
            for (var k = 0; k < scores.Length; k++)
            {
                scores[k] += _sourceRemarks[i] != _targetRemarks[first + k] ? First : 0;
            }
        }

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

    /// <summary>Which sentences stand there again after one that stands there once.</summary>
    private static bool[] Remarks(TokenizedSide side, long[] places)
    {
        var remarks = new bool[side.Count];
        for (var i = 0; i + 2 < side.Count; i++)
        {
            var words = side.TokensOf(i);
            remarks[i] = places[i] != 0 && places[i + 1] == 0 && words.Length >= LeastRemark && words.SequenceEqual(side.TokensOf(i + 2));
        }

        return remarks;
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
