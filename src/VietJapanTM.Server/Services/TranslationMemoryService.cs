using Grpc.Core;
using VietJapanTM.Errors;
using VietJapanTM.Server.Answers;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Services;

/// <summary>vietjapantm.v1alpha1.TranslationMemory.</summary>
internal sealed class TranslationMemoryService(TranslationWorkspace workspace, IHostApplicationLifetime lifetime) : Wire.TranslationMemory.TranslationMemoryBase
{
    internal const int MaxUnits = 10_000;

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
    public override async Task<Wire.PutUnitsResponse> PutUnits(Wire.PutUnitsRequest request, ServerCallContext context)
    {
        var memory = ResourceName.ParseMemory(request.Parent, "parent");
        if (request.Units.Count is 0 or > MaxUnits)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, $"units has {request.Units.Count} entries. Send 1 to {MaxUnits}.", "units");
        }

        var units = request.Units.Select((unit, i) => unit.ToModel(memory, $"units[{i}]")).ToList();
        var result = await workspace.CommitAsync(
            WriteRequests.Begin(request.Author, request.Reason, request.RequestId, nameof(PutUnits), request) with
            {
                Operations = units.Select(unit => new ChangeOperation.PutUnit(unit)),
            },
            context.CancellationToken).ConfigureAwait(false);
        return new Wire.PutUnitsResponse
        {
            Names = { result.UnitIds.Select(id => ResourceName.Unit(memory, id)) },
            Revision = result.ChangeSet.Revision,
            WrittenCount = result.Written,
        };
    }

    /// <inheritdoc/>
    public override Task<Wire.Unit> GetUnit(Wire.GetUnitRequest request, ServerCallContext context)
    {
        var (memory, id) = ResourceName.ParseUnit(request.Name, "name");
        var unit = workspace.Store.FindUnit(Tenants.Default, id);
        return unit is not null && unit.MemoryId == memory
            ? Task.FromResult(unit.ToWire())
            : throw new DomainException(ErrorCode.UnitNotFound, $"There is no unit '{id}' in memory '{memory}'.", "name");
    }

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
    public override Task<Wire.ListChangeSetsResponse> ListChangeSets(Wire.ListChangeSetsRequest request, ServerCallContext context) =>
        Task.FromResult(ChangeSetAnswers.List(workspace, request));

    /// <inheritdoc/>
    public override Task<Wire.RevertChangeSetResponse> RevertChangeSet(Wire.RevertChangeSetRequest request, ServerCallContext context) =>
        ChangeSetAnswers.RevertAsync(workspace, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.ListMemoriesResponse> ListMemories(Wire.ListMemoriesRequest request, ServerCallContext context)
    {
        var page = Page.Parse(request.PageSize, request.PageToken);
        var (memories, next) = page.Cut(workspace.Store.ListMemories(Tenants.Default, page.After, page.Size + 1), m => m.Id);
        return Task.FromResult(new Wire.ListMemoriesResponse { Memories = { memories.Select(m => m.ToWire()) }, NextPageToken = next });
    }
}
