using Microsoft.Data.Sqlite;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Storage.Encoding;
using VietJapanTM.Storage.Identity;
using VietJapanTM.Storage.Reading;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Writing;

/// <summary>Writes and ends versions of units.</summary>
internal sealed class UnitWriter(SqliteConnection connection, MemoryWriter memories) : IDisposable
{
    private readonly CanonicalBytes _form = new();
    private readonly CanonicalBytes _other = new();

    private readonly Statement _insertUnit = new(
        connection,
        10,
        """
        INSERT INTO units (tenant, unit, from_revision, memory, key, document, attributes, confidences, content_hash, checksum)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """);

    private readonly Statement _insertVariant = new(
        connection,
        15,
        """
        INSERT INTO variants (tenant, unit, from_revision, ordinal, language, text, tags, status, origin, author,
                              create_time, update_time, position, previous_hash, next_hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        """);

    private readonly Statement _findByKey = new(
        connection,
        3,
        "SELECT unit FROM units INDEXED BY units_by_key WHERE tenant = $1 AND memory = $2 AND key = $3 AND to_revision IS NULL");

    // INDEXED BY: without statistics the planner takes a tenant for a handful of rows and walks all of its units.
    private readonly Statement _findByContent = new(
        connection,
        3,
        """
        SELECT unit FROM units INDEXED BY units_by_content
        WHERE tenant = $1 AND memory = $2 AND content_hash = $3 AND to_revision IS NULL ORDER BY unit
        """);

    private readonly Statement _findByDocument = new(
        connection,
        2,
        "SELECT unit FROM units INDEXED BY units_by_document WHERE tenant = $1 AND document = $2 AND to_revision IS NULL ORDER BY unit");

    private readonly Statement _end = new(
        connection, 3, "UPDATE units SET to_revision = $3 WHERE tenant = $1 AND unit = $2 AND to_revision IS NULL AND from_revision < $3");

    // A version that begins and ends within one change was never visible.
    private readonly Statement _retract = new(
        connection, 3, "DELETE FROM units WHERE tenant = $1 AND unit = $2 AND to_revision IS NULL AND from_revision = $3");

    /// <summary>Writes a version of a unit, unless it is as it was; notes the unit's number in the scope.</summary>
    /// <exception cref="DomainException">MemoryNotFound, UnitNotFound, RevisionStale, AlreadyExists, ArgumentInvalid, TextMalformed.</exception>
    public void Put(ChangeScope scope, TranslationUnit unit, long? expectedRevision = null)
    {
        Inputs.Check(unit);
        var memory = memories.Require(scope, unit.MemoryId);
        var number = unit.Id.Length > 0 ? RequireId(scope, unit, memory)
            : unit.Key is not null ? _findByKey.Number(scope.Tenant, memory, unit.Key)
            : null;
        if (number is null && unit.Key is null)
        {
            CanonicalForm.WriteContent(_form, unit);
            if (FindSame(scope, memory, _form.Hash()) is { } same)
            {
                scope.Units.Add(same);
                return;
            }
        }

        var live = number is { } known ? Live(scope, known) : null;
        Expect(live, expectedRevision);
        Write(scope, number ?? ++scope.LastUnit, memory, unit, live);
    }

    /// <summary>Changes the live version of a unit; notes its number in the scope.</summary>
    /// <exception cref="DomainException">UnitNotFound, RevisionStale, AlreadyExists, ArgumentInvalid, TextMalformed, and what the edit throws.</exception>
    public void Edit(ChangeScope scope, ChangeOperation.EditUnit edit)
    {
        var live = Require(scope, edit.UnitId, edit.MemoryId).Live;
        Expect(live, edit.ExpectedRevision);
        var edited = edit.Edit(live);
        if (!string.Equals(edited.Id, live.Id, StringComparison.Ordinal))
        {
            throw new ArgumentException("An edit must keep the id of its unit.", nameof(edit));
        }

        Put(scope, edited);
    }

    /// <summary>Ends a unit.</summary>
    /// <exception cref="DomainException">UnitNotFound.</exception>
    public void Delete(ChangeScope scope, string id, string? memoryId)
    {
        End(scope, Require(scope, id, memoryId).Number);
        scope.Written++;
    }

    /// <summary>Ends the units of a document.</summary>
    public void DeleteOfDocument(ChangeScope scope, string document)
    {
        foreach (var number in _findByDocument.Numbers(scope.Tenant, document))
        {
            End(scope, number);
            scope.Written++;
        }
    }

    /// <summary>Ends the units of a memory.</summary>
    public void DeleteOfMemory(ChangeScope scope, long memory)
    {
        foreach (var number in UnitReader.NumbersOfMemory(connection, scope.Tenant, memory))
        {
            End(scope, number);
            scope.Written++;
        }
    }

    /// <summary>The live version, or null.</summary>
    public TranslationUnit? Find(ChangeScope scope, long number) => UnitReader.Find(connection, scope.Tenant, number, null);

    /// <summary>The live unit that has the key of a unit, or null.</summary>
    public long? FindHolder(ChangeScope scope, TranslationUnit unit) =>
        unit.Key is null ? null : _findByKey.Number(scope.Tenant, memories.Find(scope, unit.MemoryId), unit.Key);

    /// <summary>Are two versions the same but for their revisions?</summary>
    public bool AreSame(TranslationUnit one, TranslationUnit other) => IsSame(one, other);

    /// <summary>Ends the live version, if there is one.</summary>
    public void EndIfLive(ChangeScope scope, long number) => End(scope, number);

    /// <summary>Makes a unit what an earlier version says, or leaves it ended where there is none; its live version must be ended before.</summary>
    public void Restore(ChangeScope scope, long number, TranslationUnit? version)
    {
        if (version is not null)
        {
            CanonicalForm.WriteContent(_form, version);
            Insert(scope, number, memories.Require(scope, version.MemoryId), _form.Hash(), version with { Revision = scope.Revision });
        }

        scope.Written++;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in (Statement[])[_insertUnit, _insertVariant, _findByKey, _findByContent, _findByDocument, _end, _retract])
        {
            statement.Dispose();
        }
    }

    private static DomainException NotFound(string id) =>
        new(ErrorCode.UnitNotFound, $"There is no unit '{(id.Length <= 32 ? id : id[..32] + "…")}'.", "unit.id");

    private static void Expect(TranslationUnit? live, long? expected)
    {
        if (expected is { } revision && revision != (live?.Revision ?? 0))
        {
            throw new DomainException(
                ErrorCode.RevisionStale,
                live is null ? "The unit is gone." : $"Unit '{live.Id}' was changed meanwhile: its revision is {live.Revision}, not {revision}. Read it again and repeat the change.",
                "etag")
            {
                Details = live,
            };
        }
    }

    private (long Number, TranslationUnit Live) Require(ChangeScope scope, string id, string? memoryId) =>
        UnitNumber.Parse(id) is { } number && Find(scope, number) is { } live && (memoryId is null || live.MemoryId == memoryId)
            ? (number, live)
            : throw NotFound(id);

    private void Write(ChangeScope scope, long number, long memory, TranslationUnit unit, TranslationUnit? live)
    {
        var version = UnitCompletion.Of(scope, unit, live) with { Id = UnitNumber.ToId(number) };
        if (live is null || !IsSame(live, version))
        {
            if (live is not null)
            {
                End(scope, number);
            }

            CanonicalForm.WriteContent(_form, version);
            Insert(scope, number, memory, _form.Hash(), version);
            scope.Written++;
        }

        scope.Units.Add(number);
    }

    private long RequireId(ChangeScope scope, TranslationUnit unit, long memory)
    {
        if (UnitNumber.Parse(unit.Id) is not { } number || UnitReader.Find(connection, scope.Tenant, number, null) is not { } live)
        {
            throw NotFound(unit.Id);
        }

        // The number of the memory is part of how readers walk units: a unit stays where it was made.
        if (!string.Equals(live.MemoryId, unit.MemoryId, StringComparison.Ordinal))
        {
            throw new DomainException(
                ErrorCode.ArgumentInvalid, $"Unit '{unit.Id}' belongs to memory '{live.MemoryId}' and cannot be moved to another.", "unit.memory");
        }

        if (unit.Key is not null && _findByKey.Number(scope.Tenant, memory, unit.Key) is { } holder && holder != number)
        {
            throw new DomainException(
                ErrorCode.AlreadyExists, $"The key of unit '{unit.Id}' belongs to unit '{UnitNumber.ToId(holder)}' already.", "unit.key");
        }

        return number;
    }

    private TranslationUnit Live(ChangeScope scope, long number) =>
        UnitReader.Find(connection, scope.Tenant, number, null) ?? throw NotFound(UnitNumber.ToId(number));

    /// <summary>The live unit whose content is what <see cref="_form"/> holds, or null.</summary>
    private long? FindSame(ChangeScope scope, long memory, long contentHash)
    {
        foreach (var number in _findByContent.Numbers(scope.Tenant, memory, contentHash))
        {
            CanonicalForm.WriteContent(_other, Live(scope, number));
            if (_form.Written.SequenceEqual(_other.Written))
            {
                return number;
            }
        }

        return null;
    }

    private bool IsSame(TranslationUnit live, TranslationUnit version)
    {
        CanonicalForm.Write(_form, version);
        CanonicalForm.Write(_other, live with { Revision = version.Revision });
        return _form.Written.SequenceEqual(_other.Written);
    }

    private bool End(ChangeScope scope, long number) =>
        _end.Run(scope.Tenant, number, scope.Revision) + _retract.Run(scope.Tenant, number, scope.Revision) > 0;

    private void Insert(ChangeScope scope, long number, long memory, long contentHash, TranslationUnit unit)
    {
        CanonicalForm.Write(_form, unit);
        _insertUnit.Run(
            scope.Tenant, number, scope.Revision, memory, unit.Key, unit.DocumentId, StoredJson.OfAttributes(unit.Attributes),
            StoredJson.OfConfidences(unit.Confidences), contentHash, _form.Checksum());
        for (var i = 0; i < unit.Variants.Length; i++)
        {
            var variant = unit.Variants[i];
            _insertVariant.Run(
                scope.Tenant, number, scope.Revision, i, variant.Language.Value, variant.Text, StoredJson.OfTags(variant.Tags),
                (int)variant.Status, (int)variant.Origin, variant.Author, variant.CreateTime!.Value.UtcTicks,
                variant.UpdateTime!.Value.UtcTicks, variant.Position, (long?)variant.Previous?.Value, (long?)variant.Next?.Value);
        }
    }
}
