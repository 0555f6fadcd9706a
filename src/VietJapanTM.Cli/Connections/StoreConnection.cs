using System.Runtime.CompilerServices;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Server.Answers;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Connections;

/// <summary>A store that this process opens and holds.</summary>
internal sealed partial class StoreConnection(TranslationWorkspace workspace) : IMemoryConnection
{
    /// <summary>The workspace, for commands that need more than the wire contract has.</summary>
    public TranslationWorkspace Workspace => workspace;

    public bool ImportsWholeOrNot => true;

    public Task<Wire.LookupResponse> LookupAsync(Wire.LookupRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(LookupAnswers.Lookup(workspace, request, cancellationToken));

    public Task<Wire.ConcordanceResponse> ConcordanceAsync(Wire.ConcordanceRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(ConcordanceAnswers.Concordance(workspace, request, cancellationToken));

    public Task LookupAllAsync(IReadOnlyList<Wire.LookupRequest> requests, Action<int, Wire.LookupResponse> answered, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        return Parallel.ForAsync(0, requests.Count, options, (i, token) =>
        {
            answered(i, LookupAnswers.Lookup(workspace, requests[i], token));
            return ValueTask.CompletedTask;
        });
    }

    public Task<Wire.ExplainResponse> ExplainAsync(Wire.ExplainRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(ExplainAnswers.Explain(workspace, request, cancellationToken));

    public Task<Wire.RecognizeTermsResponse> RecognizeTermsAsync(Wire.RecognizeTermsRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(GlossaryAnswers.RecognizeTerms(workspace.Glossary, request));

    public Task<IReadOnlyList<IReadOnlyList<Wire.Finding>>> CheckAsync(
        IReadOnlyList<Wire.CheckStreamRequest> segments, Action? progress, CancellationToken cancellationToken) =>
        Task.FromResult(CheckAnswers.CheckAll(workspace.Glossary, segments, progress, cancellationToken));

    public Task<Wire.Document> AlignDocumentAsync(Wire.AlignDocumentRequest request, CancellationToken cancellationToken) =>
        DocumentAnswers.AlignDocumentAsync(workspace, request, cancellationToken);

    public Task<Wire.Document> ReviewBeadsAsync(Wire.ReviewBeadsRequest request, CancellationToken cancellationToken) =>
        DocumentAnswers.ReviewBeadsAsync(workspace, request, cancellationToken);

    public Task<Wire.Document?> FindDocumentAsync(string documentId, CancellationToken cancellationToken) =>
        Task.FromResult(workspace.Store.FindDocument(Tenants.Default, documentId)?.ToWire());

    public Task<Wire.ListDocumentsResponse> ListDocumentsAsync(Wire.ListDocumentsRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(DocumentAnswers.ListDocuments(workspace, request));

    public Task<Wire.DeleteDocumentResponse> DeleteDocumentAsync(Wire.DeleteDocumentRequest request, CancellationToken cancellationToken) =>
        DocumentAnswers.DeleteDocumentAsync(workspace, request, cancellationToken);

    public Task<Wire.DeleteMemoryResponse> DeleteMemoryAsync(Wire.DeleteMemoryRequest request, CancellationToken cancellationToken) =>
        MemoryAnswers.DeleteAsync(workspace, request, cancellationToken);

    public Task<Wire.ListMemoriesResponse> ListMemoriesAsync(Wire.ListMemoriesRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(MemoryAnswers.List(workspace, request));

    public Task<Wire.Memory> UpdateMemoryAsync(Wire.UpdateMemoryRequest request, CancellationToken cancellationToken) =>
        MemoryAnswers.UpdateAsync(workspace, request, cancellationToken);

    public Task<Wire.SuggestTermsResponse> SuggestTermsAsync(Wire.SuggestTermsRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(SuggestAnswers.Suggest(workspace, request, cancellationToken));

    public async IAsyncEnumerable<TranslationUnit> ReadUnitsAsync(
        string memoryId, IReadOnlyList<LanguageTag> languages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (workspace.Store.FindMemory(Tenants.Default, memoryId) is null)
        {
            throw new DomainException(ErrorCode.MemoryNotFound, $"There is no memory '{memoryId}'.");
        }

        foreach (var unit in workspace.Store.ReadUnits(Tenants.Default, memoryId))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (languages.All(language => unit.Find(language) is not null))
            {
                yield return unit;
            }
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    public async Task<ImportOutcome> ImportAsync(
        string memoryId, IEnumerable<TranslationUnit> units, string file, CancellationToken cancellationToken)
    {
        var puts = units.Select(unit => (ChangeOperation)new ChangeOperation.PutUnit(unit));
        var exists = workspace.Store.FindMemory(Tenants.Default, memoryId) is not null;
        var memory = new Memory { Id = memoryId, DisplayName = memoryId, CreateTime = workspace.TimeProvider.GetUtcNow() };
        var result = await workspace.CommitAsync(
            new Change
            {
                Author = Environment.UserName,
                Reason = "Import",
                SourceFile = Path.GetFileName(file),
                Operations = exists ? puts : puts.Prepend(new ChangeOperation.PutMemory(memory)),
            },
            cancellationToken).ConfigureAwait(false);
        return new ImportOutcome(exists ? result.Written : result.Written - 1, result.ChangeSet.Revision, !exists);
    }

    public ValueTask DisposeAsync()
    {
        workspace.Dispose();
        return ValueTask.CompletedTask;
    }
}
