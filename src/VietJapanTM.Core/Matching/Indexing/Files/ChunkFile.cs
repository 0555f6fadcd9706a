using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using VietJapanTM.Matching.Indexing.Chunks;

namespace VietJapanTM.Matching.Indexing.Files;

/// <summary>
/// The file of a chunk. Opening it looks at the header and the directory alone; the sections are held against their checksums before the
/// first search reads them. Thread-safe.
/// </summary>
internal sealed unsafe class ChunkFile
{
    private const int BufferBytes = 1 << 20;

    private readonly Lock _verifying = new();
    private volatile bool _isWhole;

    private ChunkFile(string path, ChunkImage image)
    {
        Path = path;
        Image = image;
    }

    public string Path { get; }

    public string Name => System.IO.Path.GetFileName(Path);

    public ChunkImage Image { get; }

    /// <summary>The checksum of the header, which holds that of the directory, which holds those of the sections: it stands for all bytes.</summary>
    public uint Checksum => Image.Header.HeaderChecksum;

    /// <summary>Writes a chunk's bytes with their checksums; the file appears whole or not at all.</summary>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written.</exception>
    public static ChunkFile Write(ChunkImage image, string path)
    {
        var directory = image.Directory.AsSpan().ToArray();
        for (var i = 0; i < directory.Length; i++)
        {
            var checksum = new Checksum();
            for (long at = 0; at < directory[i].Length; at += BufferBytes)
            {
                var length = (int)Math.Min(BufferBytes, directory[i].Length - at);
                checksum.Add(new ReadOnlySpan<byte>(image.Start + directory[i].Offset + at, length));
            }

            directory[i].Checksum = checksum.Value;
        }

        var header = image.Header;
        header.DirectoryChecksum = Files.Checksum.Of(MemoryMarshal.AsBytes(directory.AsSpan()));
        header.HeaderChecksum = HeaderChecksum(header);
        DurableFile.Write(path, stream =>
        {
            stream.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<ChunkHeader>(in header)));
            stream.Write(MemoryMarshal.AsBytes(directory.AsSpan()));
            for (var at = stream.Position; at < image.Length; at = stream.Position)
            {
                stream.Write(new ReadOnlySpan<byte>(image.Start + at, (int)Math.Min(BufferBytes, image.Length - at)));
            }
        });
        GC.KeepAlive(image);

        // What was just written from checked memory needs no second look.
        var file = Open(path);
        file._isWhole = true;
        return file;
    }

    /// <summary>Opens a file.</summary>
    /// <exception cref="IndexDamagedException">It is absent, cut off, of another version, or its header is not what was written.</exception>
    public static ChunkFile Open(string path) => Open(path, p => new MappedFile(p));

    /// <summary>Opens a file by a mapping that may be refused.</summary>
    internal static ChunkFile Open(string path, Func<string, MappedFile> map)
    {
        var length = CheckHeader(path);
        try
        {
            var mapped = map(path);
            return new ChunkFile(path, new ChunkImage(mapped, mapped.Pointer, length));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Some file systems refuse to map; reading the file costs memory and nothing else.
            var block = new NativeBlock(length);
            using var handle = File.OpenHandle(path);
            Read(handle, 0, length, (at, bytes) => bytes.CopyTo(new Span<byte>(block.Pointer + at, bytes.Length)));
            return new ChunkFile(path, new ChunkImage(block, block.Pointer, length));
        }
    }

    /// <summary>Returns where every section is what was written; the first call reads the file.</summary>
    /// <exception cref="IndexDamagedException">A section is not.</exception>
    public void EnsureWhole()
    {
        if (_isWhole)
        {
            return;
        }

        lock (_verifying)
        {
            if (!_isWhole)
            {
                Verify();
                _isWhole = true;
            }
        }
    }

    /// <summary>Reads past the mapping, whose pages would otherwise all become resident.</summary>
    private void Verify()
    {
        try
        {
            using var handle = File.OpenHandle(Path);
            foreach (var entry in Image.Directory)
            {
                var checksum = new Checksum();
                Read(handle, entry.Offset, entry.Length, (_, bytes) => checksum.Add(bytes));
                if (checksum.Value != entry.Checksum)
                {
                    throw new IndexDamagedException(Name, $"is damaged in its section {(ChunkSection)entry.Section}");
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IndexDamagedException(Name, "cannot be read");
        }
    }

    /// <summary>Checks the header and the directory; answers the file's length.</summary>
    private static long CheckHeader(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        try
        {
            using var handle = File.OpenHandle(path);
            var length = RandomAccess.GetLength(handle);
            var header = default(ChunkHeader);
            var bytes = MemoryMarshal.AsBytes(new Span<ChunkHeader>(ref header));
            var what = RandomAccess.Read(handle, bytes, 0) < bytes.Length ? "is cut off"
                : header.Magic != ChunkImage.Magic ? "is no file of the index"
                : header.FormatVersion != ChunkImage.FormatVersion
                ? string.Create(CultureInfo.InvariantCulture, $"has the format {header.FormatVersion} and not {ChunkImage.FormatVersion}")
                : header.HeaderChecksum != HeaderChecksum(header) ? "is damaged in its header"
                : header.Length != length ? "is cut off"
                : null;
            if (what is null)
            {
                var directory = new byte[header.SectionCount * sizeof(DirectoryEntry)];
                RandomAccess.Read(handle, directory, sizeof(ChunkHeader));
                what = Files.Checksum.Of(directory) == header.DirectoryChecksum ? null : "is damaged in its directory";
            }

            return what is null ? length : throw new IndexDamagedException(name, what);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new IndexDamagedException(name, "is missing");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IndexDamagedException(name, "cannot be read");
        }
    }

    private static uint HeaderChecksum(ChunkHeader header) =>
        Files.Checksum.Of(MemoryMarshal.AsBytes(new ReadOnlySpan<ChunkHeader>(in header))[..^sizeof(uint)]);

    private static void Read(SafeFileHandle handle, long from, long length, SpanReader read)
    {
        var buffer = new byte[Math.Min(BufferBytes, length)];
        for (long at = 0; at < length;)
        {
            var bytes = buffer.AsSpan(0, (int)Math.Min(buffer.Length, length - at));
            var count = RandomAccess.Read(handle, bytes, from + at);
            if (count == 0)
            {
                throw new EndOfStreamException();
            }

            read(at, bytes[..count]);
            at += count;
        }
    }

    private delegate void SpanReader(long at, ReadOnlySpan<byte> bytes);
}
