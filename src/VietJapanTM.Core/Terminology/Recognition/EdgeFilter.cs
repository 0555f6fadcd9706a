using System.Numerics;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>
/// A Bloom filter over the edges of an automaton: never denies an edge that exists, and lets about one in ten pass that does not. Safe
/// for many readers once nobody adds.
/// </summary>
internal sealed class EdgeFilter
{
    private const int BitsPerEdge = 6;
    private const int BitsPerWord = 64;
    private const int WordShift = 6;
    private readonly ulong[] _bits;
    private readonly int _shift;

    /// <summary>Makes an empty filter for so many edges.</summary>
    public EdgeFilter(int edges)
    {
        var size = BitOperations.RoundUpToPowerOf2((ulong)Math.Max(edges * BitsPerEdge, BitsPerWord));
        _bits = new ulong[size / BitsPerWord];
        _shift = BitsPerWord - BitOperations.Log2(size);
    }

    /// <summary>Takes an edge in.</summary>
    public void Add(int state, int token)
    {
        var bit = BitOf(state, token);
        _bits[bit >> WordShift] |= 1UL << (int)bit;
    }

    /// <summary>False where there is no such edge.</summary>
    public bool MayHold(int state, int token)
    {
        var bit = BitOf(state, token);
        return (_bits[bit >> WordShift] & (1UL << (int)bit)) != 0;
    }

    // Fibonacci hashing: the high bits of a multiplication with the golden ratio.
    private ulong BitOf(int state, int token) => ((((ulong)(uint)state << 32) | (uint)token) * 0x9E3779B97F4A7C15) >> _shift;
}
