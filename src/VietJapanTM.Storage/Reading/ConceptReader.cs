using Dapper;
using Microsoft.Data.Sqlite;
using VietJapanTM.Model;
using VietJapanTM.Storage.Encoding;
using VietJapanTM.Storage.Failures;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Reading;

/// <summary>Reads concepts with their terms; each is held against its checksum.</summary>
internal static class ConceptReader
{
    private const string Heads =
        """
        SELECT concept AS Id, from_revision AS Revision, subject_field AS SubjectField, definition AS Definition,
               definition_source AS DefinitionSource, note AS Note, source AS Source, related AS Related, examples AS Examples,
               approval AS Approval, external_references AS ExternalReferences, transactions AS Transactions, checksum AS Checksum
        FROM concepts
        """;

    private const string Live = "from_revision <= @asOf AND (to_revision IS NULL OR to_revision > @asOf)";

    private const string Sections =
        """
        SELECT r.concept AS Concept, r.from_revision AS FromRevision, r.section AS Section, r.language AS Language,
               r.definition AS Definition, r.definition_source AS DefinitionSource, r.note AS Note
        FROM concepts c CROSS JOIN concept_languages r
        """;

    private const string Terms =
        """
        SELECT r.concept AS Concept, r.from_revision AS FromRevision, r.section AS Section, r.text AS Text, r.id AS Id, r.status AS Status, r.part_of_speech AS PartOfSpeech,
               r.gender AS Gender, r.number AS Number, r.type AS Type, r.case_rule AS CaseRule, r.full_form AS FullForm, r.forms AS Forms,
               r.context AS Context, r.context_source AS ContextSource, r.source AS Source, r.reliability AS Reliability,
               r.geographical_usage AS GeographicalUsage, r.note AS Note, r.approval AS Approval, r.customer AS Customer, r.project AS Project,
               r.location AS Location, r.needs_neighbour AS NeedsNeighbour, r.related AS Related, r.external_references AS ExternalReferences, r.transactions AS Transactions
        FROM concepts c CROSS JOIN terms r
        """;

    /// <summary>The version that is live at a revision, or null.</summary>
    public static Concept? Find(SqliteConnection connection, long tenant, string id, long asOf)
    {
        var heads = connection.Query<ConceptRow>($"{Heads} WHERE tenant = @tenant AND concept = @id AND {Live}", new { tenant, id, asOf });
        return Complete(connection, tenant, heads.AsList(), asOf).SingleOrDefault();
    }

    /// <summary>Concepts in order of their id.</summary>
    public static IReadOnlyList<Concept> List(SqliteConnection connection, long tenant, string after, int limit, long asOf)
    {
        var heads = connection.Query<ConceptRow>(
            $"{Heads} WHERE tenant = @tenant AND concept > @after AND {Live} ORDER BY concept LIMIT @limit",
            new { tenant, after, asOf, limit });
        return Complete(connection, tenant, heads.AsList(), asOf);
    }

    /// <summary>At most <paramref name="limit"/> changes up to a revision, after the place where the last page ended.</summary>
    public static List<ConceptChange> ReadChanges(
        SqliteConnection connection, long tenant, long afterRevision, string afterConcept, long upTo, int limit)
    {
        const string sql =
            """
            SELECT from_revision AS Revision, concept AS Id, 0 AS Ended FROM concepts INDEXED BY concepts_by_start
            WHERE tenant = @tenant AND (from_revision, concept) > (@afterRevision, @afterConcept) AND from_revision <= @upTo
            UNION ALL
            SELECT e.to_revision, e.concept, 1 FROM concepts e INDEXED BY concepts_by_end
            WHERE e.tenant = @tenant AND (e.to_revision, e.concept) > (@afterRevision, @afterConcept) AND e.to_revision <= @upTo
              AND NOT EXISTS (SELECT 1 FROM concepts n WHERE n.tenant = e.tenant AND n.concept = e.concept AND n.from_revision = e.to_revision)
            ORDER BY 1, 2 LIMIT @limit
            """;
        return connection.Query<(long Revision, string Id, bool Ended)>(sql, new { tenant, afterRevision, afterConcept, upTo, limit })
            .Select(c => new ConceptChange(
                c.Revision,
                c.Id,
                c.Ended
                    ? null
                    : Find(connection, tenant, c.Id, c.Revision)
                        ?? throw new StoredValueException($"Concept {c.Id} has no version of revision {c.Revision}.")))
            .ToList();
    }

    /// <summary>The revisions that wrote or ended a concept, newest first, before <paramref name="before"/>.</summary>
    public static List<long> Revisions(SqliteConnection connection, long tenant, string id, long before, int limit)
    {
        const string sql =
            """
            SELECT from_revision FROM concepts WHERE tenant = @tenant AND concept = @id AND from_revision < @before
            UNION
            SELECT to_revision FROM concepts WHERE tenant = @tenant AND concept = @id AND to_revision < @before
            ORDER BY 1 DESC LIMIT @limit
            """;
        return connection.Query<long>(sql, new { tenant, id, before, limit }).AsList();
    }

    private static List<Concept> Complete(SqliteConnection connection, long tenant, List<ConceptRow> heads, long asOf)
    {
        if (heads.Count == 0)
        {
            return [];
        }

        // CROSS JOIN keeps the order of the tables: a concept that was changed a thousand times has a thousand versions' rows, of which
        // only the live one's are wanted.
        const string rows =
            """
            ON r.tenant = c.tenant AND r.concept = c.concept AND r.from_revision = c.from_revision
            WHERE c.tenant = @tenant AND c.concept BETWEEN @first AND @last
              AND c.from_revision <= @asOf AND (c.to_revision IS NULL OR c.to_revision > @asOf)
            ORDER BY c.concept, c.from_revision, r.section
            """;
        var bounds = new { tenant, first = heads[0].Id, last = heads[^1].Id, asOf };
        var sections = connection.Query<SectionRow>($"{Sections} {rows}", bounds).ToLookup(s => (s.Concept, s.FromRevision));
        var terms = connection.Query<TermRow>($"{Terms} {rows}, r.ordinal", bounds).ToLookup(t => (t.Concept, t.FromRevision, t.Section));
        var form = new CanonicalBytes();
        return heads.ConvertAll(head =>
        {
            var concept = head.ToConcept() with
            {
                Languages =
                [
                    .. sections[(head.Id, head.Revision)]
                        .Select(s => s.ToSection([.. terms[(head.Id, head.Revision, s.Section)].Select(t => t.ToTerm())])),
                ],
            };
            CanonicalForm.Write(form, concept);
            return form.Checksum() == head.Checksum
                ? concept
                : throw new StoredValueException($"Concept {concept.Id} of revision {concept.Revision} does not agree with its checksum.");
        });
    }
}
