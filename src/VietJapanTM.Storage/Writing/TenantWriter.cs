using Dapper;
using Microsoft.Data.Sqlite;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Storage.Encoding;
using VietJapanTM.Storage.Identity;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Writing;

/// <summary>Keeps each tenant's counters, its change sets and the answers to its requests.</summary>
internal sealed class TenantWriter(SqliteConnection connection)
{
    /// <summary>How long the answer to a named request is kept at least.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    // Each answer that comes takes old ones away, some more than come, so that no change waits for many.
    private const int MostTakenAway = 100;

    /// <summary>Begins a change at the tenant's next revision; makes the tenant's row where there is none.</summary>
    public ChangeScope Begin(string tenant, string author, DateTimeOffset time)
    {
        connection.Execute("INSERT INTO tenants (name, revision, last_unit) VALUES (@tenant, 0, 0) ON CONFLICT DO NOTHING", new { tenant });
        var row = connection.QuerySingle<TenantRow>(
            "SELECT tenant AS Tenant, revision AS Revision, last_unit AS LastUnit FROM tenants WHERE name = @tenant", new { tenant });
        return new ChangeScope { Tenant = row.Tenant, Revision = row.Revision + 1, LastUnit = row.LastUnit, Author = author, Time = time };
    }

    /// <summary>Ends a change: counters, change set, and the answer where the request has a name. A change that altered nothing has no change set.</summary>
    public ChangeResult End(ChangeScope scope, Change change)
    {
        var revision = scope.Written > 0 ? scope.Revision : scope.Revision - 1;
        var changeSet = new ChangeSet(revision, change.Author, scope.Time, change.Reason, change.SourceFile, change.RequestId);
        var row = new
        {
            scope.Tenant,
            revision,
            change.Author,
            Time = scope.Time.UtcTicks,
            change.Reason,
            change.SourceFile,
            change.RequestId,
            scope.Written,
            Units = UnitNumberList.Pack(scope.Units),
            digest = change.RequestDigest.IsEmpty ? null : change.RequestDigest.ToArray(),
            conflicts = StoredJson.OfConflicts([.. scope.Conflicts]),
            scope.LastUnit,
        };
        if (scope.Written > 0)
        {
            connection.Execute(
                """
                UPDATE tenants SET revision = @revision, last_unit = @LastUnit WHERE tenant = @Tenant;
                INSERT INTO change_sets (tenant, revision, author, time, reason, source_file, request_id)
                VALUES (@Tenant, @revision, @Author, @Time, @Reason, @SourceFile, @RequestId)
                """,
                row);
        }

        if (change.RequestId is not null)
        {
            connection.Execute(
                """
                DELETE FROM requests
                WHERE rowid IN (SELECT rowid FROM requests INDEXED BY requests_by_time WHERE time < @before ORDER BY time LIMIT @most)
                """,
                new { before = (scope.Time - Retention).UtcTicks, most = MostTakenAway });
            connection.Execute(
                """
                INSERT INTO requests (tenant, request_id, revision, author, time, reason, source_file, written, units, digest, conflicts)
                VALUES (@Tenant, @RequestId, @revision, @Author, @Time, @Reason, @SourceFile, @Written, @Units, @digest, @conflicts)
                """,
                row);
        }

        return new ChangeResult(changeSet, scope.Units.ConvertAll(UnitNumber.ToId), scope.Written, Replayed: false)
        {
            Conflicts = scope.Conflicts,
            Reversions = scope.Reversions,
        };
    }

    /// <summary>The answer that a request of this name was given, or null.</summary>
    /// <exception cref="DomainException">RequestIdReused: it was another request.</exception>
    public ChangeResult? FindAnswer(string tenant, string requestId, ReadOnlyMemory<byte> digest)
    {
        const string sql =
            """
            SELECT r.revision AS Revision, r.author AS Author, r.time AS Time, r.reason AS Reason, r.source_file AS SourceFile,
                   r.written AS Written, r.units AS Units, r.digest AS Digest, r.conflicts AS Conflicts
            FROM requests r JOIN tenants t USING (tenant) WHERE t.name = @tenant AND r.request_id = @requestId
            """;
        var row = connection.QuerySingleOrDefault<AnswerRow>(sql, new { tenant, requestId });
        if (row?.Digest is not null && !digest.IsEmpty && !digest.Span.SequenceEqual(row.Digest))
        {
            throw new DomainException(
                ErrorCode.RequestIdReused,
                "This request_id belongs to another request, which was carried out. Repeat that one unchanged, or send a new request_id.",
                "request_id");
        }

        return row is null ? null : new ChangeResult(
            new ChangeSet(row.Revision, row.Author, StoredTime.Read(row.Time), row.Reason, row.SourceFile, requestId),
            [.. UnitNumberList.Unpack(row.Units).Select(UnitNumber.ToId)],
            (int)row.Written,
            Replayed: true)
        {
            Conflicts = StoredJson.ToConflicts(row.Conflicts),
        };
    }

    private sealed class TenantRow
    {
        public long Tenant { get; init; }

        public long Revision { get; init; }

        public long LastUnit { get; init; }
    }

    private sealed class AnswerRow
    {
        public long Revision { get; init; }

        public string Author { get; init; } = "";

        public long Time { get; init; }

        public string Reason { get; init; } = "";

        public string? SourceFile { get; init; }

        public long Written { get; init; }

        public byte[] Units { get; init; } = [];

        public byte[]? Digest { get; init; }

        public string? Conflicts { get; init; }
    }
}
