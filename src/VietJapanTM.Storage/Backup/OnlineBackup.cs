using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using VietJapanTM.Errors;
using VietJapanTM.Storage.Failures;

namespace VietJapanTM.Storage.Backup;

/// <summary>
/// A consistent copy of a database that others go on writing, through SQLite's backup interface (sqlite.org/backup.html): copied beside its
/// place, checked, then renamed, so that the place never holds half a copy. Copying the files by other means while a server runs is not safe.
/// </summary>
internal static class OnlineBackup
{
    private const int PagesPerStep = 4096;

    /// <summary>Copies what <paramref name="source"/> sees to <paramref name="path"/>, replacing what lies there.</summary>
    /// <exception cref="DomainException">DiskFull, StoreCorrupt, FileUnreadable.</exception>
    public static void Write(SqliteConnection source, string path, CancellationToken cancellationToken)
    {
        var partial = path + ".partial";
        try
        {
            Delete(partial);
            using (var target = Open(partial))
            {
                Copy(source, target, cancellationToken);
                Check(target);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch (SqliteException e)
        {
            throw SqliteFailure.Translate(e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DomainException(ErrorCode.FileUnreadable, "The backup cannot be written. Check its folder, and whether there is room.", "path", e);
        }
        finally
        {
            Delete(partial);
        }
    }

    private static SqliteConnection Open(string path)
    {
        var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        target.Open();
        return target;
    }

    private static void Copy(SqliteConnection source, SqliteConnection target, CancellationToken cancellationToken)
    {
        using var backup = raw.sqlite3_backup_init(target.Handle!, "main", source.Handle!, "main");
        if (backup is null || backup.IsInvalid)
        {
            SqliteException.ThrowExceptionForRC(raw.sqlite3_errcode(target.Handle!), target.Handle);
        }

        int result;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            result = raw.sqlite3_backup_step(backup!, PagesPerStep);
        }
        while (result == raw.SQLITE_OK);

        if (result != raw.SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(result, target.Handle);
        }
    }

    private static void Check(SqliteConnection target)
    {
        // One file without a log beside it, so that the copy can be moved about.
        target.Execute("PRAGMA journal_mode = DELETE");
        var findings = target.Query<string>("PRAGMA integrity_check(1)").ToList();
        if (findings is not ["ok"])
        {
            throw new DomainException(ErrorCode.StoreCorrupt, "The copy did not pass its check, so the store itself is damaged. The old backup was kept.");
        }
    }

    private static void Delete(string partial)
    {
        try
        {
            foreach (var suffix in (string[])["", "-journal", "-wal", "-shm"])
            {
                File.Delete(partial + suffix);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What keeps the remains from being deleted keeps the copy from being written, and is reported there.
        }
    }
}
