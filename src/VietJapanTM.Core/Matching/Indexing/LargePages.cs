using System.Runtime.InteropServices;

namespace VietJapanTM.Matching.Indexing;

/// <summary>Asks the system to back memory with large pages: reading here and there in many megabytes else misses the page tables' cache.</summary>
internal static unsafe partial class LargePages
{
    /// <summary>The size of a large page, in bytes, where the system has them.</summary>
    public const int Bytes = 2 << 20;

    private const int Advice = 14;

    /// <summary>Asks for large pages where the system knows the wish; it is free to refuse.</summary>
    public static void Request(byte* start, long length)
    {
        if (OperatingSystem.IsLinux() && length >= Bytes)
        {
            // SAFETY: advice changes no content, and the pages lie within the caller's memory.
            _ = Advise(start, (nuint)(length / Bytes * Bytes), Advice);
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(byte* start, nuint length, int advice);
}
