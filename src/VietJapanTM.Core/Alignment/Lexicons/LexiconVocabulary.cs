using System.Numerics;
using System.Runtime.CompilerServices;

namespace VietJapanTM.Alignment.Lexicons;

/// <summary>
/// The words of one language of a lexicon, found by a 64-bit hash of their UTF-8 bytes: two of 100,000 words collide with a
/// probability below 1e−9, so the words themselves are not compared. Open addressing, at most half full.
/// </summary>
internal sealed class LexiconVocabulary
{
    private readonly byte[] _bytes;
    private readonly int[] _codes;
    private readonly ulong[] _hashes;
    private readonly int[] _ids;
    private readonly int _mask;
    private readonly WordShapes _shapes;

    private LexiconVocabulary(byte[] bytes, int count)
    {
        _bytes = bytes;
        _shapes = new WordShapes(bytes, count);
        _codes = new int[count];
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, 2 * count));
        _mask = size - 1;
        _hashes = new ulong[size];
        _ids = new int[size];
    }

    public int Count => _codes.Length;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static LexiconVocabulary Read(byte[] bytes, int count, ref int at)
    {
        var vocabulary = new LexiconVocabulary(bytes, count);
        Span<byte> word = stackalloc byte[LexiconFormat.MaxWordBytes];
        for (var id = 0; id < count; id++)
        {
            int shared = bytes[at], rest = bytes[at + 1];
            bytes.AsSpan(at + 2, rest).CopyTo(word[shared..]);
            vocabulary._shapes.Pass(id, at, word[..(shared + rest)]);
            at += 2 + rest;
            vocabulary._codes[id] = at;
            at += 2;
            vocabulary.Add(Hash(word[..(shared + rest)]), id);
        }

        return vocabulary;
    }

    public int Find(ReadOnlySpan<char> word)
    {
        // A character takes at most three bytes; a longer word cannot be in a lexicon.
        Span<byte> bytes = stackalloc byte[3 * LexiconFormat.MaxWordBytes];
        if (word.Length > LexiconFormat.MaxWordBytes || !System.Text.Encoding.UTF8.TryGetBytes(word, bytes, out var written))
        {
            return -1;
        }

        return FindHash(Hash(bytes[..written]));
    }

    /// <summary>See <see cref="WordShapes.Find"/>.</summary>
    public int FindAlike(ReadOnlySpan<char> word, Span<int> ids) => _shapes.Find(word, ids);

    /// <summary>The identifier that each word has in another vocabulary, or -1.</summary>
    public int[] MapTo(LexiconVocabulary other)
    {
        var map = new int[Count];
        for (var slot = 0; slot < _hashes.Length; slot++)
        {
            if (_hashes[slot] != 0)
            {
                map[_ids[slot]] = other.FindHash(_hashes[slot]);
            }
        }

        return map;
    }

    private int FindHash(ulong hash)
    {
        for (var slot = (int)hash & _mask; _hashes[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_hashes[slot] == hash)
            {
                return _ids[slot];
            }
        }

        return -1;
    }

    public LexiconEntry Entry(int id) =>
        new("", ProbabilityCode.Decode(_bytes[_codes[id]]), ProbabilityCode.Decode(_bytes[_codes[id] + 1]));

    private static ulong Hash(ReadOnlySpan<byte> word)
    {
        // FNV-1a with a final mix, because the table uses the low bits; 0 marks a free slot.
        var hash = LexiconFormat.Checksum(word);
        hash = (hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15UL;
        hash ^= hash >> 29;
        return hash == 0 ? 1 : hash;
    }

    private void Add(ulong hash, int id)
    {
        var slot = (int)hash & _mask;
        while (_hashes[slot] != 0)
        {
            slot = (slot + 1) & _mask;
        }

        _hashes[slot] = hash;
        _ids[slot] = id;
    }
}
