using System.Buffers.Binary;

namespace VietJapanTM.Alignment.Lexicons;

/// <summary>The sorted words of a lexicon file: each has its beginning in common with the one before, and every 32nd is whole. Immutable.</summary>
/// <param name="file">The file.</param>
/// <param name="count">Number of words.</param>
/// <param name="landmarks">Where the file says where each whole word begins.</param>
/// <param name="start">Where the words begin.</param>
internal sealed class WordList(ReadOnlyMemory<byte> file, int count, int landmarks, int start)
{
    /// <summary>Walks over the words from a whole one on.</summary>
    /// <param name="id">Its identifier, a multiple of <see cref="LexiconFormat.Step"/>.</param>
    /// <param name="buffer">Room for a word.</param>
    public Cursor From(int id, Span<byte> buffer) => new(file.Span, id < count ? Landmark(id / LexiconFormat.Step) : 0, id, count, buffer);

    /// <summary>True where a word has an identifier.</summary>
    public bool IsAt(int id, ReadOnlySpan<byte> word)
    {
        var bytes = file.Span;
        var at = Landmark(id / LexiconFormat.Step);

        // How many bytes each word on the way has in common with this one: what it shares with the one before it, it need not be asked for.
        var (common, length) = (0, 0);
        for (var left = id % LexiconFormat.Step; left >= 0; left--)
        {
            int shared = bytes[at], rest = bytes[at + 1];
            if (shared <= common)
            {
                common = shared + bytes.Slice(at + 2, rest).CommonPrefixLength(word[shared..]);
            }

            length = shared + rest;
            at += 2 + rest;
        }

        return length == word.Length && common == length;
    }

    /// <summary>The identifier of the last whole word that comes before a prefix, or 0.</summary>
    public int LastWholeBefore(ReadOnlySpan<byte> prefix)
    {
        var bytes = file.Span;
        var (low, high) = (0, (count + LexiconFormat.Step - 1) / LexiconFormat.Step);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var at = Landmark(middle);
            (low, high) = prefix.SequenceCompareTo(bytes.Slice(at + 2, bytes[at + 1])) > 0 ? (middle + 1, high) : (low, middle);
        }

        return Math.Max(0, low - 1) * LexiconFormat.Step;
    }

    private int Landmark(int index) => start + BinaryPrimitives.ReadInt32LittleEndian(file.Span[(landmarks + (index * sizeof(int)))..]);

    /// <summary>A walk over the words. Forward-only.</summary>
    public ref struct Cursor
    {
        private readonly ReadOnlySpan<byte> _bytes;
        private readonly int _count;
        private readonly Span<byte> _word;
        private int _at;
        private int _length;

        internal Cursor(ReadOnlySpan<byte> bytes, int at, int id, int count, Span<byte> word)
        {
            _bytes = bytes;
            (_at, Id, _count) = (at, id - 1, count);
            _word = word;
        }

        /// <summary>The identifier of the word.</summary>
        public int Id { get; private set; }

        /// <summary>The word; valid until the next <see cref="MoveNext"/>.</summary>
        public readonly ReadOnlySpan<byte> Word => _word[.._length];

        /// <summary>Goes to the next word; false at the end.</summary>
        public bool MoveNext()
        {
            if (++Id >= _count)
            {
                return false;
            }

            int shared = _bytes[_at], rest = _bytes[_at + 1];
            _bytes.Slice(_at + 2, rest).CopyTo(_word[shared..]);
            _length = shared + rest;
            _at += 2 + rest;
            return true;
        }
    }
}
