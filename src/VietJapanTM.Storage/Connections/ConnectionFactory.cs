using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using VietJapanTM.Errors;
using VietJapanTM.Storage.Failures;

namespace VietJapanTM.Storage.Connections;

/// <summary>Opens connections to one database file with the pragmas that the store relies on.</summary>
internal sealed class ConnectionFactory(string databasePath, TimeSpan busyTimeout, long logLimitBytes)
{
    /// <summary>The database file.</summary>
    public string DatabasePath { get; } = databasePath;

    /// <summary>How long a statement waits for a lock.</summary>
    public TimeSpan BusyTimeout { get; } = busyTimeout;

    /// <summary>The one connection that writes; makes the file where it is absent.</summary>
    public SqliteConnection OpenWriter()
    {
        var connection = Open(SqliteOpenMode.ReadWriteCreate);
        try
        {
            if (connection.ExecuteScalar<string>("PRAGMA journal_mode = WAL") != "wal")
            {
                throw new DomainException(ErrorCode.FileUnreadable, SqliteFailure.NoSharedMemory);
            }

            connection.Execute(
                $"PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; " +
                $"PRAGMA journal_size_limit = {logLimitBytes.ToString(CultureInfo.InvariantCulture)}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A connection that cannot write.</summary>
    public SqliteConnection OpenReader() => Open(SqliteOpenMode.ReadOnly);

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = DatabasePath,
            Mode = mode,

            // The pool of readers is the store's own; the provider's would keep files open after the store is closed.
            Pooling = false,
            DefaultTimeout = (int)Math.Ceiling(BusyTimeout.TotalSeconds),
        };
        var connection = new SqliteConnection(text.ToString());
        try
        {
            connection.Open();
            connection.Execute("PRAGMA busy_timeout = " + ((long)BusyTimeout.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));

            // A damaged page must be an error, never a misread cell.
            connection.Execute("PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
