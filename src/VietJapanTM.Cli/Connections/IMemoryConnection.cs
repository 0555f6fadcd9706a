using VietJapanTM.Model;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Connections;

/// <summary>Translation memories, the glossary beside them and the history of both: a store opened here, or a server. Thread-safe.</summary>
internal interface IMemoryConnection : IGlossaryConnection, ICurationConnection, IMaintenanceConnection
{
    Task<Wire.LookupResponse> LookupAsync(Wire.LookupRequest request, CancellationToken cancellationToken);

    Task<Wire.ConcordanceResponse> ConcordanceAsync(Wire.ConcordanceRequest request, CancellationToken cancellationToken);

    /// <summary>Looks many texts up, several at once.</summary>
    /// <param name="requests">The look-ups; equal ones are each answered.</param>
    /// <param name="answered">Takes each answer with the place of its request, in any order, from any thread, also several at once.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="Errors.DomainException">A look-up is refused; the others may have no answer then.</exception>
    Task LookupAllAsync(IReadOnlyList<Wire.LookupRequest> requests, Action<int, Wire.LookupResponse> answered, CancellationToken cancellationToken);

    Task<Wire.ExplainResponse> ExplainAsync(Wire.ExplainRequest request, CancellationToken cancellationToken);

    /// <summary>Aligns texts and stores them as a document of a memory.</summary>
    Task<Wire.Document> AlignDocumentAsync(Wire.AlignDocumentRequest request, CancellationToken cancellationToken);

    /// <summary>Applies a reviewer's actions.</summary>
    Task<Wire.Document> ReviewBeadsAsync(Wire.ReviewBeadsRequest request, CancellationToken cancellationToken);

    /// <summary>A document, or null where there is none of that name.</summary>
    Task<Wire.Document?> FindDocumentAsync(string documentId, CancellationToken cancellationToken);

    /// <summary>A page of the documents, without texts and beads.</summary>
    Task<Wire.ListDocumentsResponse> ListDocumentsAsync(Wire.ListDocumentsRequest request, CancellationToken cancellationToken);

    /// <summary>Deletes a document and the units made from it.</summary>
    Task<Wire.DeleteDocumentResponse> DeleteDocumentAsync(Wire.DeleteDocumentRequest request, CancellationToken cancellationToken);

    /// <summary>Deletes a memory.</summary>
    Task<Wire.DeleteMemoryResponse> DeleteMemoryAsync(Wire.DeleteMemoryRequest request, CancellationToken cancellationToken);

    Task<Wire.ListMemoriesResponse> ListMemoriesAsync(Wire.ListMemoriesRequest request, CancellationToken cancellationToken);

    Task<Wire.Memory> UpdateMemoryAsync(Wire.UpdateMemoryRequest request, CancellationToken cancellationToken);

    Task<Wire.SuggestTermsResponse> SuggestTermsAsync(Wire.SuggestTermsRequest request, CancellationToken cancellationToken);

    /// <summary>The units of a memory, in order, of one revision.</summary>
    /// <param name="memoryId">The memory.</param>
    /// <param name="languages">Only units with a text in each of these; empty for all.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="Errors.DomainException">MemoryNotFound, as the connection says it.</exception>
    IAsyncEnumerable<TranslationUnit> ReadUnitsAsync(string memoryId, IReadOnlyList<LanguageTag> languages, CancellationToken cancellationToken);

    /// <summary>True where an import that fails leaves nothing behind.</summary>
    bool ImportsWholeOrNot { get; }

    /// <summary>
    /// Writes units into a memory, which is made where it does not exist. An exception from <paramref name="units"/> ends the
    /// import; a store opened here then holds nothing of it, a server what was sent before.
    /// </summary>
    Task<ImportOutcome> ImportAsync(string memoryId, IEnumerable<TranslationUnit> units, string file, CancellationToken cancellationToken);
}

/// <summary>What an import did.</summary>
/// <param name="Written">Units that are new or changed.</param>
/// <param name="Revision">The store's revision after it.</param>
/// <param name="MadeMemory">True where the memory was made for it.</param>
/// <param name="LeftOut">Units that the wire contract refuses, because a character of theirs was lost (U+FFFD).</param>
internal readonly record struct ImportOutcome(long Written, long Revision, bool MadeMemory, long LeftOut = 0);
