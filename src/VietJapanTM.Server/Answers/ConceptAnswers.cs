using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Answers;

/// <summary>Answers to requests that read and write concepts, for the service and for commands that open a store themselves.</summary>
internal static class ConceptAnswers
{
    private const int MaxIdLength = 200;

    public static Wire.Concept Get(TranslationWorkspace workspace, Wire.GetConceptRequest request)
    {
        var concept = Find(workspace, ResourceName.ParseConcept(request.Name, "name"));
        return concept.ToWire(workspace.Store.FindChangeSet(Tenants.Default, concept.Revision));
    }

    public static Wire.ListConceptsResponse List(TranslationWorkspace workspace, Wire.ListConceptsRequest request)
    {
        var page = RevisionPage.Parse(request.PageSize, request.PageToken, request.Revision, () => workspace.Store.GetRevision(Tenants.Default));
        var states = Approvals.Read(request.ApprovalStates, ApprovalSet.All);
        var (concepts, next) = page.Cut(
            workspace.Store.ListConcepts(Tenants.Default, page.After, page.Size + 1, page.Revision), concept => concept.Id);
        var changeSets = new Dictionary<long, ChangeSet?>();
        ChangeSet? Of(long revision) => changeSets.TryGetValue(revision, out var known)
            ? known
            : changeSets[revision] = workspace.Store.FindChangeSet(Tenants.Default, revision);
        return new Wire.ListConceptsResponse
        {
            // A concept that is approved may hold terms that are not: it is shown whole where any of it is asked for.
            Concepts = { concepts.Where(concept => states.Of(concept) is not null).Select(concept => concept.ToWire(Of(concept.Revision))) },
            NextPageToken = next,
            Revision = page.Revision,
        };
    }

    public static async Task<Wire.Concept> CreateAsync(
        TranslationWorkspace workspace, Wire.CreateConceptRequest request, CancellationToken cancellationToken)
    {
        var concept = request.Concept.ToModel(RequireId(request.ConceptId), ApprovalState.Proposed);
        RequireTerm(concept);
        RequireOthers(concept.Id, concept.Related);
        return await WriteAsync(
            workspace,
            concept.Id,
            WriteRequests.Begin(request.Author, request.Reason, request.RequestId, "CreateConcept", request) with
            {
                Operations = [new ChangeOperation.PutConcept(concept, CreateOnly: true, RelatedExist: true)],
            },
            cancellationToken).ConfigureAwait(false);
    }

    public static async Task<Wire.Concept> UpdateAsync(
        TranslationWorkspace workspace, Wire.UpdateConceptRequest request, CancellationToken cancellationToken)
    {
        var id = ResourceName.ParseConcept(request.Concept?.Name ?? "", "concept.name");
        var sent = request.Concept.ToModel(id, ApprovalState.Approved);
        var paths = ConceptMask.Read(request.UpdateMask, request.Concept!);
        var edit = ConceptMask.ToEdit(paths, sent);
        if (paths.Contains("related"))
        {
            RequireOthers(id, sent.Related);
        }

        return await WriteAsync(
            workspace,
            id,
            WriteRequests.Begin(request.Author, request.Reason, request.RequestId, "UpdateConcept", request) with
            {
                Operations =
                [
                    new ChangeOperation.EditConcept(id, live => RequireTerm(edit(live)), Etags.Parse(request.Concept!.Etag, "concept.etag"), RelatedExist: true),
                ],
            },
            cancellationToken).ConfigureAwait(false);
    }

    public static async Task<Wire.DeleteConceptResponse> DeleteAsync(
        TranslationWorkspace workspace, Wire.DeleteConceptRequest request, CancellationToken cancellationToken)
    {
        var id = ResourceName.ParseConcept(request.Name, "name");
        var result = await workspace.CommitAsync(
            WriteRequests.Begin(request.Author, request.Reason, request.RequestId, "DeleteConcept", request) with
            {
                Operations = [new ChangeOperation.DeleteConcept(id, Etags.Parse(request.Etag, "etag"))],
            },
            cancellationToken).ConfigureAwait(false);
        return new Wire.DeleteConceptResponse { Revision = result.ChangeSet.Revision };
    }

    public static Wire.ConceptHistoryResponse History(TranslationWorkspace workspace, Wire.ConceptHistoryRequest request)
    {
        var id = ResourceName.ParseConcept(request.Name, "name");
        var page = Page.Parse(request.PageSize, request.PageToken);
        var (steps, next) = page.Cut(
            workspace.Store.ListConceptSteps(Tenants.Default, id, page.BeforeRevision, page.Size + 1), step => Page.Of(step.ChangeSet.Revision));
        return steps.Count > 0 || page.After is not null
            ? new Wire.ConceptHistoryResponse { Steps = { steps.Select(step => step.ToWire()) }, NextPageToken = next }
            : throw NotFound(id);
    }

    /// <summary>Commits, and answers with the version of that moment, so that a retry hears the same however much has happened since.</summary>
    private static async Task<Wire.Concept> WriteAsync(TranslationWorkspace workspace, string id, Change change, CancellationToken cancellationToken)
    {
        var result = await workspace.CommitAsync(change, cancellationToken).ConfigureAwait(false);
        var concept = workspace.Store.FindConcept(Tenants.Default, id, result.ChangeSet.Revision) ?? throw NotFound(id);
        return concept.ToWire(workspace.Store.FindChangeSet(Tenants.Default, concept.Revision));
    }

    private static Concept Find(TranslationWorkspace workspace, string id) =>
        workspace.Store.FindConcept(Tenants.Default, id) ?? throw NotFound(id);

    private static DomainException NotFound(string id) => new(ErrorCode.ConceptNotFound, $"There is no concept '{id}'.", "name");

    /// <summary>Refuses a reference to the concept itself; those to nothing the store refuses. Concepts may name each other: a relation counts both ways.</summary>
    private static void RequireOthers(string id, ImmutableArray<string> related)
    {
        if (related.IndexOf(id) is >= 0 and var i)
        {
            throw new DomainException(
                ErrorCode.ArgumentInvalid, $"concept.related[{i}] names the concept itself. Leave the reference out.", $"concept.related[{i}]");
        }
    }

    private static string RequireId(string id) =>
        id.Length is > 0 and <= MaxIdLength && char.IsAsciiLetter(id[0]) && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? id
            : throw new DomainException(
                ErrorCode.ArgumentInvalid,
                $"concept_id must be 1 to {MaxIdLength} letters, digits, '-', '_' and '.', a letter first.",
                "concept_id");

    private static Concept RequireTerm(Concept concept) => concept.Languages.Any(section => !section.Terms.IsEmpty)
        ? concept
        : throw new DomainException(ErrorCode.ArgumentInvalid, "The concept would hold no term. Send at least one.", "concept.languages");
}
