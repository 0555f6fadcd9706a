using System.Runtime.InteropServices;

namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>
/// Lays sections out in the order of their numbers and makes a chunk's bytes of them. Checksums are filled in when the chunk is written to a
/// file. Sections may be added by several threads at once.
/// </summary>
internal sealed unsafe class ImageWriter
{
    private readonly Lock _adding = new();
    private readonly List<(ChunkSection Section, long Length, Action<nint> Copy)> _sections = [];

    /// <summary>Adds a section. The items are copied when the image is made.</summary>
    public void Add<T>(ChunkSection section, T[] items)
        where T : unmanaged
    {
        lock (_adding)
        {
            _sections.Add((section, (long)items.Length * sizeof(T), to => items.CopyTo(new Span<T>((void*)to, items.Length))));
        }
    }

    /// <summary>Adds a section of one item.</summary>
    public void Add<T>(ChunkSection section, T item)
        where T : unmanaged => Add(section, new[] { item });

    /// <summary>Makes the bytes.</summary>
    public ChunkImage Write()
    {
        _sections.Sort((a, b) => a.Section.CompareTo(b.Section));
        var directory = new DirectoryEntry[_sections.Count];
        var length = Align(sizeof(ChunkHeader) + ((long)directory.Length * sizeof(DirectoryEntry)));
        for (var i = 0; i < directory.Length; i++)
        {
            directory[i] = new DirectoryEntry { Section = (int)_sections[i].Section, Offset = length, Length = _sections[i].Length };
            length = Align(length + _sections[i].Length);
        }

        // A reader may fetch a whole vector at the last item.
        length += ChunkImage.Alignment;
        var block = new NativeBlock(length);
        var header = new ChunkHeader
        {
            Magic = ChunkImage.Magic,
            FormatVersion = ChunkImage.FormatVersion,
            SectionCount = directory.Length,
            Length = length,
        };
        MemoryMarshal.Write(new Span<byte>(block.Pointer, sizeof(ChunkHeader)), header);
        directory.CopyTo(new Span<DirectoryEntry>(block.Pointer + sizeof(ChunkHeader), directory.Length));
        for (var i = 0; i < directory.Length; i++)
        {
            _sections[i].Copy((nint)(block.Pointer + directory[i].Offset));
        }

        return new ChunkImage(block, block.Pointer, length);
    }

    private static long Align(long length) => (length + ChunkImage.Alignment - 1) / ChunkImage.Alignment * ChunkImage.Alignment;
}
