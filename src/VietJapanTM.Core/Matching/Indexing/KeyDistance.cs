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
internal sealed class KeyDistance
{
    private int[] _slotOfKey = [];
    private int[] _keys = [];
    private int _blocks;
    private ulong[] _matches = [];
    private ulong[] _pv = [];
    private ulong[] _mv = [];

    /// <summary>Sets the sequence that others are compared with; −1 in it equals nothing.</summary>
    /// <param name="keys">The sequence.</param>
    /// <param name="keyLimit">Every key of every sequence is below it.</param>
    public void Prepare(int[] keys, int keyLimit)
    {
        foreach (var key in _keys)
        {
            if (key >= 0)
            {
                _slotOfKey[key] = 0;
            }
        }

        if (_slotOfKey.Length < keyLimit)
        {
            Array.Resize(ref _slotOfKey, Math.Max(keyLimit, _slotOfKey.Length * 2));
        }

        _keys = keys;
        _blocks = (keys.Length + 63) / 64;
        if (_pv.Length < _blocks)
        {
            _pv = new ulong[_blocks];
            _mv = new ulong[_blocks];
        }

        FillMatches();
    }

    /// <summary>The distance, or any number above <paramref name="max"/> where it exceeds that.</summary>
    public int To(ReadOnlySpan<int> other, int max) =>
        _keys.Length == 0 ? other.Length
        : _blocks == 1 ? OneBlock(other, max)
        : ManyBlocks(other, max);

    /// <summary>Slot 0 stays empty: it is the slot of every key that the sequence lacks.</summary>
    private void FillMatches()
    {
        var slots = 1;
        foreach (var key in _keys)
        {
            if (key >= 0 && _slotOfKey[key] == 0)
            {
                _slotOfKey[key] = slots++;
            }
        }

        if (_matches.Length < slots * _blocks)
        {
            _matches = new ulong[slots * _blocks];
        }
        else
        {
            Array.Clear(_matches, 0, slots * _blocks);
        }

        for (var i = 0; i < _keys.Length; i++)
        {
            if (_keys[i] >= 0)
            {
                _matches[(_slotOfKey[_keys[i]] * _blocks) + (i / 64)] |= 1UL << (i % 64);
            }
        }
    }

    private int OneBlock(ReadOnlySpan<int> other, int max)
    {
        var pv = ulong.MaxValue;
        var mv = 0UL;
        var distance = _keys.Length;
        var last = _keys.Length - 1;
        for (var j = 0; j < other.Length; j++)
        {
            var eq = _matches[_slotOfKey[other[j]]];
            var xv = eq | mv;
            var xh = (((eq & pv) + pv) ^ pv) | eq;
            var ph = mv | ~(xh | pv);
            var mh = pv & xh;
            distance += (int)((ph >> last) & 1) - (int)((mh >> last) & 1);
            if (distance - (other.Length - 1 - j) > max)
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

    private int ManyBlocks(ReadOnlySpan<int> other, int max)
    {
        Array.Fill(_pv, ulong.MaxValue, 0, _blocks);
        Array.Clear(_mv, 0, _blocks);
        var distance = _keys.Length;
        var last = (_keys.Length - 1) % 64;
        for (var j = 0; j < other.Length; j++)
        {
            var matches = _slotOfKey[other[j]] * _blocks;

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
            if (distance - (other.Length - 1 - j) > max)
            {
                return int.MaxValue;
            }
        }

        return distance;
    }
}
