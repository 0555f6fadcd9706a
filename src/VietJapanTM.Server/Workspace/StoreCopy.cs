using VietJapanTM.Store;

namespace VietJapanTM.Server.Workspace;

/// <summary>A copy of the store that lies beside it only while somebody reads it.</summary>
internal static class StoreCopy
{
    private const string Prefix = "vjtm-copy-";

    /// <summary>Makes and checks a copy. Disposing the stream deletes it.</summary>
    /// <param name="store">The store.</param>
    /// <param name="folder">Where the copy lies meanwhile: the data folder, because other disks may be smaller.</param>
    /// <param name="cancellationToken">Ends the copying.</param>
    /// <exception cref="Errors.DomainException">DiskFull, StoreCorrupt, FileUnreadable.</exception>
    public static FileStream Open(ITranslationStore store, string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, $"{Prefix}{Guid.NewGuid():N}.db");
        store.BackUp(path, cancellationToken);
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose | FileOptions.SequentialScan);
    }

    /// <summary>Deletes what a crash left behind.</summary>
    public static void Clean(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, Prefix + "*"))
        {
            try
            {
                File.Delete(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It takes room and does no other harm.
            }
        }
    }
}
