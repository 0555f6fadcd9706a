using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Connections;

/// <summary>
/// What linguists do with a glossary and its history, in the words of the wire contract: a store opened here, or a server. Both answer
/// alike.
/// </summary>
internal interface ICurationConnection : IAsyncDisposable
{
    Task<Wire.ListChangeSetsResponse> ListChangeSetsAsync(Wire.ListChangeSetsRequest request, CancellationToken cancellationToken);

    Task<Wire.RevertChangeSetResponse> RevertChangeSetAsync(Wire.RevertChangeSetRequest request, CancellationToken cancellationToken);

    Task<Wire.ConceptHistoryResponse> ConceptHistoryAsync(Wire.ConceptHistoryRequest request, CancellationToken cancellationToken);

    /// <summary>Puts files into the glossary, or with <c>dry_run</c> says what that would do.</summary>
    Task<Wire.ImportGlossaryResponse> ImportGlossaryAsync(
        Wire.ImportGlossaryOptions options, IReadOnlyList<Wire.GlossaryFileChunk> files, CancellationToken cancellationToken);

    /// <summary>The whole glossary as TBX files.</summary>
    Task<IReadOnlyList<byte[]>> ExportGlossaryAsync(CancellationToken cancellationToken);

    IAsyncEnumerable<Wire.DiffGlossaryResponse> DiffGlossaryAsync(Wire.DiffGlossaryRequest request, CancellationToken cancellationToken);
}
