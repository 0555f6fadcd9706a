using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace VietJapanTM.Alignment.Lexicons;

/// <summary>
/// The lexicon file, little-endian: magic <c>VJLX</c>, version (u32), FNV-1a of all that follows (u64); per language its code
/// (u8 length, ASCII) and word count (u32); then the words of both languages and the rows. A word: bytes shared with the one
/// before (u8), further bytes (u8), these bytes in UTF-8, frequency code, null code. A row: number of translations, then per
/// translation the distance from the identifier before and a link code; numbers are base-128 varints.
/// </summary>
internal static class LexiconFormat
{
    public const uint Magic = 0x584C4A56;
    public const uint Version = 1;
    public const int HeaderLength = 16;

    /// <summary>Longest word that fits, in UTF-8 bytes.</summary>
    public const int MaxWordBytes = 255;

    public static byte[] Pack(LexiconSource source)
    {
        var output = new List<byte>();
        foreach (var (language, words) in new[] { (source.FirstLanguage, source.First), (source.SecondLanguage, source.Second) })
        {
            output.Add((byte)language.Length);
            output.AddRange(Encoding.ASCII.GetBytes(language));
            var count = new byte[4];
            BinaryPrimitives.WriteUInt32LittleEndian(count, (uint)words.Count);
            output.AddRange(count);
        }

        PackWords(source.First, output);
        PackWords(source.Second, output);
        foreach (var row in source.Rows)
        {
            PackRow(row, output);
        }

        var file = new byte[HeaderLength + output.Count];
        output.CopyTo(file, HeaderLength);
        BinaryPrimitives.WriteUInt32LittleEndian(file, Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), Version);
        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(8), Checksum(file.AsSpan(HeaderLength)));
        return file;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Checksum(ReadOnlySpan<byte> bytes)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in bytes)
        {
            hash = (hash ^ b) * 1099511628211UL;
        }

        return hash;
    }

    private static void PackWords(IReadOnlyList<LexiconEntry> words, List<byte> output)
    {
        byte[] previous = [];
        foreach (var entry in words)
        {
            var bytes = Encoding.UTF8.GetBytes(entry.Word);
            var shared = bytes.AsSpan().CommonPrefixLength(previous);
            if (bytes.Length > MaxWordBytes || (previous.Length > 0 && bytes.AsSpan().SequenceCompareTo(previous) <= 0))
            {
                throw new ArgumentException($"'{entry.Word}' is too long or out of order.", nameof(words));
            }

            output.Add((byte)shared);
            output.Add((byte)(bytes.Length - shared));
            output.AddRange(bytes.AsSpan(shared));
            output.Add(ProbabilityCode.Encode(entry.Frequency));
            output.Add(ProbabilityCode.Encode(entry.NullProbability));
            previous = bytes;
        }
    }

    private static void PackRow(IReadOnlyList<Translation> row, List<byte> output)
    {
        PackNumber(row.Count, output);
        var previous = -1;
        foreach (var translation in row)
        {
            PackNumber(translation.Second - previous - 1, output);
            output.Add(LinkCode.Encode(translation.Forward, translation.Backward));
            previous = translation.Second;
        }
    }

    private static void PackNumber(int value, List<byte> output)
    {
        for (; value >= 0x80; value >>= 7)
        {
            output.Add((byte)(value | 0x80));
        }

        output.Add((byte)value);
    }
}
