using System.Runtime.InteropServices;

namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>
/// The bytes of a chunk, the same in memory and in a file: a header, a directory of sections, the sections, each on a cache line.
/// DESIGN.md has the format as a table. Immutable; thread-safe. The memory lives as long as this object.
/// </summary>
internal sealed unsafe class ChunkImage
{
    /// <summary>The first bytes.</summary>
    public const ulong Magic = 0x4B4E_4843_4D54_4A56; // "VJTMCHNK"

    /// <summary>Grows with every change of the format.</summary>
    public const int FormatVersion = 3;

    /// <summary>What sections are aligned to, in bytes.</summary>
    public const int Alignment = 64;

    private readonly object _memory;
    private readonly byte* _start;
    private readonly DirectoryEntry[] _sections;

    /// <summary>Reads the directory of whole bytes whose header has been checked.</summary>
    /// <param name="memory">Keeps the bytes alive.</param>
    /// <param name="start">The first byte.</param>
    /// <param name="length">How many.</param>
    public ChunkImage(object memory, byte* start, long length)
    {
        _memory = memory;
        _start = start;
        Length = length;
        Header = *(ChunkHeader*)start;
        Directory = new ReadOnlySpan<DirectoryEntry>(start + sizeof(ChunkHeader), Header.SectionCount).ToArray();
        _sections = new DirectoryEntry[(int)ChunkSection.Ranks + 1];
        foreach (var entry in Directory)
        {
            _sections[entry.Section] = entry;
        }
    }

    public ChunkHeader Header { get; }

    public DirectoryEntry[] Directory { get; }

    /// <summary>In bytes.</summary>
    public long Length { get; }

    /// <summary>All bytes, for who writes them down; valid while this object is alive.</summary>
    public byte* Start => _start;

    /// <summary>What the bytes lie in.</summary>
    public object Memory => _memory;

    /// <summary>A section's first item; the pointer is valid while this object is alive.</summary>
    public T* Pointer<T>(ChunkSection section)
        where T : unmanaged => (T*)(_start + _sections[(int)section].Offset);

    /// <summary>How many items a section has.</summary>
    public int Count<T>(ChunkSection section)
        where T : unmanaged => (int)(_sections[(int)section].Length / sizeof(T));

    /// <summary>A section's items; valid while this object is alive.</summary>
    public ReadOnlySpan<T> Items<T>(ChunkSection section)
        where T : unmanaged => new(Pointer<T>(section), Count<T>(section));
}

/// <summary>The first bytes of a chunk.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct ChunkHeader
{
    /// <summary><see cref="ChunkImage.Magic"/>.</summary>
    public ulong Magic;

    /// <summary><see cref="ChunkImage.FormatVersion"/>.</summary>
    public int FormatVersion;

    /// <summary>Entries of the directory, which follows.</summary>
    public int SectionCount;

    /// <summary>Bytes of the whole chunk.</summary>
    public long Length;

    /// <summary>CRC-32C of the directory.</summary>
    public uint DirectoryChecksum;

    /// <summary>CRC-32C of the header's bytes before this.</summary>
    public uint HeaderChecksum;
}

/// <summary>Where a section lies.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct DirectoryEntry
{
    /// <summary>Which: a <see cref="ChunkSection"/>.</summary>
    public int Section;

    /// <summary>CRC-32C of the section's bytes.</summary>
    public uint Checksum;

    /// <summary>Its first byte.</summary>
    public long Offset;

    /// <summary>Its bytes.</summary>
    public long Length;
}
