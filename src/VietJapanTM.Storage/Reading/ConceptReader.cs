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
        SELECT concept AS Concept, from_revision AS FromRevision, section AS Section, language AS Language, definition AS Definition,
               definition_source AS DefinitionSource, note AS Note
        FROM concept_languages
        """;

    private const string Terms =
        """
        SELECT concept AS Concept, from_revision AS FromRevision, section AS Section, text AS Text, id AS Id, status AS Status, part_of_speech AS PartOfSpeech,
               gender AS Gender, number AS Number, type AS Type, case_rule AS CaseRule, full_form AS FullForm, forms AS Forms,
               context AS Context, context_source AS ContextSource, source AS Source, reliability AS Reliability,
               geographical_usage AS GeographicalUsage, note AS Note, approval AS Approval, customer AS Customer, project AS Project,
               location AS Location, needs_neighbour AS NeedsNeighbour, related AS Related, external_references AS ExternalReferences, transactions AS Transactions
        FROM terms
        """;

    /// <summary>The version that is live at a revision, or null.</summary>
    public static Concept? Find(SqliteConnection connection, long tenant, string id, long asOf)
    {
        var heads = connection.Query<ConceptRow>($"{Heads} WHERE tenant = @tenant AND concept = @id AND {Live}", new { tenant, id, asOf });
        return Complete(connection, tenant, heads.AsList()).SingleOrDefault();
    }

    /// <summary>Concepts in order of their id.</summary>
    public static IReadOnlyList<Concept> List(SqliteConnection connection, long tenant, string after, int limit, long asOf)
    {
        var heads = connection.Query<ConceptRow>(
            $"{Heads} WHERE tenant = @tenant AND concept > @after AND {Live} ORDER BY concept LIMIT @limit",
            new { tenant, after, asOf, limit });
        return Complete(connection, tenant, heads.AsList());
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

    private static List<Concept> Complete(SqliteConnection connection, long tenant, List<ConceptRow> heads)
    {
        if (heads.Count == 0)
        {
            return [];
        }

        // Rows of other versions between the first and the last id are read too and left aside: few, and cheaper than a query a concept.
        const string between = "WHERE tenant = @tenant AND concept BETWEEN @first AND @last";
        var bounds = new { tenant, first = heads[0].Id, last = heads[^1].Id };
        var sections = connection
            .Query<SectionRow>($"{Sections} {between} ORDER BY concept, from_revision, section", bounds)
            .ToLookup(s => (s.Concept, s.FromRevision));
        var terms = connection
            .Query<TermRow>($"{Terms} {between} ORDER BY concept, from_revision, section, ordinal", bounds)
            .ToLookup(t => (t.Concept, t.FromRevision, t.Section));
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
