using VietJapanTM.Server.Answers;
using VietJapanTM.Server.Workspace;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Connections;

/// <summary>A folder of glossary files, without a store.</summary>
internal sealed class GlossaryFolderConnection(string folder) : IGlossaryConnection
{
    private readonly GlossarySnapshot _glossary = GlossarySnapshot.Of(GlossaryFiles.Read(folder));

    public Task<Wire.RecognizeTermsResponse> RecognizeTermsAsync(Wire.RecognizeTermsRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(GlossaryAnswers.RecognizeTerms(_glossary, request));

    public Task<IReadOnlyList<IReadOnlyList<Wire.Finding>>> CheckAsync(
        IReadOnlyList<Wire.CheckStreamRequest> segments, Action? progress, CancellationToken cancellationToken) =>
        Task.FromResult(CheckAnswers.CheckAll(_glossary, segments, progress, cancellationToken));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
