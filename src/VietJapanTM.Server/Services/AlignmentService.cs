using Grpc.Core;
using VietJapanTM.Alignment;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;
using VietJapanTM.Text.Mending;
using VietJapanTM.Text.Preparation;
using VietJapanTM.Text.Segmentation;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Services;

/// <summary>vietjapantm.v1alpha1.Alignment.</summary>
internal sealed class AlignmentService(TranslationWorkspace workspace) : Wire.Alignment.AlignmentBase
{
    /// <inheritdoc/>
    public override Task<Wire.SegmentResponse> Segment(Wire.SegmentRequest request, ServerCallContext context)
    {
        var (language, text) = Read(request.Content, "content", Segmentable);
        var prepared = TextPreparation.Prepare(language, text, Mending(request.Mend, request.MendKinds));
        return Task.FromResult(new Wire.SegmentResponse { Segments = { prepared.ToWireSegments() } });
    }

    /// <inheritdoc/>
    public override Task<Wire.MendResponse> Mend(Wire.MendRequest request, ServerCallContext context)
    {
        var (language, text) = Read(request.Content, "content", Mendable);
        var mended = Mender.Mend(text, language, new MendingOptions { Kinds = MendKindNames.Parse(request.Kinds, "kinds") });
        return Task.FromResult(new Wire.MendResponse { Text = mended.Text, Edits = { mended.Edits.Select(e => e.ToWire()) } });
    }

    /// <inheritdoc/>
    public override Task<Wire.AlignResponse> Align(Wire.AlignRequest request, ServerCallContext context)
    {
        var texts = ReadTexts(request.Texts, request.Segmented ? null : Segmentable);
        var mending = Mending(request.Mend, request.MendKinds);
        var prepared = texts
            .Select(t => request.Segmented ? TextPreparation.FromLines(t.Language, t.Text) : TextPreparation.Prepare(t.Language, t.Text, mending))
            .ToList();
        var alignment = workspace.Align([.. prepared.Select(p => AlignmentSide.Of(p.ToDocumentText()))], context.CancellationToken);
        return Task.FromResult(new Wire.AlignResponse
        {
            Texts = { prepared.Select(p => p.ToWire()) },
            Pairs = { alignment.Pairs.Select(p => p.ToWire()) },
            Chain = { alignment.Chain.Select(l => l.ToWire()) },
        });
    }

    /// <inheritdoc/>
    public override async Task<Wire.Document> AlignDocument(Wire.AlignDocumentRequest request, ServerCallContext context)
    {
        var id = ResourceIds.Require(request.DocumentId, "document_id");
        var change = WriteRequests.Begin(request.Author, "Align document", request.RequestId, nameof(AlignDocument), request);
        var aligned = workspace.Align(
            new DocumentRequest
            {
                Id = id,
                MemoryId = ResourceName.ParseMemory(request.Memory, "memory"),
                DisplayName = TextRules.Require(request.DisplayName, "display_name", allowEmpty: true),
                Texts = ReadTexts(request.Texts, Segmentable),
                Mend = Mending(request.Mend, request.MendKinds),
            },
            context.CancellationToken);
        await workspace.CommitAsync(
            change with { Operations = aligned.ToOperations(createOnly: true) },
            context.CancellationToken).ConfigureAwait(false);
        return Find(id).ToWire();
    }

    /// <inheritdoc/>
    public override Task<Wire.Document> GetDocument(Wire.GetDocumentRequest request, ServerCallContext context) =>
        Task.FromResult(Find(ResourceName.ParseDocument(request.Name, "name")).ToWire());

    /// <inheritdoc/>
    public override Task<Wire.ListDocumentsResponse> ListDocuments(Wire.ListDocumentsRequest request, ServerCallContext context)
    {
        var page = Page.Parse(request.PageSize, request.PageToken);
        var (documents, next) = page.Cut(workspace.Store.ListDocuments(Tenants.Default, page.After, page.Size + 1), d => d.Id);
        return Task.FromResult(new Wire.ListDocumentsResponse { Documents = { documents.Select(d => d.ToWire()) }, NextPageToken = next });
    }

    private Document Find(string id) =>
        workspace.Store.FindDocument(Tenants.Default, id)
        ?? throw new DomainException(ErrorCode.DocumentNotFound, $"There is no document '{id}'.", "name");

    private static List<(LanguageTag Language, string Text)> ReadTexts(IReadOnlyList<Wire.LanguageText> texts, Action<LanguageTag>? support)
    {
        if (texts.Count is < 2 or > MultilingualAligner.MaxLanguages)
        {
            throw new DomainException(
                ErrorCode.ArgumentInvalid,
                $"texts has {texts.Count} entries. Send 2 to {MultilingualAligner.MaxLanguages}, each in a language of its own.",
                "texts");
        }

        var read = texts.Select((t, i) => Read(t, $"texts[{i}]", support)).ToList();
        var twice = read.GroupBy(t => t.Language).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? read
            : throw new DomainException(ErrorCode.ArgumentInvalid, $"texts has two entries in '{twice.Key}'.", "texts");
    }

    private static (LanguageTag Language, string Text) Read(Wire.LanguageText? text, string field, Action<LanguageTag>? support) => text is null
        ? throw new DomainException(ErrorCode.TextEmpty, $"{field} is missing. Send a text and its language.", field)
        : (Languages.Parse(text.LanguageCode, $"{field}.language_code", support), TextRules.Require(text.Text, $"{field}.text", TextRules.MaxTextLength));

    private static void Segmentable(LanguageTag language) => SegmentationRules.Shipped.For(language);

    /// <summary>What is mended; nothing unless the request asks for it, by the flag or by naming kinds.</summary>
    private static MendKind Mending(bool mend, IReadOnlyCollection<string> kinds) =>
        mend || kinds.Count > 0 ? MendKindNames.Parse(kinds, "mend_kinds") : MendKind.None;

    private static void Mendable(LanguageTag language)
    {
        if (!Mender.Languages.Any(l => l.Covers(language)))
        {
            throw new DomainException(
                ErrorCode.LanguageUnsupported, $"Texts in '{language}' cannot be mended. Send one in {string.Join(", ", Mender.Languages)}.");
        }
    }
}
