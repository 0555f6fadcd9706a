using VietJapanTM.Model;

namespace VietJapanTM.Store;

/// <summary>
/// The one contract between the product and its storage engine. All reads see committed revisions only; a read that begins after
/// <see cref="CommitAsync"/> has completed sees that change. Every key begins with the tenant. Thread-safe.
/// </summary>
/// <remarks>
/// Failures arrive as <see cref="Errors.DomainException"/>: StoreBusy, StoreReadOnly, DiskFull, StoreCorrupt, RevisionStale,
/// AlreadyExists, RequestIdReused, RevertConflict, MemoryNotFound, UnitNotFound, DocumentNotFound, ConceptNotFound, ChangeSetNotFound,
/// RevisionOutOfRange; and ArgumentInvalid, LanguageInvalid, TextMalformed for what cannot be stored. Reading is synchronous, because the engine is. Times are kept as instants:
/// the offset in which they were written is not. Ids of units sort ordinally in the order in which the units were made.
/// </remarks>
public interface ITranslationStore : IUnitSource, IDisposable
{
    /// <summary>Where the store lies, for messages: a file path or a connection's host and database.</summary>
    string Location { get; }

    /// <summary>
    /// Applies a change as one revision, or not at all. Changes are committed in the order of the calls; several may share one
    /// transaction. The task completes only after the engine has made the change durable.
    /// </summary>
    Task<ChangeResult> CommitAsync(Change change, CancellationToken cancellationToken = default);

    /// <summary>A memory, or null.</summary>
    Memory? FindMemory(string tenant, string memoryId);

    /// <summary>A unit as of a revision (null: the newest), or null where there is none.</summary>
    TranslationUnit? FindUnit(string tenant, string unitId, long? asOf = null);

    /// <summary>
    /// The newest version of a unit that began at or before a revision (null: the newest), also where it has ended by then; its end is null
    /// where it has not. Null where there was none.
    /// </summary>
    UnitVersion? FindLastUnitVersion(string tenant, string unitId, long? asOf = null);

    /// <summary>
    /// Streams the units of a memory in order of their id, after <paramref name="afterId"/>, as of a revision or of the newest when the
    /// enumeration begins. However slowly it is consumed, it sees that one state and keeps no resource of the engine between two units.
    /// </summary>
    IEnumerable<TranslationUnit> ReadUnits(string tenant, string memoryId, long? asOf = null, string? afterId = null);

    /// <summary>A document as of a revision (null: the newest), or null.</summary>
    Document? FindDocument(string tenant, string documentId, long? asOf = null);

    /// <summary>The live units that were made from a document, in order of their id.</summary>
    IReadOnlyList<TranslationUnit> ListUnitsOfDocument(string tenant, string documentId);

    /// <summary>Documents in order of their id, after <paramref name="afterId"/>, with their beads; their texts are left empty.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="afterId">The last id of the page before, or null.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="memoryId">Only the documents of this memory; null for all. Of a memory that does not exist there are none.</param>
    IReadOnlyList<Document> ListDocuments(string tenant, string? afterId = null, int limit = int.MaxValue, string? memoryId = null);

    /// <summary>A concept as of a revision (null: the newest), or null.</summary>
    Concept? FindConcept(string tenant, string conceptId, long? asOf = null);

    /// <summary>Concepts in order of their id, after <paramref name="afterId"/>.</summary>
    IReadOnlyList<Concept> ListConcepts(string tenant, string? afterId = null, int limit = int.MaxValue, long? asOf = null);

    /// <summary>
    /// Streams what happened to the concepts of a tenant after a revision, in order of revision and then of id, up to
    /// <paramref name="upTo"/> or to the newest revision when the enumeration begins. Every version appears, also one that a later revision
    /// has ended.
    /// </summary>
    IEnumerable<ConceptChange> ReadConceptChanges(string tenant, long afterRevision, long? upTo = null);

    /// <summary>The steps in the life of a concept, newest first, before <paramref name="beforeRevision"/>; empty where it never was.</summary>
    IReadOnlyList<ConceptStep> ListConceptSteps(string tenant, string conceptId, long beforeRevision = long.MaxValue, int limit = int.MaxValue);

    /// <summary>The change set of a revision, or null.</summary>
    ChangeSet? FindChangeSet(string tenant, long revision);

    /// <summary>What the change set of a revision did; all zero where there is none.</summary>
    ChangeCounts CountChanges(string tenant, long revision);

    /// <summary>What the tenant holds.</summary>
    StoreCounts Count(string tenant);

    /// <summary>Checks the store's own integrity; an empty list is a whole store. Reads everything.</summary>
    IReadOnlyList<string> Verify(CancellationToken cancellationToken = default);

    /// <summary>Writes a consistent copy beside others' work, checks it and puts it in place of <paramref name="path"/> in one step.</summary>
    void BackUp(string path, CancellationToken cancellationToken = default);
}
