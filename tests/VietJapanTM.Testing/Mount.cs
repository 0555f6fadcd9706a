using System.Diagnostics;

namespace VietJapanTM.Testing;

/// <summary>A file system that ends with its test: small, or read-only. Only root on Linux can make one.</summary>
public sealed class Mount : IDisposable
{
    private readonly string _place;

    private Mount(string place) => _place = place;

    /// <summary>Puts an empty disk of so many bytes on a folder; skips the running test where that is not allowed.</summary>
    public static Mount SmallDisk(string place, long bytes) => Make(place, "-t", "tmpfs", "-o", $"size={bytes}", "tmpfs", place);

    /// <summary>Makes a folder read-only; skips the running test where that is not allowed.</summary>
    public static Mount ReadOnly(string place)
    {
        var mount = Make(place, "--bind", place, place);
        if (Run("mount", "-o", "remount,bind,ro", place) != 0)
        {
            mount.Dispose();
            Skip.If(true, "This machine does not allow read-only mounts.");
        }

        return mount;
    }

    /// <summary>Gives a small disk another size.</summary>
    public void Resize(long bytes)
    {
        if (Run("mount", "-o", $"remount,size={bytes}", _place) != 0)
        {
            throw new InvalidOperationException("The disk cannot be given another size.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Run("umount", "-l", _place);

    private static Mount Make(string place, params string[] arguments)
    {
        Skip.IfNot(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root on Linux can make a mount.");
        Skip.IfNot(Run("mount", arguments) == 0, "This machine does not allow mounts.");
        return new Mount(place);
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
