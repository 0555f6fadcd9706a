using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace VietJapanTM.Alignment.Lexicons;

/// <summary>
/// The lexicon file, little-endian, made to be used where it is mapped: magic <c>VJLX</c>, version, CRC-32C of all that follows, length of the file
/// (u32 each); the vocabularies of both languages; the number of translations; where the row of each word of the first language begins (u32), and
/// the end of the last; the rows. A row has per translation the distance from the identifier before, as a base-128 varint, and a link code.
/// </summary>
/// <remarks>
/// A vocabulary: the language's code (u8 length, ASCII), number of words, number of bytes of the words (u32); a frequency code each, a null code
/// each; where every 32nd word begins (u32); a table of <see cref="Slots"/> by which words are found (u32); the words, sorted. A word: bytes shared
/// with the one before (u8; 0 for every 32nd), further bytes (u8), these bytes in UTF-8. A slot that is not 0 holds the identifier + 1 in as many
/// low bits as that takes, and above them low bits of the word's hash; a word goes to the first free slot from where its hash leads on.
/// </remarks>
internal static class LexiconFormat
{
    public const uint Magic = 0x584C4A56;
    public const uint Version = 2;
    public const int HeaderLength = 16;

    /// <summary>Longest word that fits, in UTF-8 bytes.</summary>
    public const int MaxWordBytes = 255;

    /// <summary>Words from one that is kept whole to the next.</summary>
    public const int Step = 32;

    private const ulong Multiplier = 0x9E3779B97F4A7C15UL;

    /// <summary>Slots of a table for some words: three of four are taken.</summary>
    public static int Slots(int words) => words + (words / 3) + 1;

    /// <summary>Low bits of a slot that hold an identifier + 1.</summary>
    public static int IdBits(int words) => BitOperations.Log2((uint)words) + 1;

    /// <summary>The slot at which the search for a word begins, by the upper half of its hash.</summary>
    public static int FirstSlot(ulong hash, int slots) => (int)(((hash >> 32) * (uint)slots) >> 32);

    /// <summary>What a slot holds above the identifier, by the lower half of a word's hash.</summary>
    public static uint Mark(ulong hash, int idBits) => (uint)hash << idBits;

    /// <summary>A hash of a word, eight bytes at a time, the last of them filled up with zeros.</summary>
    public static ulong Hash(ReadOnlySpan<byte> word)
    {
        var hash = (ulong)word.Length;
        for (; word.Length >= sizeof(ulong); word = word[sizeof(ulong)..])
        {
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(word));
        }

        var last = 0UL;
        for (var k = word.Length - 1; k >= 0; k--)
        {
            last = (last << 8) | word[k];
        }

        hash = Mix(hash, last);
        hash = (hash ^ (hash >> 32)) * Multiplier;
        return hash ^ (hash >> 29);
    }

    /// <summary>CRC-32C, for which processors have an instruction.</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var b in bytes)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return ~crc;
    }

    private static ulong Mix(ulong hash, ulong bytes)
    {
        hash = (hash ^ bytes) * Multiplier;
        return hash ^ (hash >> 32);
    }

    public static byte[] Pack(LexiconSource source)
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write(new byte[HeaderLength]);
        PackVocabulary(source.FirstLanguage, source.First, writer);
        PackVocabulary(source.SecondLanguage, source.Second, writer);
        PackRows(source.Rows, writer);
        var bytes = file.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), Version);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), Checksum(bytes.AsSpan(HeaderLength)));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), (uint)bytes.Length);
        return bytes;
    }

    private static void PackVocabulary(string language, IReadOnlyList<LexiconEntry> entries, BinaryWriter writer)
    {
        var words = entries.Select(entry => Encoding.UTF8.GetBytes(entry.Word)).ToList();
        var (text, landmarks) = PackWords(words);
        writer.Write((byte)language.Length);
        writer.Write(Encoding.ASCII.GetBytes(language));
        writer.Write(words.Count);
        writer.Write(text.Length);
        writer.Write([.. entries.Select(entry => ProbabilityCode.Encode(entry.Frequency))]);
        writer.Write([.. entries.Select(entry => ProbabilityCode.Encode(entry.NullProbability))]);
        Write(landmarks, writer);
        Write(Table(words), writer);
        writer.Write(text);
    }

    private static (byte[] Text, List<int> Landmarks) PackWords(List<byte[]> words)
    {
        using var text = new MemoryStream();
        var landmarks = new List<int>();
        byte[] previous = [];
        for (var id = 0; id < words.Count; id++)
        {
            var word = words[id];
            if (word.Length > MaxWordBytes || (id > 0 && word.AsSpan().SequenceCompareTo(previous) <= 0))
            {
                throw new ArgumentException($"'{Encoding.UTF8.GetString(word)}' is too long or out of order.", nameof(words));
            }

            if (id % Step == 0)
            {
                landmarks.Add((int)text.Position);
            }

            var shared = id % Step == 0 ? 0 : word.AsSpan().CommonPrefixLength(previous);
            text.WriteByte((byte)shared);
            text.WriteByte((byte)(word.Length - shared));
            text.Write(word.AsSpan(shared));
            previous = word;
        }

        return (text.ToArray(), landmarks);
    }

    private static int[] Table(List<byte[]> words)
    {
        var slots = new int[Slots(words.Count)];
        for (var id = 0; id < words.Count; id++)
        {
            var hash = Hash(words[id]);
            var slot = FirstSlot(hash, slots.Length);
            while (slots[slot] != 0)
            {
                slot = slot + 1 == slots.Length ? 0 : slot + 1;
            }

            slots[slot] = (int)Mark(hash, IdBits(words.Count)) | (id + 1);
        }

        return slots;
    }

    private static void PackRows(IReadOnlyList<IReadOnlyList<Translation>> rows, BinaryWriter writer)
    {
        using var packed = new MemoryStream();
        using var links = new BinaryWriter(packed);
        var starts = new List<int> { 0 };
        foreach (var row in rows)
        {
            var previous = -1;
            foreach (var translation in row)
            {
                links.Write7BitEncodedInt(translation.Second - previous - 1);
                links.Write(LinkCode.Encode(translation.Forward, translation.Backward));
                previous = translation.Second;
            }

            starts.Add((int)packed.Position);
        }

        writer.Write(rows.Sum(row => row.Count));
        Write(starts, writer);
        writer.Write(packed.ToArray());
    }

    private static void Write(IEnumerable<int> numbers, BinaryWriter writer)
    {
        foreach (var number in numbers)
        {
            writer.Write(number);
        }
    }
}
