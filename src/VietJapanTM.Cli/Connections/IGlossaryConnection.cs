using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Connections;

/// <summary>
/// A glossary, in the words of the wire contract: a folder of files, a store opened here, or a server. All answer alike.
/// Thread-safe.
/// </summary>
internal interface IGlossaryConnection : IAsyncDisposable
{
    Task<Wire.RecognizeTermsResponse> RecognizeTermsAsync(Wire.RecognizeTermsRequest request, CancellationToken cancellationToken);

    Task<Wire.CheckResponse> CheckAsync(Wire.CheckRequest request, CancellationToken cancellationToken);
}
