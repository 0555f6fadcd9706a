using System.Buffers.Binary;
using System.Text;

namespace VietJapanTM.Alignment.Lexicons;

/// <summary>
/// The words of one language of a lexicon, where the file has them: found by the table of hashes that the file holds, and compared. Words that were
/// asked for lately are remembered by 54 bits of their hashes, so that the common ones are not compared again. Thread-safe.
/// </summary>
internal sealed class LexiconVocabulary
{
    private const int MetWords = 1 << 14;
    private const ulong MetId = (1 << 24) - 1;
    private readonly ReadOnlyMemory<byte> _file;
    private readonly int _slots;
    private readonly int _slotCount;
    private readonly int _idBits;
    private readonly WordList _words;
    private readonly int _codes;

    // Of each slot the word that came last: the upper 40 bits of its hash, and below them its identifier + 2, which is 1 where it has none.
    private readonly ulong[] _met = new ulong[MetWords];

    /// <param name="file">A lexicon file.</param>
    /// <param name="at">Where the vocabulary begins; then where it ends.</param>
    public LexiconVocabulary(ReadOnlyMemory<byte> file, ref int at)
    {
        _file = file;
        var bytes = file.Span;
        Language = Encoding.ASCII.GetString(bytes.Slice(at + 1, bytes[at]));
        at += 1 + bytes[at];
        Count = ReadCount(bytes, at);
        var length = ReadCount(bytes, at + sizeof(int));
        _codes = at + (2 * sizeof(int));
        var landmarks = _codes + (2 * Count);
        _slots = landmarks + ((Count + LexiconFormat.Step - 1) / LexiconFormat.Step * sizeof(int));
        _slotCount = LexiconFormat.Slots(Count);
        _idBits = LexiconFormat.IdBits(Count);
        var words = _slots + (_slotCount * sizeof(int));
        at = words + length;
        _words = new WordList(file, Count, landmarks, words);
    }

    /// <summary>Primary subtag.</summary>
    public string Language { get; }

    /// <summary>Number of words.</summary>
    public int Count { get; }

    /// <summary>The identifier of a word, or -1.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        // A character takes at most three bytes; a longer word cannot be in a lexicon.
        Span<byte> bytes = stackalloc byte[3 * LexiconFormat.MaxWordBytes];
        if (word.Length > LexiconFormat.MaxWordBytes || !Encoding.UTF8.TryGetBytes(word, bytes, out var written))
        {
            return -1;
        }

        var hash = LexiconFormat.Hash(bytes[..written]);
        ref var met = ref _met[hash & (MetWords - 1)];
        var known = Volatile.Read(ref met);
        if ((known & MetId) != 0 && ((known ^ hash) & ~MetId) == 0)
        {
            return (int)(known & MetId) - 2;
        }

        var id = Find(hash, bytes[..written]);
        Volatile.Write(ref met, (hash & ~MetId) | (uint)(id + 2));
        return id;
    }

    /// <summary>See <see cref="WordShapes.Find"/>.</summary>
    public int FindAlike(ReadOnlySpan<char> word, Span<int> ids) => WordShapes.Find(_words, word, ids);

    /// <summary>The identifier that each word has in another vocabulary, or -1; both are sorted.</summary>
    public int[] MapTo(LexiconVocabulary other)
    {
        var map = new int[Count];
        Span<byte> mine = stackalloc byte[LexiconFormat.MaxWordBytes];
        Span<byte> theirs = stackalloc byte[LexiconFormat.MaxWordBytes];
        var one = _words.From(0, mine);
        var two = other._words.From(0, theirs);
        var isLeft = two.MoveNext();
        while (one.MoveNext())
        {
            var order = -1;
            while (isLeft && (order = two.Word.SequenceCompareTo(one.Word)) < 0)
            {
                isLeft = two.MoveNext();
            }

            map[one.Id] = isLeft && order == 0 ? two.Id : -1;
        }

        return map;
    }

    public LexiconEntry Entry(int id)
    {
        var codes = _file.Span.Slice(_codes, 2 * Count);
        return new LexiconEntry("", ProbabilityCode.Decode(codes[id]), ProbabilityCode.Decode(codes[Count + id]));
    }

    private int Find(ulong hash, ReadOnlySpan<byte> word)
    {
        var slots = _file.Span.Slice(_slots, _slotCount * sizeof(uint));
        var mark = LexiconFormat.Mark(hash, _idBits);
        var idMask = (1u << _idBits) - 1;
        var slot = LexiconFormat.FirstSlot(hash, _slotCount);
        while (BinaryPrimitives.ReadUInt32LittleEndian(slots[(slot * sizeof(uint))..]) is not 0 and var held)
        {
            var id = (int)(held & idMask) - 1;
            if ((held & ~idMask) == mark && _words.IsAt(id, word))
            {
                return id;
            }

            slot = slot + 1 == _slotCount ? 0 : slot + 1;
        }

        return -1;
    }

    private static int ReadCount(ReadOnlySpan<byte> bytes, int at)
    {
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)bytes.Length);
        return count;
    }
}
