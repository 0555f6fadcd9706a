using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace VietJapanTM.Matching.Indexing;

/// <summary>
/// The same distance to sixteen rows at once, each in 32 bits of a vector: for sequences of at most 31 keys that all fit 16 bits, where the
/// processor can look up sixteen masks among 32. The last row of the table is summed up at the end, in place of step by step.
/// </summary>
internal sealed unsafe partial class KeyDistance
{
    /// <summary>How many rows are compared at once.</summary>
    public const int Lanes = 16;

    /// <summary>Slots of so many keys, and the empty one, are looked up at once.</summary>
    private const int MaxManyKeys = 31;

    /// <summary>Longer rows are compared alone.</summary>
    private const int MaxManyLength = 4 * MaxManyKeys;

    private readonly PinnedArray<byte> _slots = new(MaxManyLength * Lanes);
    private readonly PinnedArray<uint> _masks = new(MaxManyKeys + 1);

    /// <summary>True where <see cref="ToMany"/> may be called for rows of so many keys.</summary>
    public bool TakesMany(int length) =>
        Avx512F.IsSupported && _count is > 0 and <= MaxManyKeys && _rare.Count == 0 && length <= MaxManyLength;

    /// <summary>The distances to some rows.</summary>
    /// <param name="places">Where each row's keys begin among all; at most <see cref="Lanes"/>.</param>
    /// <param name="lengths">How many each row has; room for <see cref="Lanes"/>, of which the others are 0.</param>
    /// <param name="distances">Receives the distances; room for <see cref="Lanes"/>.</param>
    public void ToMany(ReadOnlySpan<long> places, ReadOnlySpan<int> lengths, Span<int> distances)
    {
        var longest = ReadSlots(places, lengths);

        // SAFETY: there are 32 masks, and a vector of slots for each of the longest row's keys.
        var (low, high) = (Vector512.Load(_masks.Pointer), Vector512.Load(_masks.Pointer + Lanes));
        var ends = Vector512.Create(lengths);
        var pv = Vector512<uint>.AllBitsSet;
        var mv = Vector512<uint>.Zero;
        for (var j = 0; j < longest; j++)
        {
            var slots = Avx512F.ConvertToVector512UInt32(Vector128.Load(_slots.Pointer + (j * Lanes)));
            var eq = Avx512F.PermuteVar16x32x2(low, slots, high);
            var xv = eq | mv;
            var xh = (((eq & pv) + pv) ^ pv) | eq;
            var ph = mv | ~(xh | pv);
            var mh = pv & xh;
            ph = Vector512.ShiftLeft(ph, 1) | Vector512<uint>.One;
            mh = Vector512.ShiftLeft(mh, 1);

            // A row that has ended keeps what it has.
            var goesOn = Vector512.GreaterThan(ends, Vector512.Create(j)).AsUInt32();
            pv = Vector512.ConditionalSelect(goesOn, mh | ~(xv | ph), pv);
            mv = Vector512.ConditionalSelect(goesOn, ph & xv, mv);
        }

        var last = uint.MaxValue >> (32 - _count);
        for (var lane = 0; lane < lengths.Length; lane++)
        {
            distances[lane] = lengths[lane] + BitOperations.PopCount(pv[lane] & last) - BitOperations.PopCount(mv[lane] & last);
        }
    }

    /// <summary>Of so few keys each slot's mask fits 32 bits.</summary>
    private void CopyMasks()
    {
        for (var slot = 0; slot <= _count; slot++)
        {
            _masks.Pointer[slot] = (uint)_matches[slot];
        }
    }

    /// <summary>Writes the slots of the rows' keys, one vector for each place in the rows; answers the longest length.</summary>
    private int ReadSlots(ReadOnlySpan<long> places, ReadOnlySpan<int> lengths)
    {
        var longest = 0;
        for (var lane = 0; lane < places.Length; lane++)
        {
            // SAFETY: the caller's lengths are at most MaxManyLength.
            var codes = _chunk.KeysFrom(places[lane]);
            var slot = _slots.Pointer + lane;
            for (var j = 0; j < lengths[lane]; j++, slot += Lanes)
            {
                *slot = (byte)_slotOfKey[codes[j]];
            }

            longest = Math.Max(longest, lengths[lane]);
        }

        return longest;
    }
}
