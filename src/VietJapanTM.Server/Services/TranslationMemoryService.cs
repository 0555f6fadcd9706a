using Grpc.Core;
using VietJapanTM.Server.Answers;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Services;

/// <summary>vietjapantm.v1alpha1.TranslationMemory.</summary>
internal sealed class TranslationMemoryService(TranslationWorkspace workspace, IHostApplicationLifetime lifetime) : Wire.TranslationMemory.TranslationMemoryBase
{
    /// <inheritdoc/>
    public override Task<Wire.LookupResponse> Lookup(Wire.LookupRequest request, ServerCallContext context) =>
        Task.FromResult(LookupAnswers.Lookup(workspace, request, context.CancellationToken));

    /// <inheritdoc/>
    public override Task<Wire.ConcordanceResponse> Concordance(Wire.ConcordanceRequest request, ServerCallContext context) =>
        Task.FromResult(ConcordanceAnswers.Concordance(workspace, request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task LookupStream(
        IAsyncStreamReader<Wire.LookupStreamRequest> requestStream, IServerStreamWriter<Wire.LookupStreamResponse> responseStream, ServerCallContext context)
    {
        // A client may keep a stream open for as long as it likes, and a server that stops must not wait for it.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        try
        {
            var answers = new LookupStreamAnswers((lookup, token) => LookupAnswers.Lookup(workspace, lookup, token));
            await answers.RunAsync(requestStream, responseStream, ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "The server stops. Send again what has no answer."));
        }
    }

    /// <inheritdoc/>
    public override Task<Wire.ExplainResponse> Explain(Wire.ExplainRequest request, ServerCallContext context) =>
        Task.FromResult(ExplainAnswers.Explain(workspace, request, context.CancellationToken));

    /// <inheritdoc/>
    public override Task<Wire.PutUnitsResponse> PutUnits(Wire.PutUnitsRequest request, ServerCallContext context) =>
        UnitAnswers.PutAsync(workspace, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.Unit> UpdateUnit(Wire.UpdateUnitRequest request, ServerCallContext context) =>
        UnitAnswers.UpdateAsync(workspace, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.DeleteUnitsResponse> DeleteUnits(Wire.DeleteUnitsRequest request, ServerCallContext context) =>
        UnitAnswers.DeleteAsync(workspace, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.Unit> GetUnit(Wire.GetUnitRequest request, ServerCallContext context) =>
        Task.FromResult(UnitAnswers.Get(workspace, request));

    /// <inheritdoc/>
    public override Task<Wire.ListUnitsResponse> ListUnits(Wire.ListUnitsRequest request, ServerCallContext context) =>
        Task.FromResult(UnitAnswers.List(workspace, request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.Memory> CreateMemory(Wire.CreateMemoryRequest request, ServerCallContext context)
    {
        var memory = request.Memory.ToModel(ResourceIds.Require(request.MemoryId, "memory_id")) with
        {
            CreateTime = workspace.TimeProvider.GetUtcNow(),
        };
        await workspace.CommitAsync(
            WriteRequests.Begin("", "Create memory", request.RequestId, nameof(CreateMemory), request) with
            {
                Operations = [new ChangeOperation.PutMemory(memory, CreateOnly: true)],
            },
            context.CancellationToken).ConfigureAwait(false);
        return workspace.Store.FindMemory(Tenants.Default, memory.Id)!.ToWire();
    }

    /// <inheritdoc/>
    public override Task<Wire.Memory> UpdateMemory(Wire.UpdateMemoryRequest request, ServerCallContext context) =>
        MemoryAnswers.UpdateAsync(workspace, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.DeleteMemoryResponse> DeleteMemory(Wire.DeleteMemoryRequest request, ServerCallContext context) =>
        MemoryAnswers.DeleteAsync(workspace, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.ListChangeSetsResponse> ListChangeSets(Wire.ListChangeSetsRequest request, ServerCallContext context) =>
        Task.FromResult(ChangeSetAnswers.List(workspace, request));

    /// <inheritdoc/>
    public override Task<Wire.RevertChangeSetResponse> RevertChangeSet(Wire.RevertChangeSetRequest request, ServerCallContext context) =>
        ChangeSetAnswers.RevertAsync(workspace, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.ListMemoriesResponse> ListMemories(Wire.ListMemoriesRequest request, ServerCallContext context) =>
        Task.FromResult(MemoryAnswers.List(workspace, request));
}
