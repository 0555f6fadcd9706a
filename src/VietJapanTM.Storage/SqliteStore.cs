using Microsoft.Data.Sqlite;
using SQLitePCL;
using VietJapanTM.Errors;
using VietJapanTM.Storage.Connections;
using VietJapanTM.Storage.Failures;
using VietJapanTM.Storage.Locking;
using VietJapanTM.Storage.Schema;

namespace VietJapanTM.Storage;

/// <summary>Opens stores.</summary>
public static class SqliteStore
{
    /// <summary>The database's name in its data folder.</summary>
    public const string DatabaseName = "vjtm.db";

    /// <summary>Opens the store in a folder, or makes it; migrates an older one after a backup beside it.</summary>
    /// <exception cref="DomainException">
    /// StoreLocked: another process holds it, or the file has two names. StoreReadOnly: it cannot be written; a store never opens for reading
    /// alone. SchemaTooNew, NotAStore, StoreCorrupt, DiskFull, FileUnreadable: as the catalogue says.
    /// </exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static SqliteTranslationStore Open(SqliteStoreOptions options) => Open(options, Migrations.All);

    /// <summary>Who holds the store in a folder now, or null where nobody does.</summary>
    public static StoreHolder? FindHolder(string dataFolder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dataFolder);
        return StoreLock.FindHolder(Resolve(dataFolder));
    }

    /// <summary>Opens with other steps of the schema; for tests of the migration itself.</summary>
    internal static SqliteTranslationStore Open(SqliteStoreOptions options, IReadOnlyList<Migration> migrations)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        MakeFolder(options.DataFolder);
        var path = Resolve(options.DataFolder);
        var storeLock = StoreLock.Take(path, options.DataFolder, options.TimeProvider.GetUtcNow());
        try
        {
            DatabaseFile.Check(path, options.DataFolder, storeLock.Abandoned);
        }
        catch
        {
            // The note stays: whoever tries next must hear the same.
            storeLock.ReleaseOnly();
            throw;
        }

        try
        {
            storeLock.DeleteNote();
            return Open(path, storeLock, options, migrations);
        }
        catch (Exception e)
        {
            storeLock.Dispose();
            throw e is SqliteException { SqliteErrorCode: SqliteFailure.NotADatabase } ? DatabaseFile.Damaged(options.DataFolder, e)
                : e is SqliteException { SqliteErrorCode: SqliteFailure.Busy } ? DatabaseFile.HeldByAStranger(options.DataFolder, e)
                : SqliteFailure.Concerns(e) ? SqliteFailure.Translate(e)
                : e;
        }
    }

    private static SqliteTranslationStore Open(
        string path, StoreLock storeLock, SqliteStoreOptions options, IReadOnlyList<Migration> migrations)
    {
        var factory = new ConnectionFactory(path, options.BusyTimeout, options.LogLimitBytes);
        var writer = factory.OpenWriter();
        try
        {
            if (raw.sqlite3_db_readonly(writer.Handle!, "main") != 0)
            {
                throw DatabaseFile.ReadOnly(options.DataFolder);
            }

            var notice = new SchemaGate(migrations, options.DataFolder).Pass(writer);
            storeLock.Announce(address: null);
            var readers = new ReaderPool(factory, options.Readers);
            return new SqliteTranslationStore(path, storeLock, writer, readers, options, notice is null ? [] : [notice]);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    private static void MakeFolder(string dataFolder)
    {
        try
        {
            Directory.CreateDirectory(dataFolder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DomainException(
                ErrorCode.StoreReadOnly,
                File.Exists(dataFolder)
                    ? $"{dataFolder} is a file. Name the folder that holds the store."
                    : $"The data folder {dataFolder} cannot be made. Choose a folder that this account may write.",
                innerException: e);
        }
    }

    /// <summary>The file that a symbolic link in the folder's place of the database leads to: the lock belongs to the file, not to its name.</summary>
    private static string Resolve(string dataFolder)
    {
        var path = Path.Combine(Path.GetFullPath(dataFolder), DatabaseName);
        return new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
    }
}
