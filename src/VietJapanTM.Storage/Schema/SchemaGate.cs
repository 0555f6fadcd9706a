using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using VietJapanTM.Errors;
using VietJapanTM.Storage.Backup;

namespace VietJapanTM.Storage.Schema;

/// <summary>
/// Decides whether a database may be opened, and brings it to this program's schema. The file's <c>application_id</c> says whose it is, its
/// <c>user_version</c> how old. An empty file, or an empty database, is new: that is what a crash during the first start leaves behind.
/// </summary>
internal sealed class SchemaGate(IReadOnlyList<Migration> migrations, string dataFolder)
{
    /// <summary>"VJTM" in ASCII.</summary>
    internal const int ApplicationId = 0x564A544D;

    private int Newest => migrations[^1].Version;

    /// <summary>Makes or migrates the schema; returns what people should know of it, or null.</summary>
    /// <exception cref="DomainException">NotAStore, SchemaTooNew.</exception>
    public string? Pass(SqliteConnection writer)
    {
        var version = Check(writer);
        if (version == Newest)
        {
            return null;
        }

        if (version == 0)
        {
            Apply(writer, 0);
            return null;
        }

        // The copy is made and checked before the first change, and kept.
        var copy = $"{writer.DataSource}.v{version.ToString(CultureInfo.InvariantCulture)}.backup";
        OnlineBackup.Write(writer, copy, CancellationToken.None);
        Apply(writer, version);
        return $"The store was migrated from schema {version} to {Newest}; the old state is kept in {Path.GetFileName(copy)}.";
    }

    /// <summary>The schema's version; 0 for an empty database.</summary>
    private int Check(SqliteConnection writer)
    {
        var application = writer.ExecuteScalar<int>("PRAGMA application_id");
        var version = writer.ExecuteScalar<int>("PRAGMA user_version");
        if (application == 0 && version == 0 && writer.ExecuteScalar<long>("SELECT count(*) FROM sqlite_schema") == 0)
        {
            return 0;
        }

        if (application != ApplicationId || version < 1)
        {
            throw new DomainException(
                ErrorCode.NotAStore, $"The database in {dataFolder} belongs to another program. Choose another data folder.");
        }

        if (version > Newest)
        {
            throw new DomainException(
                ErrorCode.SchemaTooNew,
                $"The store in {dataFolder} has schema {version}, and this program knows schemas up to {Newest}. Use a newer program.");
        }

        return version;
    }

    private void Apply(SqliteConnection writer, int version)
    {
        // A step may rebuild a table that others refer to; the references are checked before the commit instead.
        writer.Execute("PRAGMA foreign_keys = OFF");
        using (var transaction = writer.BeginTransaction())
        {
            foreach (var migration in migrations.Where(m => m.Version > version))
            {
                writer.Execute(migration.Sql, transaction: transaction);
            }

            if (writer.Query("PRAGMA foreign_key_check", transaction: transaction).Any())
            {
                throw new DomainException(
                    ErrorCode.StoreCorrupt, $"The store in {dataFolder} has rows that belong to nothing; it was not migrated. Restore a backup.");
            }

            writer.Execute(
                $"PRAGMA application_id = {ApplicationId.ToString(CultureInfo.InvariantCulture)}; " +
                $"PRAGMA user_version = {Newest.ToString(CultureInfo.InvariantCulture)}",
                transaction: transaction);
            transaction.Commit();
        }

        // Into the file itself: a store whose log is lost must still be known for a store.
        writer.Execute("PRAGMA foreign_keys = ON; PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
