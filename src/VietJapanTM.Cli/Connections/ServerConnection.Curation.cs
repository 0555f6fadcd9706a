using System.Runtime.CompilerServices;
using Grpc.Core;
using VietJapanTM.Server.Mapping;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Connections;

internal sealed partial class ServerConnection
{
    public Task<Wire.ListChangeSetsResponse> ListChangeSetsAsync(Wire.ListChangeSetsRequest request, CancellationToken cancellationToken) =>
        CallAsync(async () => await _memory.ListChangeSetsAsync(request, cancellationToken: cancellationToken));

    public Task<Wire.RevertChangeSetResponse> RevertChangeSetAsync(Wire.RevertChangeSetRequest request, CancellationToken cancellationToken) =>
        CallAsync(async () => await _memory.RevertChangeSetAsync(request, cancellationToken: cancellationToken));

    public Task<Wire.ConceptHistoryResponse> ConceptHistoryAsync(Wire.ConceptHistoryRequest request, CancellationToken cancellationToken) =>
        CallAsync(async () => await _glossary.ConceptHistoryAsync(request, cancellationToken: cancellationToken));

    public Task<Wire.ImportGlossaryResponse> ImportGlossaryAsync(
        Wire.ImportGlossaryOptions options, IReadOnlyList<Wire.GlossaryFileChunk> files, CancellationToken cancellationToken) => CallAsync(async () =>
    {
        using var call = _glossary.Import(cancellationToken: cancellationToken);
        try
        {
            await call.RequestStream.WriteAsync(new Wire.ImportGlossaryRequest { Options = options }).ConfigureAwait(false);
            foreach (var chunk in files.SelectMany(FileChunks.Of))
            {
                await call.RequestStream.WriteAsync(new Wire.ImportGlossaryRequest { Chunk = chunk }).ConfigureAwait(false);
            }

            await call.RequestStream.CompleteAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException && !cancellationToken.IsCancellationRequested)
        {
            // The server has answered before it had everything; the answer says why.
        }

        return await call.ResponseAsync.ConfigureAwait(false);
    });

    public Task<IReadOnlyList<byte[]>> ExportGlossaryAsync(CancellationToken cancellationToken) => CallAsync<IReadOnlyList<byte[]>>(async () =>
    {
        using var call = _glossary.Export(new Wire.ExportGlossaryRequest(), cancellationToken: cancellationToken);
        var files = new Dictionary<string, MemoryStream>(StringComparer.Ordinal);
        while (await call.ResponseStream.MoveNext(cancellationToken).ConfigureAwait(false))
        {
            var chunk = call.ResponseStream.Current.Chunk;
            if (!files.TryGetValue(chunk.File, out var file))
            {
                files.Add(chunk.File, file = new MemoryStream());
            }

            chunk.Content.WriteTo(file);
        }

        return [.. files.Values.Select(file => file.ToArray())];
    });

    public async IAsyncEnumerable<Wire.DiffGlossaryResponse> DiffGlossaryAsync(
        Wire.DiffGlossaryRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var call = _glossary.Diff(request, cancellationToken: cancellationToken);
        while (await CallAsync(() => call.ResponseStream.MoveNext(cancellationToken)).ConfigureAwait(false))
        {
            yield return call.ResponseStream.Current;
        }
    }
}
