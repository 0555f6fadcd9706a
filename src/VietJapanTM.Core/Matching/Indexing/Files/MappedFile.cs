using System.IO.MemoryMappedFiles;

namespace VietJapanTM.Matching.Indexing.Files;

/// <summary>A file mapped into memory for reading; unmapped when nobody holds this object any more.</summary>
internal sealed unsafe class MappedFile
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    /// <summary>Maps a file.</summary>
    /// <exception cref="IOException">The system refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public MappedFile(string path)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, mapName: null, capacity: 0, MemoryMappedFileAccess.Read);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);

        // SAFETY: the view is released only by its own finalizer, which runs after this object has become unreachable.
        byte* pointer = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        Pointer = pointer;
    }

    ~MappedFile() => _view.SafeMemoryMappedViewHandle.ReleasePointer();

    /// <summary>The first byte.</summary>
    public byte* Pointer { get; }
}
