namespace VietJapanTM.Matching.Indexing.Files;

/// <summary>Writes files that appear whole or not at all, whatever happens to the process or the machine.</summary>
internal static class DurableFile
{
    /// <summary>What a file is called while it is written.</summary>
    public const string Unfinished = ".new";

    /// <summary>Writes beside the place, flushes to the disk, renames.</summary>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written; nothing is left behind.</exception>
    public static void Write(string path, Action<FileStream> write)
    {
        var unfinished = path + Unfinished;
        try
        {
            using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            TryDelete(unfinished);
            throw;
        }
    }

    /// <summary>Deletes a file if that can be done; what is left is deleted another time.</summary>
    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file that is still mapped cannot be deleted everywhere.
        }
    }
}
