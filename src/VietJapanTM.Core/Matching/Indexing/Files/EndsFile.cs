using System.Runtime.InteropServices;

namespace VietJapanTM.Matching.Indexing.Files;

/// <summary>The ends of rows that came after a chunk was made: pairs of row and revision, then a checksum.</summary>
internal static class EndsFile
{
    /// <summary>Writes the ends.</summary>
    public static void Write(string path, IReadOnlyCollection<RowEnd> ends)
    {
        var bytes = MemoryMarshal.AsBytes(ends.ToArray().AsSpan()).ToArray();
        DurableFile.Write(path, stream =>
        {
            stream.Write(bytes);
            stream.Write(BitConverter.GetBytes(Checksum.Of(bytes)));
        });
    }

    /// <summary>Reads them.</summary>
    /// <exception cref="IndexDamagedException">They are not what was written.</exception>
    public static RowEnd[] Read(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            var body = bytes.AsSpan(0, Math.Max(0, bytes.Length - sizeof(uint)));
            return bytes.Length >= sizeof(uint) && BitConverter.ToUInt32(bytes, body.Length) == Checksum.Of(body)
                ? MemoryMarshal.Cast<byte, RowEnd>(body).ToArray()
                : throw new IndexDamagedException(Path.GetFileName(path), "is damaged");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IndexDamagedException(Path.GetFileName(path), "cannot be read");
        }
    }
}

/// <summary>The end of a row.</summary>
/// <param name="Row">The row.</param>
/// <param name="Revision">The revision that ended it.</param>
internal readonly record struct RowEnd(long Row, long Revision);
