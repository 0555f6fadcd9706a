using Grpc.Core;
using VietJapanTM.Alignment;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Server.Answers;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Text.Mending;
using VietJapanTM.Text.Preparation;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Services;

/// <summary>vietjapantm.v1alpha1.Alignment.</summary>
internal sealed class AlignmentService(TranslationWorkspace workspace, LargeTextGate gate) : Wire.Alignment.AlignmentBase
{
    /// <inheritdoc/>
    public override async Task<Wire.SegmentResponse> Segment(Wire.SegmentRequest request, ServerCallContext context)
    {
        using var place = await EnterAsync(context, request.Content).ConfigureAwait(false);
        var rules = AlignmentRequests.ReadRules(request.SegmentationRules);
        var (language, text) = AlignmentRequests.Read(request.Content, "content", AlignmentRequests.SegmentableBy(rules));
        var prepared = TextPreparation.Prepare(language, text, AlignmentRequests.Mending(request.Mend, request.MendKinds), rules).ToWire();
        return new Wire.SegmentResponse { Segments = { prepared.Segments }, MendEdits = { prepared.MendEdits }, Notices = { NoticeMapping.Of(rules, [language]) } };
    }

    /// <inheritdoc/>
    public override async Task<Wire.MendResponse> Mend(Wire.MendRequest request, ServerCallContext context)
    {
        using var place = await EnterAsync(context, request.Content).ConfigureAwait(false);
        var (language, text) = AlignmentRequests.Read(request.Content, "content", Mendable);
        var mended = Mender.Mend(text, language, new MendingOptions { Kinds = MendKindNames.Parse(request.Kinds, "kinds") });
        return new Wire.MendResponse { Text = mended.Text, Edits = { mended.Edits.Select(e => e.ToWire()) } };
    }

    /// <inheritdoc/>
    public override async Task<Wire.AlignResponse> Align(Wire.AlignRequest request, ServerCallContext context)
    {
        using var place = await EnterAsync(context, [.. request.Texts]).ConfigureAwait(false);
        var rules = AlignmentRequests.ReadRules(request.SegmentationRules);
        var texts = AlignmentRequests.ReadTexts(request.Texts, request.Segmented ? null : AlignmentRequests.SegmentableBy(rules));
        var mending = AlignmentRequests.Mending(request.Mend, request.MendKinds);
        var prepared = texts
            .Select(t => request.Segmented ? TextPreparation.FromLines(t.Language, t.Text) : TextPreparation.Prepare(t.Language, t.Text, mending, rules))
            .ToList();
        var segmented = prepared.ConvertAll(p => p.ToDocumentText());
        TextRules.RequireSegments(segmented);
        var alignment = workspace.Align([.. segmented.Select(AlignmentSide.Of)], context.CancellationToken);
        return new Wire.AlignResponse
        {
            Texts = { prepared.Select(p => p.ToWire()) },
            Pairs = { DocumentMapping.ToWire(alignment.Pairs, alignment.Disagreements) },
            Chain = { alignment.Chain.Select(l => l.ToWire()) },
            Notices = { NoticeMapping.Of(rules, [.. segmented.Select(s => s.Language)]), NoticeMapping.Of(alignment.Doubts, alignment.Mismatches, alignment.MissingParts) },
        };
    }

    /// <inheritdoc/>
    public override async Task<Wire.Document> AlignDocument(Wire.AlignDocumentRequest request, ServerCallContext context)
    {
        using var place = await EnterAsync(context, [.. request.Texts]).ConfigureAwait(false);
        return await DocumentAnswers.AlignDocumentAsync(workspace, request, context.CancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override Task<Wire.Document> GetDocument(Wire.GetDocumentRequest request, ServerCallContext context) =>
        Task.FromResult(DocumentAnswers.GetDocument(workspace, request));

    /// <inheritdoc/>
    public override Task<Wire.ListDocumentsResponse> ListDocuments(Wire.ListDocumentsRequest request, ServerCallContext context) =>
        Task.FromResult(DocumentAnswers.ListDocuments(workspace, request));

    /// <inheritdoc/>
    public override Task<Wire.DeleteDocumentResponse> DeleteDocument(Wire.DeleteDocumentRequest request, ServerCallContext context) =>
        DocumentAnswers.DeleteDocumentAsync(workspace, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.Document> ReviewBeads(Wire.ReviewBeadsRequest request, ServerCallContext context) =>
        DocumentAnswers.ReviewBeadsAsync(workspace, request, context.CancellationToken);

    private ValueTask<LargeTextGate.Place> EnterAsync(ServerCallContext context, params Wire.LanguageText?[] texts) =>
        gate.EnterAsync(texts.Sum(text => (long)(text?.Text.Length ?? 0)), context.CancellationToken);

    private static void Mendable(LanguageTag language)
    {
        if (!Mender.Languages.Any(l => l.Covers(language)))
        {
            throw new DomainException(
                ErrorCode.LanguageUnsupported, $"Texts in '{language}' cannot be mended. Send one in {string.Join(", ", Mender.Languages)}.");
        }
    }
}
