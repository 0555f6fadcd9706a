using VietJapanTM.Errors;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Store;

namespace VietJapanTM.Matching;

/// <summary>
/// The matcher of one tenant: every exact, context and fuzzy match of a text, in any direction, now or as of a revision. The index holds
/// what is compared; the units of the hits are fetched from the source. Thread-safe: look-ups take no lock and see one moment; writes
/// follow one another, and the next look-up sees them.
/// </summary>
public sealed class TranslationMemoryIndex
{
    private readonly Lock _writing = new();
    private readonly FormCaches _caches = new();
    private readonly IUnitSource _source;
    private readonly string _tenant;
    private readonly IndexOptions _options;
    private IndexSnapshot _snapshot = IndexSnapshot.Of(MatchProfile.Standard);

    /// <summary>An index of nothing yet; see <see cref="CatchUp"/>.</summary>
    /// <param name="source">Where the units are.</param>
    /// <param name="tenant">Whose.</param>
    /// <param name="options">How it is kept; null for the defaults.</param>
    public TranslationMemoryIndex(IUnitSource source, string tenant, IndexOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(tenant);
        (_source, _tenant, _options) = (source, tenant, options ?? new IndexOptions());
    }

    /// <summary>The newest revision whose changes are in the index; 0 for none.</summary>
    public long Revision => Snapshot.Revision;

    internal IndexSnapshot Snapshot => Volatile.Read(ref _snapshot);

    /// <summary>
    /// Reads what the index lacks from the source: its memories and what happened to its units. After it a look-up sees all that was
    /// committed before the call.
    /// </summary>
    /// <exception cref="DomainException">As the source throws.</exception>
    public void CatchUp()
    {
        lock (_writing)
        {
            var revision = _source.GetRevision(_tenant);
            var snapshot = _source.ListMemories(_tenant).Aggregate(_snapshot, (s, memory) => s.With(memory));
            if (snapshot.Revision == 0)
            {
                snapshot = Build(snapshot, revision);
            }
            else if (revision > snapshot.Revision)
            {
                snapshot = Follow(snapshot, revision);
            }

            Volatile.Write(ref _snapshot, Compact(snapshot));
        }
    }

    /// <summary>Finds what resembles a text.</summary>
    /// <exception cref="DomainException">
    /// A value of the query is out of range (see <see cref="LookupQuery.Validate"/>); MemoryNotFound: a memory is not known;
    /// RevisionOutOfRange: the revision asked for is not there yet, or no longer; or as the source throws.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public LookupResult Lookup(LookupQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Validate();
        return new LookupRun(query, SnapshotFor(query.Profile), _source, _tenant, cancellationToken).Answer();
    }

    /// <summary>The snapshot with every version that a look-up may still be asked for.</summary>
    private IndexSnapshot Build(IndexSnapshot snapshot, long revision)
    {
        var floor = Math.Max(0, revision - _options.KeptRevisions);
        var writer = new IndexWriter(snapshot with { Floor = floor }, _caches);
        foreach (var version in _source.ReadUnitVersions(_tenant, floor, revision))
        {
            writer.Add(version);
        }

        return writer.Finish(revision);
    }

    /// <summary>The snapshot with what happened after its revision.</summary>
    private IndexSnapshot Follow(IndexSnapshot snapshot, long revision)
    {
        var writer = new IndexWriter(snapshot, _caches);
        foreach (var change in _source.ReadUnitChanges(_tenant, snapshot.Revision))
        {
            writer.Apply(change);
            revision = Math.Max(revision, change.Revision);
        }

        return writer.Finish(revision);
    }

    private IndexSnapshot Compact(IndexSnapshot snapshot)
    {
        foreach (var (memoryId, key, index) in snapshot.Indexes())
        {
            var chosen = ChunkMerging.Choose(index.Chunks, snapshot.Floor);
            if (chosen.Length > 0)
            {
                var merged = ChunkMerging.Merge(index.Forms, chosen, ChunkLabels.Of(memoryId, key, ""), snapshot.Floor, default);
                snapshot = snapshot.With(memoryId, key, index with { Chunks = [.. index.Chunks[..^chosen.Length], merged] });
            }
        }

        return snapshot;
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
            if (!_snapshot.Profiles.Contains(profile))
            {
                var other = Build(IndexSnapshot.Of(profile), _snapshot.Revision);
                var next = _snapshot with { Profiles = _snapshot.Profiles.Add(profile) };
                foreach (var (memoryId, key, index) in other.Indexes())
                {
                    next = next.With(memoryId, key, index);
                }

                Volatile.Write(ref _snapshot, next);
            }

            return _snapshot;
        }
    }
}
