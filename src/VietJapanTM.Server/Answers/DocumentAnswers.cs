using System.Collections.Immutable;
using VietJapanTM.Alignment.Review;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Answers;

/// <summary>Answers about documents, for the service and for commands that open a store themselves.</summary>
internal static class DocumentAnswers
{
    public static async Task<Wire.Document> AlignDocumentAsync(
        TranslationWorkspace workspace, Wire.AlignDocumentRequest request, CancellationToken cancellationToken)
    {
        var id = ResourceIds.Require(request.DocumentId, "document_id");
        var rules = AlignmentRequests.ReadRules(request.SegmentationRules);
        var memory = ResourceName.ParseMemory(request.Memory, "memory");
        var change = WriteRequests.Begin(request.Author, $"Align document {id}, memory {memory}", request.RequestId, "AlignDocument", request);
        var aligned = workspace.Align(
            new DocumentRequest
            {
                Id = id,
                MemoryId = memory,
                DisplayName = TextRules.Require(request.DisplayName, "display_name", allowEmpty: true),
                Texts = AlignmentRequests.ReadTexts(request.Texts, AlignmentRequests.SegmentableBy(rules)),
                Mend = AlignmentRequests.Mending(request.Mend, request.MendKinds),
                Rules = rules,
            },
            cancellationToken);
        TextRules.RequireSegments(aligned.Document.Texts);
        if (request.RefuseMismatches && aligned.IsMismatched)
        {
            var why = aligned.Doubts.Select(NoticeMapping.ToSentence).Concat(aligned.Mismatches.Select(NoticeMapping.ToSentence));
            throw new DomainException(ErrorCode.TextsMismatched, string.Join(" ", why), "texts");
        }

        var operations = aligned.ToOperations(createOnly: !request.Replace);
        if (request.Replace && workspace.Store.FindDocument(Tenants.Default, id) is not null)
        {
            // The units of the old version go with it; those that are the same again are written anew.
            operations = operations.Prepend(new ChangeOperation.DeleteDocument(id));
        }

        if (request.CreateMemory)
        {
            var made = new Memory { Id = memory, DisplayName = memory, CreateTime = workspace.TimeProvider.GetUtcNow() };
            operations = operations.Prepend(new ChangeOperation.PutMemory(made, KeepExisting: true));
        }

        await workspace.CommitAsync(change with { Operations = operations }, cancellationToken).ConfigureAwait(false);
        var stored = Find(workspace, id).ToWire();
        stored.Notices.Add(NoticeMapping.Of(rules, [.. aligned.Document.Texts.Select(t => t.Language)]));
        stored.Notices.Add(NoticeMapping.Of(aligned.Doubts, aligned.Mismatches, aligned.MissingParts));
        return stored;
    }

    public static async Task<Wire.Document> ReviewBeadsAsync(
        TranslationWorkspace workspace, Wire.ReviewBeadsRequest request, CancellationToken cancellationToken)
    {
        var id = ResourceName.ParseDocument(request.Name, "name");
        var source = Languages.Parse(request.SourceLanguageCode, "source_language_code");
        var target = Languages.Parse(request.TargetLanguageCode, "target_language_code");
        var change = WriteRequests.Begin(request.Author, $"Review document {id}, {source}-{target}", request.RequestId, "ReviewBeads", request);
        var document = Find(workspace, id);
        var actions = ReviewMapping.Read(request.Actions);

        // A retry of a review that was made finds a newer document and must still be answered: the store knows it by its identifier. So
        // whoever comes too late is refused by the store, not here.
        var seen = document.Revision == request.Revision
            ? document
            : workspace.Store.FindDocument(Tenants.Default, id, AsOf(workspace, request.Revision)) ?? document;
        var revision = request.Revision;
        if (seen.Revision != document.Revision && IsUntouched(seen, document, source, target))
        {
            // Reviewers of different pairs do not stand in one another's way.
            (seen, revision) = (document, document.Revision);
        }

        var reviewed = DocumentReview.Apply(seen, source, target, actions) with { Revision = revision };
        var operations = DocumentReview.ToOperations(seen, reviewed, workspace.Store.ListUnitsOfDocument(Tenants.Default, id));
        await workspace.CommitAsync(change with { Operations = operations }, cancellationToken).ConfigureAwait(false);
        return Find(workspace, id).ToWire();
    }

    public static Wire.Document GetDocument(TranslationWorkspace workspace, Wire.GetDocumentRequest request) =>
        Find(workspace, ResourceName.ParseDocument(request.Name, "name")).ToWire();

    public static async Task<Wire.DeleteDocumentResponse> DeleteDocumentAsync(TranslationWorkspace workspace, Wire.DeleteDocumentRequest request, CancellationToken cancellationToken)
    {
        var id = ResourceName.ParseDocument(request.Name, "name");
        var reason = request.Reason.Length > 0 ? request.Reason : $"Delete document {id}";
        var change = WriteRequests.Begin(request.Author, reason, request.RequestId, "DeleteDocument", request);
        var result = await workspace.CommitAsync(change with { Operations = [new ChangeOperation.DeleteDocument(id)] }, cancellationToken).ConfigureAwait(false);
        return new Wire.DeleteDocumentResponse { Revision = result.ChangeSet.Revision };
    }

    public static Wire.ListDocumentsResponse ListDocuments(TranslationWorkspace workspace, Wire.ListDocumentsRequest request)
    {
        var page = Page.Parse(request.PageSize, request.PageToken);
        var memory = request.Memory.Length == 0 ? null : ResourceName.ParseMemory(request.Memory, "memory");
        if (memory is not null && workspace.Store.FindMemory(Tenants.Default, memory) is null)
        {
            throw new DomainException(ErrorCode.MemoryNotFound, $"There is no memory '{memory}'.", "memory");
        }

        var (documents, next) = page.Cut(workspace.Store.ListDocuments(Tenants.Default, page.After, page.Size + 1, memory), d => d.Id);
        return new Wire.ListDocumentsResponse { Documents = { documents.Select(d => d.ToWireHead()) }, NextPageToken = next };
    }

    private static long AsOf(TranslationWorkspace workspace, long revision)
    {
        var newest = workspace.Store.GetRevision(Tenants.Default);
        return revision >= 1 && revision <= newest
            ? revision
            : throw new DomainException(
                ErrorCode.ArgumentInvalid, $"revision is {revision}, and the store is at {newest}. Send the revision of the document that was reviewed.", "revision");
    }

    /// <summary>Is a pair still as it was seen, in a document that was not aligned anew?</summary>
    private static bool IsUntouched(Document seen, Document now, LanguageTag source, LanguageTag target)
    {
        ImmutableArray<Bead>? Beads(Document document) => document.Pairs.FirstOrDefault(p => p.Source == source && p.Target == target)?.Beads;
        return seen.CreateTime == now.CreateTime && Beads(seen) is { } before && Beads(now) is { } after && before.SequenceEqual(after);
    }

    private static Document Find(TranslationWorkspace workspace, string id) =>
        workspace.Store.FindDocument(Tenants.Default, id)
        ?? throw new DomainException(ErrorCode.DocumentNotFound, $"There is no document '{id}'.", "name");
}
