using Dapper;
using Microsoft.Data.Sqlite;
using VietJapanTM.Model;
using VietJapanTM.Storage.Encoding;
using VietJapanTM.Storage.Failures;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Reading;

/// <summary>
/// Reads units. Every unit's checksum is verified, so that a damaged text is an error and never an answer. Queries over many units name
/// their index: without statistics the planner takes a tenant for a handful of rows.
/// </summary>
internal static class UnitReader
{
    private const string Columns =
        """
        u.unit AS Unit, u.from_revision AS FromRevision, m.id AS Memory, u.key AS Key, u.document AS Document,
        u.attributes AS Attributes, u.confidences AS Confidences, u.checksum AS Checksum,
        v.language AS Language, v.text AS Text, v.tags AS Tags, v.status AS Status, v.origin AS Origin, v.author AS Author,
        v.create_time AS CreateTime, v.update_time AS UpdateTime, v.position AS Position,
        v.previous_hash AS PreviousHash, v.next_hash AS NextHash
        """;

    // LEFT: a unit that lost its variants must be noticed, not skipped.
    private const string Joins =
        """
        JOIN memories m ON m.tenant = u.tenant AND m.memory = u.memory
        LEFT JOIN variants v ON v.tenant = u.tenant AND v.unit = u.unit AND v.from_revision = u.from_revision
        """;

    /// <summary>The version of a unit that is live at a revision (null: now), or null.</summary>
    public static TranslationUnit? Find(SqliteConnection connection, long tenant, long unit, long? asOf)
    {
        const string now = $"SELECT {Columns} FROM units u {Joins} WHERE u.tenant = @tenant AND u.unit = @unit AND u.to_revision IS NULL ORDER BY v.ordinal";
        const string then =
            $"""
            SELECT {Columns} FROM units u {Joins}
            WHERE u.tenant = @tenant AND u.unit = @unit AND u.from_revision <= @asOf AND (u.to_revision IS NULL OR u.to_revision > @asOf)
            ORDER BY v.ordinal
            """;
        return Assemble(connection.Query<UnitRow>(asOf is null ? now : then, new { tenant, unit, asOf })).SingleOrDefault();
    }

    /// <summary>The live units of a document, in order of number.</summary>
    public static List<TranslationUnit> OfDocument(SqliteConnection connection, long tenant, string document)
    {
        const string sql =
            $"""
            SELECT {Columns} FROM units u INDEXED BY units_by_document {Joins}
            WHERE u.tenant = @tenant AND u.document = @document AND u.to_revision IS NULL
            ORDER BY u.unit, v.ordinal
            """;
        return Assemble(connection.Query<UnitRow>(sql, new { tenant, document }));
    }

    /// <summary>At most <paramref name="limit"/> units of a memory at a revision, in order of number, after <paramref name="after"/>.</summary>
    public static List<TranslationUnit> ReadPage(
        SqliteConnection connection, long tenant, string memory, long asOf, long after, int limit)
    {
        const string sql =
            $"""
            SELECT {Columns}
            FROM (SELECT * FROM units INDEXED BY units_by_memory
                  WHERE tenant = @tenant AND memory = (SELECT memory FROM memories WHERE tenant = @tenant AND id = @memory)
                    AND unit > @after AND from_revision <= @asOf AND (to_revision IS NULL OR to_revision > @asOf)
                  ORDER BY unit LIMIT @limit) u
            {Joins}
            ORDER BY u.unit, v.ordinal
            """;
        return Assemble(connection.Query<UnitRow>(sql, new { tenant, memory, asOf, after, limit }));
    }

    /// <summary>The numbers of the live units of a memory.</summary>
    public static List<long> NumbersOfMemory(SqliteConnection connection, long tenant, long memory) => connection
        .Query<long>(
            "SELECT unit FROM units INDEXED BY units_by_memory WHERE tenant = @tenant AND memory = @memory AND to_revision IS NULL", new { tenant, memory })
        .ToList();

    /// <summary>At most <paramref name="limit"/> changes of units up to a revision, after the place where the last page ended.</summary>
    public static List<UnitChange> ReadChanges(
        SqliteConnection connection, long tenant, long afterRevision, long afterUnit, long upTo, int limit)
    {
        const string sql =
            """
            SELECT c.revision AS Revision, c.unit AS Unit, m.id AS Memory, c.ended AS Ended
            FROM (
              SELECT from_revision AS revision, unit, memory, 0 AS ended FROM units INDEXED BY units_by_start
              WHERE tenant = @tenant AND (from_revision, unit) > (@afterRevision, @afterUnit) AND from_revision <= @upTo
              UNION ALL
              SELECT e.to_revision, e.unit, e.memory, 1 FROM units e INDEXED BY units_by_end
              WHERE e.tenant = @tenant AND (e.to_revision, e.unit) > (@afterRevision, @afterUnit) AND e.to_revision <= @upTo
                AND NOT EXISTS (SELECT 1 FROM units n WHERE n.tenant = e.tenant AND n.unit = e.unit AND n.from_revision = e.to_revision)
              ORDER BY 1, 2 LIMIT @limit) c
            JOIN memories m ON m.tenant = @tenant AND m.memory = c.memory
            ORDER BY c.revision, c.unit
            """;
        var changes = connection.Query<ChangeRow>(sql, new { tenant, afterRevision, afterUnit, upTo, limit }).AsList();
        if (changes.Count == 0)
        {
            return [];
        }

        var (from, to) = (changes[0], changes[^1]);
        var units = UnitVersionReader.ReadBegun(connection, tenant, new VersionKey(from.Unit, from.Revision), new VersionKey(to.Unit, to.Revision))
            .ToDictionary(u => (u.Revision, u.Id));
        return changes.ConvertAll(c => c.ToChange(units));
    }

    private static List<TranslationUnit> Assemble(IEnumerable<UnitRow> rows)
    {
        var units = new List<TranslationUnit>();
        var variants = new List<Variant>();
        var form = new CanonicalBytes();
        UnitRow? first = null;
        foreach (var row in rows)
        {
            if (first is not null && (row.Unit != first.Unit || row.FromRevision != first.FromRevision))
            {
                units.Add(Complete(first, variants, form));
                first = null;
            }

            first ??= row;
            variants.Add(row.ToVariant());
        }

        if (first is not null)
        {
            units.Add(Complete(first, variants, form));
        }

        return units;
    }

    /// <summary>The unit of a row with its variants, which are then forgotten. Throws where they do not agree with the checksum.</summary>
    internal static TranslationUnit Complete(UnitRow row, List<Variant> variants, CanonicalBytes form)
    {
        var unit = row.ToUnit() with { Variants = [.. variants] };
        variants.Clear();
        CanonicalForm.Write(form, unit);
        return form.Checksum() == row.Checksum
            ? unit
            : throw new StoredValueException($"Unit {unit.Id} of revision {unit.Revision} does not agree with its checksum.");
    }
}
