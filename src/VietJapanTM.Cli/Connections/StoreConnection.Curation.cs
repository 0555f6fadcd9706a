using System.Runtime.CompilerServices;
using VietJapanTM.Server.Answers;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Connections;

internal sealed partial class StoreConnection
{
    public Task<Wire.ListChangeSetsResponse> ListChangeSetsAsync(Wire.ListChangeSetsRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(ChangeSetAnswers.List(workspace, request));

    public Task<Wire.RevertChangeSetResponse> RevertChangeSetAsync(Wire.RevertChangeSetRequest request, CancellationToken cancellationToken) =>
        ChangeSetAnswers.RevertAsync(workspace, request, cancellationToken);

    public Task<Wire.ConceptHistoryResponse> ConceptHistoryAsync(Wire.ConceptHistoryRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(ConceptAnswers.History(workspace, request));

    public Task<Wire.ImportGlossaryResponse> ImportGlossaryAsync(
        Wire.ImportGlossaryOptions options, IReadOnlyList<Wire.GlossaryFileChunk> files, CancellationToken cancellationToken) =>
        GlossaryImport.RunAsync(workspace, GlossaryUpload.Of(options, files), cancellationToken);

    public Task<IReadOnlyList<byte[]>> ExportGlossaryAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<byte[]>>(
        [.. GlossaryExport.ToFiles(workspace, new Wire.ExportGlossaryRequest()).Files.Select(file => file.Content.ToByteArray())]);

    public async IAsyncEnumerable<Wire.DiffGlossaryResponse> DiffGlossaryAsync(
        Wire.DiffGlossaryRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var part in GlossaryDiff.Run(workspace, request, cancellationToken))
        {
            yield return part;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }
}
