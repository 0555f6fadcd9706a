using VietJapanTM.Errors;
using VietJapanTM.Storage.Locking;

namespace VietJapanTM.Storage.Connections;

/// <summary>
/// Looks at the database's files before the engine does, which would take some of these faults for a fresh start. The caller holds the lock:
/// closing a file that this process has open in SQLite would drop SQLite's own locks.
/// </summary>
internal static class DatabaseFile
{
    private static ReadOnlySpan<byte> Magic => "SQLite format 3\0"u8;

    /// <summary>Refuses what is no database, has two names, or has lost its log.</summary>
    /// <exception cref="DomainException">NotAStore, StoreLocked, StoreCorrupt, StoreReadOnly.</exception>
    public static void Check(string path, string dataFolder, HolderNote? abandoned)
    {
        if (Directory.Exists(path))
        {
            throw NotAStore(dataFolder, null);
        }

        var log = new FileInfo(path + "-wal");
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            // Nothing yet, or what a crash during the first start leaves. The engine would delete a log that lies beside it.
            if (log.Exists && log.Length > 0)
            {
                throw new DomainException(
                    ErrorCode.StoreCorrupt, $"The store in {dataFolder} has a log but no database. Restore the database from a backup.");
            }

            return;
        }

        if (HardLinks.Count(path) > 1)
        {
            throw new DomainException(
                ErrorCode.StoreLocked,
                $"The database in {dataFolder} has a second name (a hard link), under which another process may hold it. Remove that name, or copy the file.");
        }

        CheckMagic(path, dataFolder);
        if (abandoned is { Closing: false } && !log.Exists)
        {
            throw new DomainException(
                ErrorCode.StoreCorrupt,
                $"The store in {dataFolder} was not closed in order and its log is gone, so changes may be lost. Put {log.Name} back or restore " +
                $"a backup; to go on with what is there, delete {Path.GetFileName(path)}.holder and verify the store.");
        }
    }

    /// <summary>The file cannot be read as a database.</summary>
    public static DomainException Damaged(string dataFolder, Exception cause) => new(
        ErrorCode.StoreCorrupt, $"The database in {dataFolder} is damaged. Restore it from a backup.", innerException: cause);

    /// <summary>The store's own lock is free, and yet the engine's is not.</summary>
    public static DomainException HeldByAStranger(string dataFolder, Exception cause) => new(
        ErrorCode.StoreLocked,
        $"The database in {dataFolder} cannot be locked: another program has it open, or its file system has no locks, as a network share may. "
        + "Close that program, or choose a folder on a local disk.",
        innerException: cause);

    /// <summary>The file cannot be written.</summary>
    public static DomainException ReadOnly(string dataFolder) => new(
        ErrorCode.StoreReadOnly,
        $"The database in {dataFolder} cannot be written. Make the folder and its files writable for this account, or choose another data folder.");

    private static void CheckMagic(string path, string dataFolder)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            Span<byte> head = stackalloc byte[Magic.Length];
            if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.SequenceEqual(Magic))
            {
                throw NotAStore(dataFolder, null);
            }
        }
        catch (UnauthorizedAccessException)
        {
            throw ReadOnly(dataFolder);
        }
    }

    private static DomainException NotAStore(string dataFolder, Exception? cause) => new(
        ErrorCode.NotAStore, $"The file vjtm.db in {dataFolder} is not a store of this program. Choose another data folder.", innerException: cause);
}
