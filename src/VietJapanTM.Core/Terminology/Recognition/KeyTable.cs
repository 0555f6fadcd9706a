namespace VietJapanTM.Terminology.Recognition;

/// <summary>
/// Numbers words from 0 on in the order in which they came: all letters in one array, one open-addressed table of numbers, no
/// object a word. Safe for many readers once nobody adds.
/// </summary>
internal sealed class KeyTable
{
    private const int Vacant = -1;
    private char[] _letters = new char[256];
    private int[] _starts = new int[16];
    private Slot[] _slots = NewSlots(32);

    /// <summary>The number of words.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a word, or -1.</summary>
    public int Find(ReadOnlySpan<char> word) => _slots[SlotOf(word, Hash(word))].Number;

    /// <summary>The number of a word, which is added where it is new.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        var hash = Hash(word);
        var slot = SlotOf(word, hash);
        if (_slots[slot].Number != Vacant)
        {
            return _slots[slot].Number;
        }

        var start = _starts[Count];
        while (start + word.Length > _letters.Length)
        {
            Array.Resize(ref _letters, _letters.Length * 2);
        }

        word.CopyTo(_letters.AsSpan(start));
        _slots[slot] = new Slot(hash, Count++);
        if (Count == _starts.Length)
        {
            Array.Resize(ref _starts, _starts.Length * 2);
        }

        _starts[Count] = start + word.Length;
        if (Count * 3 > _slots.Length * 2)
        {
            Grow();
        }

        return Count - 1;
    }

    /// <summary>Gives back the room kept for words to come.</summary>
    public void Trim()
    {
        Array.Resize(ref _letters, _starts[Count]);
        Array.Resize(ref _starts, Count + 1);
    }

    private static Slot[] NewSlots(int capacity)
    {
        var slots = new Slot[capacity];
        Array.Fill(slots, new Slot(0, Vacant));
        return slots;
    }

    // FNV-1a over characters; the multiplication at the end spreads it over the high bits.
    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return (hash ^ (hash >> 15)) * 0x9E3779B1u;
    }

    private ReadOnlySpan<char> Word(int number) => _letters.AsSpan(_starts[number].._starts[number + 1]);

    private int SlotOf(ReadOnlySpan<char> word, uint hash)
    {
        var mask = _slots.Length - 1;
        var at = (int)(hash >> 7) & mask;
        while (_slots[at].Number != Vacant && !(_slots[at].Hash == hash && Word(_slots[at].Number).SequenceEqual(word)))
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    private void Grow()
    {
        var old = _slots;
        _slots = NewSlots(old.Length * 2);
        foreach (var slot in old)
        {
            if (slot.Number != Vacant)
            {
                _slots[SlotOf(Word(slot.Number), slot.Hash)] = slot;
            }
        }
    }

    // The hash beside the number saves most comparisons of letters, which lie elsewhere.
    private readonly record struct Slot(uint Hash, int Number);
}
