using VietJapanTM.Errors;

namespace VietJapanTM.Exchange;

/// <summary>Opens files for the readers and replaces files for the writers.</summary>
public static class ExchangeFile
{
    private const int BufferBytes = 1 << 16;

    /// <summary>
    /// Opens a regular file for reading. A pipe or a device is refused before it is opened, because opening a pipe would wait
    /// for its other end for ever.
    /// </summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.FileUnreadable"/>: absent, a folder, empty or not permitted.</exception>
    public static FileStream OpenRead(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
        {
            throw Unreadable(path, "is a folder, not a file; name the file");
        }

        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw Unreadable(path, "does not exist; check the name");
        }

        try
        {
            // Pipes and devices have no length either.
            return file.Length > 0
                ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, FileOptions.SequentialScan)
                : throw Unreadable(path, "is empty, or not a regular file");
        }
        catch (UnauthorizedAccessException e)
        {
            throw Unreadable(path, "may not be read by this user; change its permissions", e);
        }
        catch (IOException e)
        {
            throw Unreadable(path, "cannot be read: " + e.Message, e);
        }
    }

    /// <summary>
    /// Writes a file whole or not at all: into a neighbour first, which then takes its place and its permissions. A file that holds the same bytes
    /// already is not touched; of a link, what it leads to is written.
    /// </summary>
    /// <returns>True where the file changed.</returns>
    /// <exception cref="DomainException"><see cref="ErrorCode.FileUnreadable"/>: the folder or file cannot be written.</exception>
    public static bool Replace(string path, ReadOnlySpan<byte> content)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        path = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
        var neighbour = path + ".new";
        try
        {
            if (File.Exists(path) && content.SequenceEqual(File.ReadAllBytes(path)))
            {
                return false;
            }

            using (var stream = new FileStream(neighbour, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(path))
            {
                File.SetUnixFileMode(neighbour, File.GetUnixFileMode(path));
            }

            File.Move(neighbour, path, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Discard(neighbour);
            throw Unwritable(path, e);
        }
    }

    /// <summary>Writes a file whole or not at all, as it is made: into a neighbour first, which then takes its place.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes it; the stream stays open. An exception of its own leaves the file as it was.</param>
    /// <exception cref="DomainException"><see cref="ErrorCode.FileUnreadable"/>: the folder or file cannot be written.</exception>
    public static async Task ReplaceAsync(string path, Func<Stream, Task> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        var neighbour = path + ".new";
        try
        {
            using (var stream = new FileStream(neighbour, FileMode.Create, FileAccess.Write, FileShare.None, BufferBytes))
            {
                await write(stream).ConfigureAwait(false);
                stream.Flush(flushToDisk: true);
            }

            File.Move(neighbour, path, overwrite: true);
        }
        catch (Exception e)
        {
            Discard(neighbour);
            if (e is IOException or UnauthorizedAccessException)
            {
                throw Unwritable(path, e);
            }

            throw;
        }
    }

    /// <summary>Refuses a path that <see cref="Replace"/> could not write, before the work is done that it is for. Leaves nothing behind.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.FileUnreadable"/>: a folder, or in one that is absent or cannot be written.</exception>
    public static void RequireWritable(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
        {
            throw Unreadable(path, "is a folder, not a file; name the file");
        }

        var neighbour = path + ".new";
        try
        {
            File.Create(neighbour).Dispose();
            Discard(neighbour);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, e);
        }
    }

    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What could not be written often cannot be deleted either; the first failure is the one to report.
        }
    }

    // The system's words would name the neighbour, which nobody asked for.
    private static DomainException Unwritable(string path, Exception cause) => Unreadable(
        path,
        cause is DirectoryNotFoundException ? "cannot be written: its folder does not exist; make it, or name another" : "cannot be written: " + cause.Message.Replace(path + ".new", path, StringComparison.Ordinal),
        cause);

    private static DomainException Unreadable(string path, string what, Exception? cause = null) =>
        new(ErrorCode.FileUnreadable, $"{path} {what.TrimEnd('.')}.", innerException: cause);
}
