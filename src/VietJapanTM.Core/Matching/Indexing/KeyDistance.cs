using System.Runtime.CompilerServices;
using VietJapanTM.Matching.Indexing.Chunks;

namespace VietJapanTM.Matching.Indexing;

/// <summary>
/// Unit-cost Levenshtein distance from one sequence of keys to many, bit-parallel: O(⌈n/64⌉·m). Reused from query to query;
/// not thread-safe.
/// </summary>
/// <remarks>
/// Source: Myers, A fast bit-vector algorithm for approximate string matching based on dynamic programming, JACM 1999, in the
/// block form and for whole sequences of Hyyrö, A bit-vector algorithm for computing Levenshtein and Damerau edit distances,
/// 2003. Pv and Mv hold the positive and negative vertical differences of a column, Ph and Mh the horizontal ones.
/// </remarks>
internal sealed unsafe partial class KeyDistance
{
    private readonly ushort[] _slotOfKey = new ushort[ushort.MaxValue + 1];
    private readonly List<(int Key, int Slot)> _rare = [];
    private IndexChunk _chunk = null!;
    private int[] _keys = [];
    private int _count;
    private int _blocks;
    private ulong[] _matches = [];
    private ulong[] _pv = [];
    private ulong[] _mv = [];

    /// <summary>Sets the sequence that rows of a chunk are compared with; −1 in it equals nothing.</summary>
    public void Prepare(ReadOnlySpan<int> keys, IndexChunk chunk)
    {
        foreach (var key in _keys.AsSpan(0, _count))
        {
            if (key is >= 0 and < KeyColumn.Escape)
            {
                _slotOfKey[key] = 0;
            }
        }

        _rare.Clear();
        _chunk = chunk;
        _count = keys.Length;
        _blocks = (_count + 63) / 64;
        if (_keys.Length < _count)
        {
            _keys = new int[_count * 2];
            _pv = new ulong[_blocks * 2];
            _mv = new ulong[_blocks * 2];
        }

        keys.CopyTo(_keys);
        FillMatches();
        if (_count <= MaxManyKeys)
        {
            CopyMasks();
        }
    }

    /// <summary>Lets go of the chunk.</summary>
    public void Forget() => _chunk = null!;

    /// <summary>The distance to a row, or any number above <paramref name="max"/> where it exceeds that.</summary>
    /// <param name="place">Where the row's keys begin among all.</param>
    /// <param name="length">How many they are.</param>
    /// <param name="max">0 or more.</param>
    public int To(long place, int length, int max) =>
        _count == 0 ? length
        : _blocks == 1 ? OneBlock(place, length, max)
        : ManyBlocks(place, length, max);

    /// <summary>Slot 0 stays empty: it is the slot of every key that the sequence lacks.</summary>
    private void FillMatches()
    {
        var keys = _keys.AsSpan(0, _count);
        var slots = 1;
        foreach (var key in keys)
        {
            if (key >= KeyColumn.Escape)
            {
                if (SlotOfRare(key) == 0)
                {
                    _rare.Add((key, slots++));
                }
            }
            else if (key >= 0 && _slotOfKey[key] == 0)
            {
                _slotOfKey[key] = (ushort)slots++;
            }
        }

        if (_matches.Length < slots * _blocks)
        {
            _matches = new ulong[Math.Max(slots * _blocks * 2, MaxManyKeys + 1)];
        }
        else
        {
            Array.Clear(_matches, 0, slots * _blocks);
        }

        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] >= 0)
            {
                var slot = keys[i] >= KeyColumn.Escape ? SlotOfRare(keys[i]) : _slotOfKey[keys[i]];
                _matches[(slot * _blocks) + (i / 64)] |= 1UL << (i % 64);
            }
        }
    }

    private int SlotOfRare(int key)
    {
        foreach (var (rare, slot) in _rare)
        {
            if (rare == key)
            {
                return slot;
            }
        }

        return 0;
    }

    /// <summary>The slot of a stored key; what it is beyond 16 bits matters only where the sequence has such keys.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SlotAt(ushort* codes, long place, int index) =>
        codes[index] != KeyColumn.Escape ? _slotOfKey[codes[index]]
        : _rare.Count == 0 ? 0
        : SlotOfRare(_chunk.KeyAt(place + index));

    private int OneBlock(long place, int length, int max)
    {
        var codes = _chunk.KeysFrom(place);
        var pv = ulong.MaxValue;
        var mv = 0UL;
        var distance = _count;
        var last = _count - 1;
        for (var j = 0; j < length; j++)
        {
            var eq = _matches[SlotAt(codes, place, j)];
            var xv = eq | mv;
            var xh = (((eq & pv) + pv) ^ pv) | eq;
            var ph = mv | ~(xh | pv);
            var mh = pv & xh;
            distance += (int)((ph >> last) & 1) - (int)((mh >> last) & 1);
            if (distance - (length - 1 - j) > max)
            {
                return int.MaxValue;
            }

            ph = (ph << 1) | 1;
            mh <<= 1;
            pv = mh | ~(xv | ph);
            mv = ph & xv;
        }

        return distance;
    }

    private int ManyBlocks(long place, int length, int max)
    {
        var codes = _chunk.KeysFrom(place);
        Array.Fill(_pv, ulong.MaxValue, 0, _blocks);
        Array.Clear(_mv, 0, _blocks);
        var distance = _count;
        var last = (_count - 1) % 64;
        for (var j = 0; j < length; j++)
        {
            var matches = SlotAt(codes, place, j) * _blocks;

            // The row above the first block counts the other sequence's elements: its horizontal difference is +1.
            var carry = 1;
            for (var block = 0; block < _blocks; block++)
            {
                var (pv, mv) = (_pv[block], _mv[block]);
                var eq = _matches[matches + block];
                var xv = eq | mv;
                eq |= carry < 0 ? 1UL : 0UL;
                var xh = (((eq & pv) + pv) ^ pv) | eq;
                var ph = mv | ~(xh | pv);
                var mh = pv & xh;
                var top = block == _blocks - 1 ? last : 63;
                var next = (int)((ph >> top) & 1) - (int)((mh >> top) & 1);
                ph = (ph << 1) | (carry > 0 ? 1UL : 0UL);
                mh = (mh << 1) | (carry < 0 ? 1UL : 0UL);
                _pv[block] = mh | ~(xv | ph);
                _mv[block] = ph & xv;
                carry = next;
            }

            distance += carry;
            if (distance - (length - 1 - j) > max)
            {
                return int.MaxValue;
            }
        }

        return distance;
    }
}
