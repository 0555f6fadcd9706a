using System.Runtime.InteropServices;

namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>Zeroed memory outside the collector's heap, on a cache line; freed at once where its owner says so, else with this object.</summary>
internal sealed unsafe class NativeBlock : IDisposable
{
    /// <summary>From so many bytes on a block begins on a large page.</summary>
    private const long LargeBytes = 4L * LargePages.Bytes;

    private const int CacheLine = 64;

    public NativeBlock(long length)
    {
        Length = length;
        var alignment = length >= LargeBytes ? LargePages.Bytes : CacheLine;
        Pointer = (byte*)NativeMemory.AlignedAlloc((nuint)length, (nuint)alignment);
        if (length >= LargeBytes)
        {
            LargePages.Request(Pointer, length);
        }

        NativeMemory.Clear(Pointer, (nuint)length);
        GC.AddMemoryPressure(length);
    }

    ~NativeBlock() => Free();

    public long Length { get; }

    public byte* Pointer { get; private set; }

    /// <summary>Frees the memory; nobody may read it any more.</summary>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (Pointer is not null)
        {
            NativeMemory.AlignedFree(Pointer);
            Pointer = null;
            GC.RemoveMemoryPressure(Length);
        }
    }
}
