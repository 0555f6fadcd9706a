using System.Collections.Immutable;
using Dapper;
using Microsoft.Data.Sqlite;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Storage.Encoding;
using VietJapanTM.Storage.Reading;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Writing;

/// <summary>Writes and ends versions of concepts.</summary>
internal sealed class ConceptWriter(SqliteConnection connection)
{
    private readonly CanonicalBytes _form = new();
    private readonly CanonicalBytes _other = new();

    /// <summary>Writes a concept unless it is as it was.</summary>
    /// <exception cref="DomainException">RevisionStale, AlreadyExists, ArgumentInvalid, TextMalformed.</exception>
    public void Put(ChangeScope scope, ChangeOperation.PutConcept put)
    {
        var concept = put.Concept;
        Inputs.Check(concept);
        var live = Live(scope, concept.Id);
        if (live is not null && put.CreateOnly)
        {
            throw new DomainException(ErrorCode.AlreadyExists, $"There is a concept '{concept.Id}' already.", "concept_id") { Details = live };
        }

        Expect(concept.Id, live, put.ExpectedRevision);
        if (put.RelatedExist)
        {
            RequireRelated(scope, live, concept);
        }

        Write(scope, live, concept);
    }

    /// <summary>Changes the live version of a concept.</summary>
    /// <exception cref="DomainException">ConceptNotFound, RevisionStale, and what the edit throws.</exception>
    public void Edit(ChangeScope scope, ChangeOperation.EditConcept edit)
    {
        var live = Require(scope, edit.ConceptId);
        Expect(edit.ConceptId, live, edit.ExpectedRevision);
        var edited = edit.Edit(live);
        Inputs.Check(edited);
        if (!string.Equals(edited.Id, edit.ConceptId, StringComparison.Ordinal))
        {
            throw new ArgumentException("An edit must keep the id of its concept.", nameof(edit));
        }

        if (edit.RelatedExist)
        {
            RequireRelated(scope, live, edited);
        }

        Write(scope, live, edited);
    }

    /// <summary>Ends a concept.</summary>
    /// <exception cref="DomainException">ConceptNotFound, RevisionStale.</exception>
    public void Delete(ChangeScope scope, string id, long? expectedRevision)
    {
        var live = Require(scope, id);
        Expect(id, live, expectedRevision);
        End(scope, id);
        scope.Written++;
    }

    /// <summary>The live version, or null.</summary>
    public Concept? Live(ChangeScope scope, string id) => ConceptReader.Find(connection, scope.Tenant, id, long.MaxValue);

    /// <summary>Makes a concept what an earlier version says, or ends it where there is none.</summary>
    public void Restore(ChangeScope scope, string id, Concept? version)
    {
        if (version is not null)
        {
            Write(scope, Live(scope, id), version);
        }
        else
        {
            End(scope, id);
            scope.Written++;
        }
    }

    /// <summary>Are two versions the same but for their revisions?</summary>
    public bool AreSame(Concept one, Concept other)
    {
        CanonicalForm.Write(_form, one);
        CanonicalForm.Write(_other, other with { Revision = one.Revision });
        return _form.Written.SequenceEqual(_other.Written);
    }

    /// <summary>
    /// Refuses new references to nothing, within the transaction, so that nobody deletes the concept meanwhile. One that stood there before is left
    /// alone: whoever deletes a concept does not keep others from being edited.
    /// </summary>
    private void RequireRelated(ChangeScope scope, Concept? live, Concept concept)
    {
        for (var i = 0; i < concept.Related.Length; i++)
        {
            var id = concept.Related[i];
            if (live?.Related.Contains(id) != true && id != concept.Id && Live(scope, id) is null)
            {
                throw new DomainException(
                    ErrorCode.ArgumentInvalid,
                    $"concept.related[{i}] names '{id}', which is no concept. Leave the reference out, or create that concept first.",
                    $"concept.related[{i}]");
            }
        }
    }

    private Concept Require(ChangeScope scope, string id) =>
        Live(scope, id)
        ?? throw new DomainException(ErrorCode.ConceptNotFound, $"There is no concept '{(id.Length <= 63 ? id : id[..63] + "…")}'.", "concept");

    private void Write(ChangeScope scope, Concept? live, Concept concept)
    {
        var version = concept with { Revision = scope.Revision };
        CanonicalForm.Write(_form, version);
        if (live is not null)
        {
            CanonicalForm.Write(_other, live with { Revision = scope.Revision });
            if (_form.Written.SequenceEqual(_other.Written))
            {
                return;
            }

            End(scope, concept.Id);
        }

        Insert(scope, version, _form.Checksum());
        scope.Written++;
    }

    private static void Expect(string id, Concept? live, long? expected)
    {
        if (expected is { } revision && revision != (live?.Revision ?? 0))
        {
            throw new DomainException(
                ErrorCode.RevisionStale,
                live is null
                    ? $"Concept '{id}' is gone or was never there. Read it again."
                    : $"Concept '{id}' was changed meanwhile: its revision is {live.Revision}, not {revision}. Read it again and repeat the change.",
                "concept.etag")
            {
                Details = live,
            };
        }
    }

    private void End(ChangeScope scope, string id) => connection.Execute(
        """
        DELETE FROM concepts WHERE tenant = @Tenant AND concept = @id AND to_revision IS NULL AND from_revision = @Revision;
        UPDATE concepts SET to_revision = @Revision WHERE tenant = @Tenant AND concept = @id AND to_revision IS NULL
        """,
        new { scope.Tenant, scope.Revision, id });

    private void Insert(ChangeScope scope, Concept concept, long checksum)
    {
        connection.Execute(
            """
            INSERT INTO concepts (tenant, concept, from_revision, subject_field, definition, definition_source, note, source, related, examples,
                                  approval, external_references, transactions, checksum)
            VALUES (@Tenant, @Id, @Revision, @SubjectField, @Definition, @DefinitionSource, @Note, @Source, @related, @examples,
                    @approval, @references, @transactions, @checksum)
            """,
            new
            {
                scope.Tenant,
                concept.Id,
                scope.Revision,
                concept.SubjectField,
                concept.Definition,
                concept.DefinitionSource,
                concept.Note,
                concept.Source,
                related = StoredJson.OfStrings(concept.Related),
                examples = StoredJson.OfExamples(concept.Examples),
                approval = (int)concept.Approval,
                references = StoredJson.OfReferences(concept.ExternalReferences),
                transactions = StoredJson.OfTransactions(concept.Transactions),
                checksum,
            });
        for (var section = 0; section < concept.Languages.Length; section++)
        {
            Insert(scope, concept.Id, section, concept.Languages[section]);
        }
    }

    private void Insert(ChangeScope scope, string concept, int section, LanguageSection content)
    {
        connection.Execute(
            """
            INSERT INTO concept_languages (tenant, concept, from_revision, section, language, definition, definition_source, note)
            VALUES (@Tenant, @concept, @Revision, @section, @language, @Definition, @DefinitionSource, @Note)
            """,
            new
            {
                scope.Tenant,
                concept,
                scope.Revision,
                section,
                language = content.Language.Value,
                content.Definition,
                content.DefinitionSource,
                content.Note,
            });
        InsertTerms(scope, concept, section, content.Terms);
    }

    private void InsertTerms(ChangeScope scope, string concept, int section, ImmutableArray<Term> terms) =>
        connection.Execute(
            """
            INSERT INTO terms (tenant, concept, from_revision, section, ordinal, text, id, status, part_of_speech, gender, number, type,
                               case_rule, full_form, forms, context, context_source, source, reliability, geographical_usage, note,
                               approval, customer, project, location, needs_neighbour, related, external_references, transactions)
            VALUES (@Tenant, @concept, @Revision, @section, @ordinal, @Text, @Id, @status, @pos, @gender, @number, @type,
                    @caseRule, @FullForm, @forms, @Context, @ContextSource, @Source, @Reliability, @GeographicalUsage, @Note,
                    @approval, @Customer, @Project, @Location, @NeedsNeighbour, @related, @references, @transactions)
            """,
            terms.Select((term, ordinal) => new
            {
                scope.Tenant,
                concept,
                scope.Revision,
                section,
                ordinal,
                term.Text,
                term.Id,
                status = (int)term.Status,
                pos = (int)term.PartOfSpeech,
                gender = (int)term.Gender,
                number = (int)term.Number,
                type = (int)term.Type,
                caseRule = (int)term.CaseRule,
                term.FullForm,
                forms = StoredJson.OfStrings(term.Forms),
                term.Context,
                term.ContextSource,
                term.Source,
                term.Reliability,
                term.GeographicalUsage,
                term.Note,
                approval = (int)term.Approval,
                term.Customer,
                term.Project,
                term.Location,
                term.NeedsNeighbour,
                related = StoredJson.OfStrings(term.Related),
                references = StoredJson.OfReferences(term.ExternalReferences),
                transactions = StoredJson.OfTransactions(term.Transactions),
            }));
}
