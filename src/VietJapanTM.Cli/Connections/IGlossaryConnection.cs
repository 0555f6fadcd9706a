using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Connections;

/// <summary>
/// A glossary, in the words of the wire contract: a folder of files, a store opened here, or a server. All answer alike.
/// Thread-safe.
/// </summary>
internal interface IGlossaryConnection : IAsyncDisposable
{
    Task<Wire.RecognizeTermsResponse> RecognizeTermsAsync(Wire.RecognizeTermsRequest request, CancellationToken cancellationToken);

    /// <summary>Checks segments, those of one document in its order, by all rules.</summary>
    /// <param name="segments">The segments; the weights of the first hold for all.</param>
    /// <param name="progress">Is told after each segment, from any thread.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The findings of each segment, by place.</returns>
    Task<IReadOnlyList<IReadOnlyList<Wire.Finding>>> CheckAsync(
        IReadOnlyList<Wire.CheckStreamRequest> segments, Action? progress, CancellationToken cancellationToken);
}
