using VietJapanTM.Errors;
using VietJapanTM.Server.Answers;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Connections;

/// <summary>A store that is still to be made: trials find it empty, everything else is refused.</summary>
internal sealed class AbsentStoreConnection : ICurationConnection
{
    public Task<Wire.ImportGlossaryResponse> ImportGlossaryAsync(
        Wire.ImportGlossaryOptions options, IReadOnlyList<Wire.GlossaryFileChunk> files, CancellationToken cancellationToken) =>
        options.DryRun ? Task.FromResult(GlossaryImport.Try(GlossaryUpload.Of(options, files), [], revision: 0)) : throw Absent();

    public Task<Wire.ListChangeSetsResponse> ListChangeSetsAsync(Wire.ListChangeSetsRequest request, CancellationToken cancellationToken) => throw Absent();

    public Task<Wire.RevertChangeSetResponse> RevertChangeSetAsync(Wire.RevertChangeSetRequest request, CancellationToken cancellationToken) => throw Absent();

    public Task<Wire.ConceptHistoryResponse> ConceptHistoryAsync(Wire.ConceptHistoryRequest request, CancellationToken cancellationToken) => throw Absent();

    public Task<IReadOnlyList<byte[]>> ExportGlossaryAsync(CancellationToken cancellationToken) => throw Absent();

    public IAsyncEnumerable<Wire.DiffGlossaryResponse> DiffGlossaryAsync(Wire.DiffGlossaryRequest request, CancellationToken cancellationToken) => throw Absent();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static DomainException Absent() => new(ErrorCode.FileUnreadable, "There is no store yet. Make one with 'vjtm serve' or 'vjtm import'.");
}
