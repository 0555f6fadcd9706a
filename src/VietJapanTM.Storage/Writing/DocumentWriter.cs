using Dapper;
using Microsoft.Data.Sqlite;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Storage.Encoding;
using VietJapanTM.Storage.Reading;

namespace VietJapanTM.Storage.Writing;

/// <summary>Writes and ends versions of documents. A version is written whole, texts and beads, however small its change.</summary>
internal sealed class DocumentWriter(SqliteConnection connection, MemoryWriter memories, UnitWriter units)
{
    /// <summary>Writes a document unless it is as it was.</summary>
    /// <exception cref="DomainException">MemoryNotFound, AlreadyExists, RevisionStale, ArgumentInvalid, TextMalformed.</exception>
    public void Put(ChangeScope scope, Document document, bool createOnly, long? expectedRevision)
    {
        Inputs.Check(document);
        var memory = memories.Require(scope, document.MemoryId);
        var live = DocumentReader.Find(connection, scope.Tenant, document.Id, long.MaxValue);
        if (live is not null && createOnly)
        {
            throw new DomainException(ErrorCode.AlreadyExists, $"There is a document '{document.Id}' already.", "document_id");
        }

        if (expectedRevision is { } expected && expected != (live?.Revision ?? 0))
        {
            throw new DomainException(
                ErrorCode.RevisionStale,
                live is null
                    ? $"Document '{document.Id}' is gone. Read the list of documents again."
                    : $"Document '{document.Id}' was changed meanwhile: its revision is {live.Revision}, not {expected}. Read it again and repeat the change.",
                "revision");
        }

        var version = document with
        {
            CreateTime = document.CreateTime == default ? live?.CreateTime ?? scope.Time : document.CreateTime,
            Revision = scope.Revision,
        };
        var form = FormOf(version);
        if (live is not null)
        {
            if (form.Written.SequenceEqual(FormOf(live with { Revision = scope.Revision }).Written))
            {
                return;
            }

            End(scope, document.Id);
        }

        Insert(scope, memory, version, form.Checksum());
        scope.Written++;
    }

    /// <summary>Ends a document and the units made from it.</summary>
    /// <exception cref="DomainException">DocumentNotFound.</exception>
    public void Delete(ChangeScope scope, string id)
    {
        if (!End(scope, id))
        {
            throw new DomainException(ErrorCode.DocumentNotFound, $"There is no document '{(id.Length <= 63 ? id : id[..63] + "…")}'.", "document");
        }

        scope.Written++;
        units.DeleteOfDocument(scope, id);
    }

    /// <summary>Ends the documents of a memory; units are not touched.</summary>
    public void DeleteOfMemory(ChangeScope scope, long memory)
    {
        const string sql = "SELECT document FROM documents WHERE tenant = @Tenant AND memory = @memory AND to_revision IS NULL";
        foreach (var id in connection.Query<string>(sql, new { scope.Tenant, memory }).ToList())
        {
            End(scope, id);
            scope.Written++;
        }
    }

    /// <summary>Makes a document what an earlier version says, or ends it where there is none; its units are not touched.</summary>
    public void Restore(ChangeScope scope, string id, Document? version)
    {
        End(scope, id);
        if (version is not null)
        {
            var written = version with { Revision = scope.Revision };
            Insert(scope, memories.Require(scope, version.MemoryId), written, FormOf(written).Checksum());
        }

        scope.Written++;
    }

    /// <summary>Are two versions the same but for their revisions?</summary>
    public bool AreSame(Document one, Document other) => FormOf(one).Written.SequenceEqual(FormOf(other with { Revision = one.Revision }).Written);

    // A buffer for each: a long document's has a hundred megabytes, too much to keep for the next one.
    private static CanonicalBytes FormOf(Document document)
    {
        var form = new CanonicalBytes();
        CanonicalForm.Write(form, document);
        return form;
    }

    private bool End(ChangeScope scope, string id)
    {
        const string sql =
            """
            DELETE FROM documents WHERE tenant = @Tenant AND document = @id AND to_revision IS NULL AND from_revision = @Revision;
            UPDATE documents SET to_revision = @Revision WHERE tenant = @Tenant AND document = @id AND to_revision IS NULL
            """;
        return connection.Execute(sql, new { scope.Tenant, scope.Revision, id }) > 0;
    }

    private void Insert(ChangeScope scope, long memory, Document document, long checksum)
    {
        connection.Execute(
            """
            INSERT INTO documents (tenant, document, from_revision, memory, display_name, create_time, checksum)
            VALUES (@Tenant, @Id, @Revision, @memory, @DisplayName, @created, @checksum)
            """,
            new { scope.Tenant, document.Id, scope.Revision, memory, document.DisplayName, created = document.CreateTime.UtcTicks, checksum });
        connection.Execute(
            """
            INSERT INTO document_texts (tenant, document, from_revision, ordinal, language, raw, segments)
            VALUES (@Tenant, @Id, @Revision, @ordinal, @language, @Raw, @segments)
            """,
            document.Texts.Select((text, ordinal) => new
            {
                scope.Tenant,
                document.Id,
                scope.Revision,
                ordinal,
                language = text.Language.Value,
                text.Raw,
                segments = StoredJson.OfSegments(text.Segments),
            }));
        connection.Execute(
            """
            INSERT INTO pair_beads (tenant, document, from_revision, ordinal, source_language, target_language, beads)
            VALUES (@Tenant, @Id, @Revision, @ordinal, @source, @target, @beads)
            """,
            document.Pairs.Select((pair, ordinal) => new
            {
                scope.Tenant,
                document.Id,
                scope.Revision,
                ordinal,
                source = pair.Source.Value,
                target = pair.Target.Value,
                beads = StoredJson.OfBeads(pair.Beads),
            }));
    }
}
