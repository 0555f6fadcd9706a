using Dapper;
using Microsoft.Data.Sqlite;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Storage.Encoding;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Reading;

/// <summary>A tenant's row.</summary>
/// <param name="Tenant">The number that leads its keys.</param>
/// <param name="Revision">Its newest revision.</param>
internal readonly record struct TenantState(long Tenant, long Revision)
{
    /// <summary>Stands for a tenant that has never written: no row belongs to it.</summary>
    public static TenantState None { get; } = new(0, 0);

    /// <summary>The revision asked for, or the newest.</summary>
    /// <exception cref="DomainException">RevisionOutOfRange.</exception>
    public long Resolve(long? asOf) => asOf is null ? Revision
        : asOf >= 0 && asOf <= Revision ? asOf.Value
        : throw new DomainException(ErrorCode.RevisionOutOfRange, $"There is no revision {asOf}; the newest is {Revision}.", "as_of");
}

/// <summary>Reads what a tenant has: its state, memories, change sets and counts.</summary>
internal static class TenantReader
{
    private const string MemoryColumns =
        "id AS Id, display_name AS DisplayName, languages AS Languages, priority AS Priority, penalty AS Penalty, access AS Access, create_time AS CreateTime, revision AS Revision";

    private const string ChangeSetColumns =
        "revision AS Revision, author AS Author, time AS Time, reason AS Reason, source_file AS SourceFile, request_id AS RequestId";

    public static TenantState State(SqliteConnection connection, string tenant)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT tenant, revision FROM tenants WHERE name = $name";
        command.Parameters.AddWithValue("$name", tenant);
        using var reader = command.ExecuteReader();
        return reader.Read() ? new TenantState(reader.GetInt64(0), reader.GetInt64(1)) : TenantState.None;
    }

    public static Memory? FindMemory(SqliteConnection connection, long tenant, string id) => connection
        .QuerySingleOrDefault<MemoryRow>($"SELECT {MemoryColumns} FROM memories WHERE tenant = @tenant AND id = @id AND deleted IS NULL", new { tenant, id })
        ?.ToMemory();

    public static IReadOnlyList<Memory> ListMemories(SqliteConnection connection, long tenant, string after, int limit) => connection
        .Query<MemoryRow>(
            $"SELECT {MemoryColumns} FROM memories WHERE tenant = @tenant AND id > @after AND deleted IS NULL ORDER BY id LIMIT @limit",
            new { tenant, after, limit })
        .Select(m => m.ToMemory())
        .ToList();

    public static IReadOnlyList<ChangeSet> ListChangeSets(SqliteConnection connection, long tenant, long before, int limit) => connection
        .Query<ChangeSetRow>(
            $"SELECT {ChangeSetColumns} FROM change_sets WHERE tenant = @tenant AND revision < @before ORDER BY revision DESC LIMIT @limit",
            new { tenant, before, limit })
        .Select(c => c.ToChangeSet())
        .ToList();

    public static ChangeSet? FindChangeSet(SqliteConnection connection, long tenant, long revision) => connection
        .QuerySingleOrDefault<ChangeSetRow>(
            $"SELECT {ChangeSetColumns} FROM change_sets WHERE tenant = @tenant AND revision = @revision", new { tenant, revision })
        ?.ToChangeSet();

    public static StoreCounts Count(SqliteConnection connection, TenantState state)
    {
        var tenant = state.Tenant;
        long Of(string sql) => connection.ExecuteScalar<long>(sql, new { tenant });
        return new StoreCounts(
            Of("SELECT count(*) FROM memories WHERE tenant = @tenant AND deleted IS NULL"),
            Of("SELECT count(*) FROM documents WHERE tenant = @tenant AND to_revision IS NULL"),
            Of("SELECT count(*) FROM units WHERE tenant = @tenant AND to_revision IS NULL"),
            Of("SELECT count(*) FROM units u JOIN variants v USING (tenant, unit, from_revision) WHERE u.tenant = @tenant AND u.to_revision IS NULL"),
            Of("SELECT count(*) FROM concepts WHERE tenant = @tenant AND to_revision IS NULL"),
            Of("SELECT count(*) FROM concepts c JOIN terms t USING (tenant, concept, from_revision) WHERE c.tenant = @tenant AND c.to_revision IS NULL"),
            state.Revision);
    }

    private sealed class MemoryRow
    {
        public string Id { get; init; } = "";

        public string DisplayName { get; init; } = "";

        public string Languages { get; init; } = "";

        public long Priority { get; init; }

        public long Penalty { get; init; }

        public long Access { get; init; }

        public long CreateTime { get; init; }

        public long Revision { get; init; }

        public Memory ToMemory() => new()
        {
            Id = Id,
            DisplayName = DisplayName,
            Languages = StoredJson.ToLanguages(Languages),
            Priority = (int)Priority,
            Penalty = (int)Penalty,
            Access = (MemoryAccess)Access,
            CreateTime = StoredTime.Read(CreateTime),
            Revision = Revision,
        };
    }

    private sealed class ChangeSetRow
    {
        public long Revision { get; init; }

        public string Author { get; init; } = "";

        public long Time { get; init; }

        public string Reason { get; init; } = "";

        public string? SourceFile { get; init; }

        public string? RequestId { get; init; }

        public ChangeSet ToChangeSet() => new(Revision, Author, StoredTime.Read(Time), Reason, SourceFile, RequestId);
    }
}
