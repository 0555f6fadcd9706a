using VietJapanTM.Model;

namespace VietJapanTM.Store;

/// <summary>A change set to be written: who, why, from where, and its operations.</summary>
public sealed record Change
{
    /// <summary>The tenant; <see cref="Tenants.Default"/> on a laptop.</summary>
    public string Tenant { get; init; } = Tenants.Default;

    /// <summary>Who; empty where unknown.</summary>
    public string Author { get; init; } = "";

    /// <summary>Why; may be empty.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The file that it comes from, or null.</summary>
    public string? SourceFile { get; init; }

    /// <summary>
    /// The client's identifier of the request, or null. A second change with the identifier of a committed one writes nothing and
    /// answers with the first one's result, so that a client may retry.
    /// </summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// A digest of what the request asks for, or empty where nobody compares. A change with the identifier of a committed one and another
    /// digest is refused with RequestIdReused.
    /// </summary>
    public ReadOnlyMemory<byte> RequestDigest { get; init; }

    /// <summary>
    /// The operations, in order. Enumerated once, on the writer's thread, inside the transaction: a reader of a large file can be
    /// handed over as it is. An exception from it rolls the change back and is passed on.
    /// </summary>
    public required IEnumerable<ChangeOperation> Operations { get; init; }
}

/// <summary>The tenants that always exist.</summary>
public static class Tenants
{
    /// <summary>The only tenant of an installation for one team.</summary>
    public const string Default = "default";
}

/// <summary>One step of a change.</summary>
public abstract record ChangeOperation
{
    private ChangeOperation()
    {
    }

    /// <summary>
    /// Writes a memory, unless it is as it was. Memories keep no history. AlreadyExists where <paramref name="CreateOnly"/> and the id is taken;
    /// with <paramref name="KeepExisting"/> one that is there stays as it is instead.
    /// </summary>
    public sealed record PutMemory(Memory Memory, bool CreateOnly = false, bool KeepExisting = false) : ChangeOperation;

    /// <summary>
    /// Changes a memory: <paramref name="Edit"/> is given what stands now, inside the transaction. It must be pure and keep the id. MemoryNotFound
    /// where there is none.
    /// </summary>
    public sealed record EditMemory(string MemoryId, Func<Memory, Memory> Edit) : ChangeOperation;

    /// <summary>
    /// Ends a memory. MemoryNotFound where there is none, MemoryReadOnly where it may not be written, MemoryNotEmpty where it holds units or
    /// documents, unless <paramref name="Force"/> ends these with it. The history of what it held stays, and its id can be given again: the new
    /// memory then continues that history.
    /// </summary>
    public sealed record DeleteMemory(string MemoryId, bool Force = false) : ChangeOperation;

    /// <summary>
    /// Writes a unit. With an id: a new version of that unit (UnitNotFound where there is none). With a key: a new version of the
    /// unit of that key in its memory, or a new unit. With neither: a new unit, unless the memory already holds one with the same
    /// document and the same languages, texts and tags, whose id is then the result; the order of the languages does not count. A version
    /// equal to the live one is not written. A unit stays in its memory (ArgumentInvalid); a key that another unit has is AlreadyExists.
    /// With <paramref name="ExpectedRevision"/>: RevisionStale unless the live version has that revision.
    /// <para>
    /// A new version takes the place of the whole unit, its variants and attributes. What only the store knows stays where the new version
    /// leaves it null or empty: the document; position and neighbours of a variant (that of the same text, else the one at the same place
    /// among those of the language); confidences, where both texts stay. An author that is empty is that of the same text before, else the
    /// change set's. A time that is absent is likewise that of the variant before, where nothing of it changed, else the change set's; so is a time of the
    /// last change that is still the one before, although something changed.
    /// </para>
    /// </summary>
    public sealed record PutUnit(TranslationUnit Unit, long? ExpectedRevision = null) : ChangeOperation;

    /// <summary>
    /// Changes a live unit of a memory: <paramref name="Edit"/> is given the newest version inside the transaction, so that edits of different
    /// parts never undo one another. It must be pure and keep the id. What it gives back is put as above. UnitNotFound where there is none;
    /// RevisionStale as above. Its id is in the result like that of a put.
    /// </summary>
    public sealed record EditUnit(
        string MemoryId, string UnitId, Func<TranslationUnit, TranslationUnit> Edit, long? ExpectedRevision = null) : ChangeOperation;

    /// <summary>Ends a unit. UnitNotFound where there is none, or none in <paramref name="MemoryId"/> where that is given.</summary>
    public sealed record DeleteUnit(string UnitId, string? MemoryId = null) : ChangeOperation;

    /// <summary>
    /// Writes a document with its texts and beads; replaces one of the same id. A version equal to the live one is not written. The store
    /// fills in a create time that is absent; so it does for a memory. AlreadyExists where <paramref name="CreateOnly"/> and the id is taken.
    /// With <paramref name="ExpectedRevision"/>: RevisionStale unless the live version has that revision.
    /// </summary>
    public sealed record PutDocument(Document Document, bool CreateOnly = false, long? ExpectedRevision = null) : ChangeOperation;

    /// <summary>Ends a document and the units made from it. DocumentNotFound where there is none.</summary>
    public sealed record DeleteDocument(string DocumentId) : ChangeOperation;

    /// <summary>
    /// Writes a concept. With <paramref name="ExpectedRevision"/>: RevisionStale unless the live version has that revision (0: there
    /// must be none). A version equal to the live one is not written. AlreadyExists where <paramref name="CreateOnly"/> and the id is taken.
    /// ArgumentInvalid where <paramref name="RelatedExist"/> and a relation that the live version does not have leads to no live concept.
    /// </summary>
    public sealed record PutConcept(Concept Concept, long? ExpectedRevision = null, bool CreateOnly = false, bool RelatedExist = false) : ChangeOperation;

    /// <summary>
    /// Changes a live concept: <paramref name="Edit"/> is given the newest version inside the transaction, so that edits of different
    /// fields never undo one another. It must be pure and keep the id. ConceptNotFound where there is none; RevisionStale and ArgumentInvalid as above.
    /// </summary>
    public sealed record EditConcept(
        string ConceptId, Func<Concept, Concept> Edit, long? ExpectedRevision = null, bool RelatedExist = false) : ChangeOperation;

    /// <summary>Ends a concept. ConceptNotFound where there is none.</summary>
    public sealed record DeleteConcept(string ConceptId, long? ExpectedRevision = null) : ChangeOperation;

    /// <summary>
    /// Undoes what a change set did to units, documents and concepts: what it wrote is as it was before, under the same ids. What stands as
    /// it was before already is left alone. Where later changes touch the same: RevertConflict, or with
    /// <paramref name="SkipConflicts"/> these are left as they are and named in the result. Memories keep no history: what was made or changed of them
    /// stays; one that the change set deleted, and that nobody has made again, is there again. MemoryNotFound where a unit or document would return to a memory that is gone.
    /// ChangeSetNotFound where there is no such change set. The only operation of its change. With <paramref name="DryRun"/> nothing is
    /// written: the result names what would be put back, and what touches it, which then is no failure.
    /// </summary>
    public sealed record Revert(long Revision, bool SkipConflicts = false, bool DryRun = false) : ChangeOperation;
}

/// <summary>The result of a change.</summary>
/// <param name="ChangeSet">The change set as written. A change that altered nothing has the revision that was current.</param>
/// <param name="UnitIds">For each <see cref="ChangeOperation.PutUnit"/> and <see cref="ChangeOperation.EditUnit"/>, in order, the unit's id.</param>
/// <param name="Written">How many versions were written or ended.</param>
/// <param name="Replayed">True where an earlier request of the same identifier had done the work.</param>
public sealed record ChangeResult(ChangeSet ChangeSet, IReadOnlyList<string> UnitIds, int Written, bool Replayed)
{
    /// <summary>What a revert left as it is, because later changes touch it; the first <see cref="RevertConflict.MostReported"/> of them.</summary>
    public IReadOnlyList<RevertConflict> Conflicts { get; init; } = [];

    /// <summary>What the trial of a revert would put back; empty otherwise.</summary>
    public IReadOnlyList<Reversion> Reversions { get; init; } = [];
}

/// <summary>What happened to a unit at a revision.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="MemoryId">Its memory.</param>
/// <param name="Unit">The new version, or null where the unit was ended.</param>
public readonly record struct UnitChange(long Revision, string UnitId, string MemoryId, TranslationUnit? Unit);

/// <summary>What happened to a concept at a revision.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="ConceptId">The concept.</param>
/// <param name="Concept">The new version, or null where the concept was ended.</param>
public readonly record struct ConceptChange(long Revision, string ConceptId, Concept? Concept);

/// <summary>One step in the life of a concept.</summary>
/// <param name="ChangeSet">Who, when and why.</param>
/// <param name="Before">The version before, or null where there was none.</param>
/// <param name="After">The version after, or null where the concept was ended.</param>
public sealed record ConceptStep(ChangeSet ChangeSet, Concept? Before, Concept? After);

/// <summary>What a tenant holds, live versions only.</summary>
/// <param name="Memories">Memories.</param>
/// <param name="Documents">Documents.</param>
/// <param name="Units">Units.</param>
/// <param name="Variants">Variants of those units.</param>
/// <param name="Concepts">Concepts.</param>
/// <param name="Terms">Terms of those concepts.</param>
/// <param name="Revision">The newest revision.</param>
public sealed record StoreCounts(long Memories, long Documents, long Units, long Variants, long Concepts, long Terms, long Revision);
