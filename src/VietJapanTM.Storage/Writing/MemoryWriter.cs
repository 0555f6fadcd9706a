using Dapper;
using Microsoft.Data.Sqlite;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Storage.Encoding;
using VietJapanTM.Storage.Reading;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Writing;

/// <summary>Writes memories and knows their numbers.</summary>
internal sealed class MemoryWriter(SqliteConnection connection) : IDisposable
{
    private readonly Statement _find = new(connection, 2, "SELECT memory FROM memories WHERE tenant = $1 AND id = $2 AND deleted IS NULL");

    // A memory that was deleted keeps its number.
    private readonly Statement _findEver = new(connection, 2, "SELECT memory FROM memories WHERE tenant = $1 AND id = $2");

    private readonly Statement _write = new(
        connection,
        10,
        """
        INSERT INTO memories (tenant, memory, id, display_name, languages, priority, penalty, create_time, revision, access)
        VALUES ($1, coalesce($2, (SELECT coalesce(max(memory), 0) + 1 FROM memories WHERE tenant = $1)), $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (tenant, memory) DO UPDATE SET display_name = excluded.display_name, languages = excluded.languages,
          priority = excluded.priority, penalty = excluded.penalty, create_time = excluded.create_time, revision = excluded.revision,
          access = excluded.access, deleted = NULL
        """);

    // Nearly always no memory is read-only, and then nothing else is looked at.
    private readonly Statement _findRefusal = new(
        connection,
        2,
        """
        SELECT m.memory FROM memories m WHERE m.tenant = $1 AND m.access = 1 AND (
          EXISTS (SELECT 1 FROM units u INDEXED BY units_by_start WHERE u.tenant = $1 AND u.from_revision = $2 AND u.memory = m.memory)
          OR EXISTS (SELECT 1 FROM units u INDEXED BY units_by_end WHERE u.tenant = $1 AND u.to_revision = $2 AND u.memory = m.memory)
          OR EXISTS (SELECT 1 FROM documents d
                     WHERE d.tenant = $1 AND (d.from_revision = $2 OR d.to_revision = $2) AND d.memory = m.memory)) LIMIT 1
        """);

    /// <summary>The number of a memory.</summary>
    /// <exception cref="DomainException">MemoryNotFound.</exception>
    public long Require(ChangeScope scope, string id) => _find.Number(scope.Tenant, id)
        ?? throw new DomainException(ErrorCode.MemoryNotFound, $"There is no memory '{Shown(id)}'. Make it first, or name another.", "memory");

    /// <summary>The number of a memory, also of one that was deleted; null where there has never been one.</summary>
    public long? Find(ChangeScope scope, string id) => _findEver.Number(scope.Tenant, id);

    /// <summary>
    /// Asked when a change is done, whatever it did: no version of a unit or document may begin or end with it in a memory that is read-only then.
    /// </summary>
    /// <exception cref="DomainException">MemoryReadOnly.</exception>
    public void RequireWritable(ChangeScope scope)
    {
        if (scope.Written > 0 && _findRefusal.Number(scope.Tenant, scope.Revision) is { } memory)
        {
            var id = connection.ExecuteScalar<string>("SELECT id FROM memories WHERE tenant = @Tenant AND memory = @memory", new { scope.Tenant, memory });
            throw new DomainException(ErrorCode.MemoryReadOnly, $"Memory '{id}' is read-only. Nothing was changed.", "memory");
        }
    }

    /// <summary>Changes a memory.</summary>
    /// <exception cref="DomainException">MemoryNotFound.</exception>
    public void Edit(ChangeScope scope, string id, Func<Memory, Memory> edit)
    {
        Require(scope, id);
        Put(scope, new ChangeOperation.PutMemory(edit(TenantReader.FindMemory(connection, scope.Tenant, id)!)));
    }

    /// <summary>Writes a memory unless it is as it was.</summary>
    public void Put(ChangeScope scope, ChangeOperation.PutMemory put)
    {
        var memory = put.Memory;
        Inputs.Check(memory);
        var live = TenantReader.FindMemory(connection, scope.Tenant, memory.Id);
        if (live is not null && put.CreateOnly)
        {
            throw new DomainException(ErrorCode.AlreadyExists, $"There is a memory '{memory.Id}' already.", "memory.id");
        }

        if (live is not null && put.KeepExisting)
        {
            return;
        }

        var written = memory with
        {
            CreateTime = memory.CreateTime == default ? live?.CreateTime ?? scope.Time : memory.CreateTime,
            Revision = scope.Revision,
        };
        if (live is not null && IsSame(live, written))
        {
            return;
        }

        _write.Run(
            scope.Tenant, Find(scope, memory.Id), written.Id, written.DisplayName,
            StoredJson.OfLanguages(written.Languages), written.Priority, written.Penalty, written.CreateTime.UtcTicks, scope.Revision, (int)written.Access);
        scope.Written++;
    }

    /// <summary>Marks a memory as deleted; what it holds must be ended before.</summary>
    /// <exception cref="DomainException">MemoryNotFound, MemoryReadOnly, MemoryNotEmpty.</exception>
    public void Delete(ChangeScope scope, string id)
    {
        const string isHeld =
            """
            SELECT EXISTS (SELECT 1 FROM units WHERE tenant = @Tenant AND memory = @memory AND to_revision IS NULL)
                OR EXISTS (SELECT 1 FROM documents WHERE tenant = @Tenant AND memory = @memory AND to_revision IS NULL)
            """;
        var memory = Require(scope, id);
        if (TenantReader.FindMemory(connection, scope.Tenant, id)!.Access == MemoryAccess.ReadOnly)
        {
            throw new DomainException(ErrorCode.MemoryReadOnly, $"Memory '{id}' is read-only. Nothing was changed.", "memory");
        }

        if (connection.ExecuteScalar<bool>(isHeld, new { scope.Tenant, memory }))
        {
            throw new DomainException(ErrorCode.MemoryNotEmpty, $"Memory '{id}' holds units or documents. Delete them first, or set force; in the command line: --force.", "name");
        }

        scope.Written += connection.Execute("UPDATE memories SET deleted = @Revision WHERE tenant = @Tenant AND memory = @memory", new { scope.Tenant, scope.Revision, memory });
    }

    /// <summary>Brings back what the change set of a revision deleted, unless it was made again.</summary>
    public void RestoreDeleted(ChangeScope scope, long revision) => scope.Written += connection.Execute(
        "UPDATE memories SET deleted = NULL, revision = @Revision WHERE tenant = @Tenant AND deleted = @revision", new { scope.Tenant, scope.Revision, revision });

    /// <inheritdoc/>
    public void Dispose()
    {
        _find.Dispose();
        _findEver.Dispose();
        _write.Dispose();
        _findRefusal.Dispose();
    }

    private static bool IsSame(Memory live, Memory put) =>
        live with { Languages = put.Languages, Revision = put.Revision } == put && live.Languages.SequenceEqual(put.Languages);

    private static string Shown(string id) => id.Length <= 63 ? id : id[..63] + "…";
}
