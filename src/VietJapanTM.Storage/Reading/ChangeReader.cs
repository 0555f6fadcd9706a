using Dapper;
using Microsoft.Data.Sqlite;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Reading;

/// <summary>Reads what one change set touched.</summary>
internal static class ChangeReader
{
    /// <summary>How many things of each kind it made, changed and ended.</summary>
    public static ChangeCounts Count(SqliteConnection connection, long tenant, long revision) => new(
        Count(connection, tenant, revision, "units", "unit"),
        Count(connection, tenant, revision, "documents", "document"),
        Count(connection, tenant, revision, "concepts", "concept"));

    /// <summary>The ids of what it wrote or ended in a table, in order.</summary>
    /// <typeparam name="TId">The type of the column.</typeparam>
    public static List<TId> Touched<TId>(SqliteConnection connection, long tenant, long revision, string table, string column) => connection
        .Query<TId>(
            $"""
            SELECT {column} FROM {table} INDEXED BY {table}_by_start WHERE tenant = @tenant AND from_revision = @revision
            UNION
            SELECT {column} FROM {table} INDEXED BY {table}_by_end WHERE tenant = @tenant AND to_revision = @revision
            ORDER BY 1
            """,
            new { tenant, revision })
        .AsList();

    /// <summary>The newest revision that wrote or ended something.</summary>
    public static long LastTouch(SqliteConnection connection, long tenant, string table, string column, object id) => connection.ExecuteScalar<long>(
        $"SELECT max(coalesce(to_revision, from_revision)) FROM {table} WHERE tenant = @tenant AND {column} = @id", new { tenant, id });

    private static KindCounts Count(SqliteConnection connection, long tenant, long revision, string table, string id)
    {
        var sql =
            $"""
            SELECT count(*) AS Written,
                   coalesce(sum(EXISTS (SELECT 1 FROM {table} e WHERE e.tenant = n.tenant AND e.{id} = n.{id} AND e.to_revision = n.from_revision)), 0)
            FROM {table} n INDEXED BY {table}_by_start WHERE n.tenant = @tenant AND n.from_revision = @revision
            """;
        var ended = connection.ExecuteScalar<long>(
            $"SELECT count(*) FROM {table} INDEXED BY {table}_by_end WHERE tenant = @tenant AND to_revision = @revision", new { tenant, revision });
        var (written, replaced) = connection.QuerySingle<(long, long)>(sql, new { tenant, revision });
        return new KindCounts(written - replaced, replaced, ended - replaced);
    }
}
