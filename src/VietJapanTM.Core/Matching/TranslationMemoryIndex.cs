using VietJapanTM.Errors;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Matching;

/// <summary>
/// The matcher of one tenant: every exact, context and fuzzy match of a text, in any direction, from units held in memory.
/// Thread-safe: look-ups take no lock and see one moment; writes follow one another, and the next look-up sees them.
/// </summary>
public sealed class TranslationMemoryIndex
{
    private readonly Lock _writing = new();
    private readonly IndexWriter _writer = new();
    private IndexSnapshot _snapshot = IndexSnapshot.Empty;

    /// <summary>The newest revision whose changes are in the index; 0 for none.</summary>
    public long Revision => Snapshot.Revision;

    private IndexSnapshot Snapshot => Volatile.Read(ref _snapshot);

    /// <summary>Makes a memory known, or changes its priority and penalty.</summary>
    public void Put(Memory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        lock (_writing)
        {
            Volatile.Write(ref _snapshot, IndexWriter.Put(_snapshot, memory));
        }
    }

    /// <summary>
    /// Applies changes, which must come in the order of their revisions; look-ups see all of them or none. Applying the newest
    /// changes again does no harm. A unit of a memory that is not known makes it known, without priority or penalty.
    /// </summary>
    public void Apply(IEnumerable<UnitChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var all = changes.ToList();
        lock (_writing)
        {
            Volatile.Write(ref _snapshot, _writer.Apply(_snapshot, all, all.Count == 0 ? 0 : all.Max(c => c.Revision)));
        }
    }

    /// <summary>
    /// Reads what the index lacks from a store: its memories and the changes after <see cref="Revision"/>, or every live unit
    /// where the index is empty. After it a look-up sees all that was committed before the call.
    /// </summary>
    /// <exception cref="DomainException">As the store throws.</exception>
    public void CatchUp(ITranslationStore store, string tenant)
    {
        ArgumentNullException.ThrowIfNull(store);
        lock (_writing)
        {
            // What is committed while the live units are read may be among them; the next call applies it again.
            var revision = store.GetRevision(tenant);
            var memories = store.ListMemories(tenant);
            var changes = Revision > 0
                ? store.ReadUnitChanges(tenant, Revision).ToList()
                : memories.SelectMany(m => store.ReadUnits(tenant, m.Id)).Select(u => new UnitChange(u.Revision, u.Id, u.MemoryId, u)).ToList();
            var next = memories.Aggregate(_snapshot, IndexWriter.Put);
            Volatile.Write(ref _snapshot, _writer.Apply(next, changes, revision));
        }
    }

    /// <summary>Finds what resembles a text.</summary>
    /// <exception cref="DomainException">
    /// A value of the query is out of range (see <see cref="LookupQuery.Validate"/>), or MemoryNotFound: a memory is not known.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public LookupResult Lookup(LookupQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Validate();
        return new LookupRun(query, SnapshotFor(query.Profile), cancellationToken).Answer();
    }

    /// <summary>The first look-up under a profile makes its indexes; from then on writes keep them up to date.</summary>
    private IndexSnapshot SnapshotFor(MatchProfile profile)
    {
        var snapshot = Snapshot;
        if (snapshot.Profiles.Contains(profile))
        {
            return snapshot;
        }

        lock (_writing)
        {
            Volatile.Write(ref _snapshot, _writer.Serve(_snapshot, profile));
            return _snapshot;
        }
    }
}
