using System.Numerics;

namespace VietJapanTM.Text.Vocabulary;

/// <summary>
/// Distinct words, each with a number from 0 in ordinal order, found by span without an allocation: one array of characters
/// and open addressing with linear probing. Immutable and thread-safe.
/// </summary>
internal sealed class WordTable
{
    /// <summary>The hash of no letters.</summary>
    public const uint EmptyHash = 2166136261u;

    private readonly char[] _characters;
    private readonly int[] _starts;
    private readonly int[] _slots;

    /// <summary>Builds the table.</summary>
    /// <param name="characters">The words, one after the other.</param>
    /// <param name="starts">Where each word begins, and the end of the last: one more than there are words.</param>
    public WordTable(char[] characters, int[] starts)
    {
        _characters = characters;
        _starts = starts;
        _slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, 2 * Count))];
        for (var id = 0; id < Count; id++)
        {
            var slot = Slot(HashOf(this[id]));
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = id + 1;
        }
    }

    /// <summary>How many words.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>The word with that number.</summary>
    public ReadOnlySpan<char> this[int id] => _characters.AsSpan(_starts[id], _starts[id + 1] - _starts[id]);

    /// <summary>The number of a word in lower case, or -1.</summary>
    public int Find(ReadOnlySpan<char> word) => Find(word, HashOf(word));

    /// <summary>The same for a word whose hash is known; <see cref="Extend"/> gives it letter by letter.</summary>
    public int Find(ReadOnlySpan<char> word, uint hash)
    {
        for (var slot = Slot(hash); _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (this[_slots[slot] - 1].SequenceEqual(word))
            {
                return _slots[slot] - 1;
            }
        }

        return -1;
    }

    /// <summary>The hash of a word and one more letter (FNV-1a).</summary>
    public static uint Extend(uint hash, char letter) => (hash ^ letter) * 16777619u;

    private static uint HashOf(ReadOnlySpan<char> word)
    {
        var hash = EmptyHash;
        foreach (var letter in word)
        {
            hash = Extend(hash, letter);
        }

        return hash;
    }

    // Folded: the low bits of the plain product depend on the low bits of the letters alone.
    private int Slot(uint hash) => (int)(hash ^ (hash >> 15)) & (_slots.Length - 1);
}
