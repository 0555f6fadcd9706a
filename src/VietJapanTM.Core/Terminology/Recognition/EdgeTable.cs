namespace VietJapanTM.Terminology.Recognition;

/// <summary>A trie's edges in one open-addressed table: 12 bytes an entry, no object a state. Not thread-safe while it grows.</summary>
internal sealed class EdgeTable
{
    private const long Vacant = -1;
    private long[] _keys = NewKeys(16);
    private int[] _targets = new int[16];
    private int _count;

    /// <summary>Where the edge leads; false where there is none.</summary>
    public bool TryGet(int state, int token, out int target)
    {
        var slot = Slot(_keys, Key(state, token));
        target = _targets[slot];
        return _keys[slot] != Vacant;
    }

    /// <summary>Adds an edge that is not there yet.</summary>
    public void Add(int state, int token, int target)
    {
        if (++_count * 3 > _keys.Length * 2)
        {
            Grow();
        }

        var key = Key(state, token);
        var slot = Slot(_keys, key);
        _keys[slot] = key;
        _targets[slot] = target;
    }

    private static long Key(int state, int token) => ((long)state << 32) | (uint)token;

    private static int Slot(long[] keys, long key)
    {
        // Fibonacci hashing; the high bits are the well-mixed ones.
        var mask = keys.Length - 1;
        var slot = (int)(((ulong)key * 0x9E3779B97F4A7C15UL) >> 32) & mask;
        while (keys[slot] != key && keys[slot] != Vacant)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private static long[] NewKeys(int capacity)
    {
        var keys = new long[capacity];
        Array.Fill(keys, Vacant);
        return keys;
    }

    private void Grow()
    {
        var keys = NewKeys(_keys.Length * 2);
        var targets = new int[keys.Length];
        for (var i = 0; i < _keys.Length; i++)
        {
            if (_keys[i] != Vacant)
            {
                var slot = Slot(keys, _keys[i]);
                keys[slot] = _keys[i];
                targets[slot] = _targets[i];
            }
        }

        (_keys, _targets) = (keys, targets);
    }
}
