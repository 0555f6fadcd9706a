using Grpc.Core;
using VietJapanTM.Server.Answers;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Server.Workspace;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Services;

/// <summary>vietjapantm.v1alpha1.Glossary.</summary>
internal sealed class GlossaryService(TranslationWorkspace workspace, IHostApplicationLifetime lifetime) : Wire.Glossary.GlossaryBase
{
    /// <inheritdoc/>
    public override Task<Wire.LookupTermResponse> LookupTerm(Wire.LookupTermRequest request, ServerCallContext context) =>
        Task.FromResult(GlossaryAnswers.LookupTerm(workspace.Glossary, request));

    /// <inheritdoc/>
    public override Task<Wire.RecognizeTermsResponse> RecognizeTerms(Wire.RecognizeTermsRequest request, ServerCallContext context) =>
        Task.FromResult(GlossaryAnswers.RecognizeTerms(workspace.Glossary, request));

    /// <inheritdoc/>
    public override Task<Wire.CheckResponse> Check(Wire.CheckRequest request, ServerCallContext context) =>
        Task.FromResult(GlossaryAnswers.Check(workspace.Glossary, request));

    /// <inheritdoc/>
    public override async Task CheckStream(
        IAsyncStreamReader<Wire.CheckStreamRequest> requestStream, IServerStreamWriter<Wire.CheckStreamResponse> responseStream, ServerCallContext context)
    {
        var answers = new CheckAnswers(workspace.Glossary);
        while (await requestStream.MoveNext(context.CancellationToken).ConfigureAwait(false))
        {
            await responseStream.WriteAsync(answers.Check(requestStream.Current), context.CancellationToken).ConfigureAwait(false);
        }

        foreach (var reply in answers.Compare())
        {
            await responseStream.WriteAsync(reply, context.CancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override Task<Wire.SuggestTermsResponse> SuggestTerms(Wire.SuggestTermsRequest request, ServerCallContext context) =>
        Task.Run(() => SuggestAnswers.Suggest(workspace, request, context.CancellationToken), context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.Concept> GetConcept(Wire.GetConceptRequest request, ServerCallContext context) =>
        Task.FromResult(ConceptAnswers.Get(workspace, request));

    /// <inheritdoc/>
    public override Task<Wire.ListConceptsResponse> ListConcepts(Wire.ListConceptsRequest request, ServerCallContext context) =>
        Task.FromResult(ConceptAnswers.List(workspace, request));

    /// <inheritdoc/>
    public override Task<Wire.Concept> CreateConcept(Wire.CreateConceptRequest request, ServerCallContext context) =>
        ConceptAnswers.CreateAsync(workspace, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.Concept> UpdateConcept(Wire.UpdateConceptRequest request, ServerCallContext context) =>
        ConceptAnswers.UpdateAsync(workspace, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.DeleteConceptResponse> DeleteConcept(Wire.DeleteConceptRequest request, ServerCallContext context) =>
        ConceptAnswers.DeleteAsync(workspace, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.ConceptHistoryResponse> ConceptHistory(Wire.ConceptHistoryRequest request, ServerCallContext context) =>
        Task.FromResult(ConceptAnswers.History(workspace, request));

    /// <inheritdoc/>
    public override async Task<Wire.ImportGlossaryResponse> Import(IAsyncStreamReader<Wire.ImportGlossaryRequest> requestStream, ServerCallContext context)
    {
        var upload = await GlossaryUpload.ReceiveAsync(requestStream, context.CancellationToken).ConfigureAwait(false);
        return await GlossaryImport.RunAsync(workspace, upload, context.CancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task Export(
        Wire.ExportGlossaryRequest request, IServerStreamWriter<Wire.ExportGlossaryResponse> responseStream, ServerCallContext context)
    {
        var (files, revision) = GlossaryExport.ToFiles(workspace, request);
        foreach (var chunk in files.SelectMany(FileChunks.Of))
        {
            await responseStream.WriteAsync(new Wire.ExportGlossaryResponse { Chunk = chunk, Revision = revision }, context.CancellationToken)
                .ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override async Task Diff(
        Wire.DiffGlossaryRequest request, IServerStreamWriter<Wire.DiffGlossaryResponse> responseStream, ServerCallContext context)
    {
        foreach (var part in GlossaryDiff.Run(workspace, request, context.CancellationToken))
        {
            await responseStream.WriteAsync(part, context.CancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override async Task Watch(Wire.WatchRequest request, IServerStreamWriter<Wire.WatchResponse> responseStream, ServerCallContext context)
    {
        // A watch never ends by itself, and a server that stops must not wait for it.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        using var follower = workspace.Follow();
        try
        {
            await GlossaryWatch.RunAsync(workspace, request, responseStream.WriteAsync, ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "The server stops. Watch again from the last revision."));
        }
    }
}
