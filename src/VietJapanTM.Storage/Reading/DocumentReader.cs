using System.Collections.Immutable;
using Dapper;
using Microsoft.Data.Sqlite;
using VietJapanTM.Model;
using VietJapanTM.Storage.Encoding;
using VietJapanTM.Storage.Failures;

namespace VietJapanTM.Storage.Reading;

/// <summary>Reads documents; a whole one is held against its checksum.</summary>
internal static class DocumentReader
{
    private const string Heads =
        """
        SELECT d.document AS Id, m.id AS Memory, d.display_name AS DisplayName, d.create_time AS CreateTime,
               d.from_revision AS Revision, d.checksum AS Checksum
        FROM documents d JOIN memories m ON m.tenant = d.tenant AND m.memory = d.memory
        """;

    /// <summary>The version that is live at a revision, or null.</summary>
    public static Document? Find(SqliteConnection connection, long tenant, string id, long asOf)
    {
        const string head =
            $"{Heads} WHERE d.tenant = @tenant AND d.document = @id AND d.from_revision <= @asOf AND (d.to_revision IS NULL OR d.to_revision > @asOf)";
        const string texts =
            """
            SELECT language AS Language, raw AS Raw, segments AS Segments FROM document_texts
            WHERE tenant = @tenant AND document = @id AND from_revision = @revision ORDER BY ordinal
            """;
        var row = connection.QuerySingleOrDefault<DocumentRow>(head, new { tenant, id, asOf });
        if (row is null)
        {
            return null;
        }

        var key = new { tenant, id, revision = row.Revision };
        var document = row.ToDocument() with
        {
            Texts = [.. connection.Query<TextRow>(texts, key).Select(t => t.ToText())],
            Pairs = PairsOf(connection, tenant, row),
        };
        var form = new CanonicalBytes();
        CanonicalForm.Write(form, document);
        return form.Checksum() == row.Checksum
            ? document
            : throw new StoredValueException($"Document {id} of revision {document.Revision} does not agree with its checksum.");
    }

    /// <summary>Live documents with their beads, without their texts.</summary>
    public static IReadOnlyList<Document> List(SqliteConnection connection, long tenant, string after, int limit, string? memory) => connection
        .Query<DocumentRow>(
            $"""
            {Heads} WHERE d.tenant = @tenant AND d.document > @after AND d.to_revision IS NULL AND (@memory IS NULL OR m.id = @memory)
            ORDER BY d.document LIMIT @limit
            """,
            new { tenant, after, limit, memory })
        .Select(d => d.ToDocument() with { Pairs = PairsOf(connection, tenant, d) })
        .ToList();

    private static ImmutableArray<PairBeads> PairsOf(SqliteConnection connection, long tenant, DocumentRow document)
    {
        const string sql =
            """
            SELECT source_language AS Source, target_language AS Target, beads AS Beads FROM pair_beads
            WHERE tenant = @tenant AND document = @Id AND from_revision = @Revision ORDER BY ordinal
            """;
        return [.. connection.Query<PairRow>(sql, new { tenant, document.Id, document.Revision }).Select(p => p.ToPair())];
    }

    private sealed class DocumentRow
    {
        public string Id { get; init; } = "";

        public string Memory { get; init; } = "";

        public string DisplayName { get; init; } = "";

        public long CreateTime { get; init; }

        public long Revision { get; init; }

        public long Checksum { get; init; }

        public Document ToDocument() => new()
        {
            Id = Id,
            MemoryId = Memory,
            DisplayName = DisplayName,
            Texts = [],
            CreateTime = StoredTime.Read(CreateTime),
            Revision = Revision,
        };
    }

    private sealed class TextRow
    {
        public string Language { get; init; } = "";

        public string Raw { get; init; } = "";

        public string Segments { get; init; } = "";

        public DocumentText ToText() => new(StoredLanguage.Read(Language), Raw, StoredJson.ToSegments(Segments));
    }

    private sealed class PairRow
    {
        public string Source { get; init; } = "";

        public string Target { get; init; } = "";

        public string Beads { get; init; } = "";

        public PairBeads ToPair() => new(StoredLanguage.Read(Source), StoredLanguage.Read(Target), StoredJson.ToBeads(Beads));
    }
}
