using System.Buffers;

namespace VietJapanTM.Alignment.Lexicons;

/// <summary>A resource of an assembly as memory, where the runtime has mapped it: read when it is touched, shared by processes, never copied.</summary>
/// <param name="stream">The resource; kept, because it keeps the assembly loaded.</param>
internal sealed unsafe class MappedResource(UnmanagedMemoryStream stream) : MemoryManager<byte>
{
    // SAFETY: the pointer is that of the mapped image, which does not move and stays as long as the assembly, and the stream knows its length.
    private readonly byte* _start = stream.PositionPointer;
    private readonly int _length = checked((int)stream.Length);

    /// <inheritdoc/>
    public override Span<byte> GetSpan()
    {
        // SAFETY: see above. Whoever writes into it is stopped by the memory's protection, and only a ReadOnlyMemory is handed out.
        var span = new Span<byte>(_start, _length);
        GC.KeepAlive(stream);
        return span;
    }

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0) => new(_start + elementIndex);

    /// <inheritdoc/>
    public override void Unpin()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => stream.Dispose();
}
