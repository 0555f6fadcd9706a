using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace VietJapanTM.Text.Vocabulary;

/// <summary>
/// The envelope of a vocabulary file: four ASCII letters of magic, a 16-bit version, the 32-bit length of the content, its SHA-256,
/// then the content under Brotli. Numbers are little-endian.
/// </summary>
internal static class DataContainer
{
    private const int HeaderLength = 4 + 2 + 4 + 32;

    /// <summary>The content of a file.</summary>
    /// <exception cref="InvalidDataException">Another kind of file, another version, or damaged.</exception>
    public static byte[] Read(ReadOnlySpan<byte> file, ReadOnlySpan<byte> magic, ushort version)
    {
        if (file.Length < HeaderLength || !file[..4].SequenceEqual(magic))
        {
            throw new InvalidDataException("The data does not begin as a vocabulary file does.");
        }

        var found = BinaryPrimitives.ReadUInt16LittleEndian(file[4..]);
        if (found != version)
        {
            throw new InvalidDataException($"The vocabulary has format version {found}; this program reads {version}.");
        }

        var content = new byte[BinaryPrimitives.ReadUInt32LittleEndian(file[6..])];
        if (!BrotliDecoder.TryDecompress(file[HeaderLength..], content, out var written)
            || written != content.Length
            || !SHA256.HashData(content).AsSpan().SequenceEqual(file.Slice(10, 32)))
        {
            throw new InvalidDataException("The vocabulary is damaged: its checksum does not fit.");
        }

        return content;
    }

    /// <summary>The file for a content.</summary>
    public static byte[] Write(ReadOnlySpan<byte> content, ReadOnlySpan<byte> magic, ushort version)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(content.Length)];
        if (!BrotliEncoder.TryCompress(content, packed, out var length, quality: 11, window: 24))
        {
            throw new InvalidOperationException("Brotli refused the content.");
        }

        var file = new byte[HeaderLength + length];
        magic.CopyTo(file);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(4), version);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(6), (uint)content.Length);
        SHA256.HashData(content, file.AsSpan(10, 32));
        packed.AsSpan(0, length).CopyTo(file.AsSpan(HeaderLength));
        return file;
    }
}
