using System.Text;

namespace VietJapanTM.Text.Vocabulary;

/// <summary>
/// The file of a vocabulary's counts. Content, column by column: count of words; of each word the length of the prefix that it
/// shares with the word before, then of each the length of the rest; the rests in UTF-8; costs; counts; capitals, a byte each;
/// lengths of the rows; of each follower its distance from the follower before; follower counts. Lengths are UTF-16 units.
/// </summary>
internal static class WordCountsFile
{
    private const ushort Version = 1;

    private static ReadOnlySpan<byte> Magic => "VJVC"u8;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">Not a vocabulary file of this version, or damaged.</exception>
    public static WordCounts Read(ReadOnlySpan<byte> file)
    {
        var reader = new ContentReader(DataContainer.Read(file, Magic, Version));
        var count = reader.Number();
        var words = ReadWords(ref reader, count);
        var costs = reader.Numbers(count);
        var counts = reader.Numbers(count);
        var capitals = reader.Bytes(count).ToArray();
        var rows = new int[count + 1];
        for (var id = 0; id < count; id++)
        {
            rows[id + 1] = rows[id] + reader.Number();
        }

        var followers = reader.Numbers(rows[count]);
        for (var id = 0; id < count; id++)
        {
            for (var i = rows[id] + 1; i < rows[id + 1]; i++)
            {
                followers[i] += followers[i - 1];
            }
        }

        return new WordCounts(words, costs, counts, capitals, rows, followers, reader.Numbers(rows[count]));
    }

    /// <summary>Writes a file.</summary>
    public static byte[] Write(WordCounts data)
    {
        var writer = new ContentWriter();
        var count = data.Words.Count;
        writer.Number(count);
        WriteWords(writer, data.Words);
        writer.Numbers(data.Costs);
        writer.Numbers(data.Counts);
        writer.Bytes(data.Capitals);
        for (var id = 0; id < count; id++)
        {
            writer.Number(data.Rows[id + 1] - data.Rows[id]);
        }

        for (var id = 0; id < count; id++)
        {
            for (var i = data.Rows[id]; i < data.Rows[id + 1]; i++)
            {
                writer.Number(data.Followers[i] - (i == data.Rows[id] ? 0 : data.Followers[i - 1]));
            }
        }

        writer.Numbers(data.FollowerCounts);
        return DataContainer.Write(writer.ToArray(), Magic, Version);
    }

    private static WordTable ReadWords(ref ContentReader reader, int count)
    {
        var shared = reader.Numbers(count);
        var rest = reader.Numbers(count);
        var rests = Encoding.UTF8.GetString(reader.Bytes(reader.Number()));
        var starts = new int[count + 1];
        for (var id = 0; id < count; id++)
        {
            starts[id + 1] = starts[id] + shared[id] + rest[id];
        }

        var characters = new char[starts[count]];
        var at = 0;
        for (var id = 0; id < count; id++)
        {
            if (id > 0)
            {
                characters.AsSpan(starts[id - 1], shared[id]).CopyTo(characters.AsSpan(starts[id]));
            }

            rests.AsSpan(at, rest[id]).CopyTo(characters.AsSpan(starts[id] + shared[id]));
            at += rest[id];
        }

        return new WordTable(characters, starts);
    }

    private static void WriteWords(ContentWriter writer, WordTable words)
    {
        var shared = new int[words.Count];
        var rests = new StringBuilder();
        for (var id = 0; id < words.Count; id++)
        {
            shared[id] = id == 0 ? 0 : words[id].CommonPrefixLength(words[id - 1]);
            rests.Append(words[id][shared[id]..]);
        }

        writer.Numbers(shared);
        writer.Numbers(Enumerable.Range(0, words.Count).Select(id => words[id].Length - shared[id]));
        var bytes = Encoding.UTF8.GetBytes(rests.ToString());
        writer.Number(bytes.Length);
        writer.Bytes(bytes);
    }
}
