using System.Runtime.InteropServices;

namespace VietJapanTM.Storage.Locking;

/// <summary>Counts the names of a file. A database with two names has two logs, and whoever opens it by both destroys it.</summary>
internal static class HardLinks
{
    private const int CurrentDirectory = -100;
    private const uint LinkCount = 0x4;

    // struct statx is the same on every architecture: linux/stat.h.
    private const int StatxSize = 256;
    private const int LinkCountOffset = 16;

    /// <summary>How many names the file has; 1 where the system does not say.</summary>
    public static long Count(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return 1;
        }

        try
        {
            var buffer = new byte[StatxSize];
            return Statx(CurrentDirectory, path, 0, LinkCount, buffer) == 0 ? BitConverter.ToUInt32(buffer, LinkCountOffset) : 1;
        }
        catch (EntryPointNotFoundException)
        {
            // A C library older than statx.
            return 1;
        }
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(
        int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, [Out] byte[] buffer);
}
