using System.Collections.Immutable;
using VietJapanTM.Matching.Indexing;
using VietJapanTM.Matching.Indexing.Chunks;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Store;

namespace VietJapanTM.Matching;

/// <summary>
/// The snapshot that look-ups see, and how it comes to the next one: by following the source's log, by being built from its versions, or by
/// chunks that take others' places. Thread-safe: readers take no lock; writers follow one another.
/// </summary>
internal sealed class IndexState(IUnitSource source, string tenant, IndexOptions options)
{
    /// <summary>Chunks of so many rows together are merged by the writer itself; larger ones in the background, where there is one.</summary>
    private const int SmallRows = 1 << 10;

    /// <summary>Rows that are built into one chunk when an index is built from the source.</summary>
    private const int BuildRows = 1 << 21;

    private readonly Lock _writing = new();
    private readonly FormCaches _caches = new();
    private IndexSnapshot _snapshot = IndexSnapshot.Of(MatchProfile.Standard);
    private bool _isLoaded;

    /// <summary>The newest snapshot.</summary>
    public IndexSnapshot Snapshot => Volatile.Read(ref _snapshot);

    public FormCaches Caches => _caches;

    public IUnitSource Source => source;

    public string Tenant => tenant;

    public IndexOptions Options => options;

    /// <summary>Puts the next snapshot in place.</summary>
    public void Change(Func<IndexSnapshot, IndexSnapshot> change)
    {
        lock (_writing)
        {
            Volatile.Write(ref _snapshot, change(_snapshot));
        }
    }

    /// <summary>Brings the snapshot up to the source's newest revision.</summary>
    /// <param name="load">What is there already before the first call; answers null where nothing is.</param>
    public void CatchUp(Func<IndexSnapshot?> load)
    {
        lock (_writing)
        {
            if (!_isLoaded)
            {
                Change(snapshot => load() ?? Build(snapshot.Profiles, source.GetRevision(tenant), IndexScope.All));
                _isLoaded = true;
            }

            Change(snapshot => CompactSmall(Follow(source.ListMemories(tenant).Aggregate(snapshot, (s, memory) => s.With(memory)))));
        }
    }

    /// <summary>A snapshot with every version that a look-up up to a revision may still be asked for.</summary>
    public IndexSnapshot Build(ImmutableArray<MatchProfile> profiles, long revision, IndexScope scope, CancellationToken cancellationToken = default)
    {
        var floor = Math.Max(Snapshot.Floor, revision - options.KeptRevisions);
        var writer = new IndexWriter(IndexSnapshot.Of(profiles) with { Floor = floor }, _caches, scope, BuildRows);
        foreach (var version in ReadAhead.Of(source.ReadUnitVersions(tenant, floor, revision)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Add(version);
        }

        return writer.Finish(revision);
    }

    /// <summary>
    /// Adds indexes that were built beside the writer: what happened since is applied to them, then they take the places of those that the
    /// snapshot has.
    /// </summary>
    public void Adopt(IndexSnapshot built, IndexScope scope) => Change(snapshot =>
    {
        var changes = source.ReadUnitChanges(tenant, built.Revision).TakeWhile(c => c.Revision <= snapshot.Revision);
        var next = snapshot with { Profiles = [.. snapshot.Profiles.Union(built.Profiles)] };
        foreach (var (memoryId, key, _) in snapshot.Indexes().Where(i => built.Profiles.Contains(i.Key.Profile) && scope.Holds(i.MemoryId, i.Key)))
        {
            next = next.With(memoryId, key, new SegmentIndex(_caches.Of(key)));
        }

        foreach (var (memoryId, key, index) in Apply(built, changes, scope, snapshot.Revision).Indexes())
        {
            next = next.With(memoryId, key, index);
        }

        return next;
    });

    /// <summary>The indexes of a file answer nothing until they are rebuilt; answers which they are, or null where none has the file.</summary>
    public IndexScope? Withdraw(string file)
    {
        IndexScope? scope = null;
        Change(snapshot =>
        {
            foreach (var (memoryId, key, index) in snapshot.Indexes().Where(i => i.Index.Chunks.Any(c => c.File?.Name == file)))
            {
                scope = new IndexScope(memoryId, key);
                snapshot = snapshot.With(memoryId, key, index with { Chunks = [], IsWhole = false });
            }

            return snapshot;
        });
        return scope;
    }

    private IndexSnapshot Follow(IndexSnapshot snapshot) =>
        Apply(snapshot, source.ReadUnitChanges(tenant, snapshot.Revision), IndexScope.All, source.GetRevision(tenant));

    private IndexSnapshot Apply(IndexSnapshot snapshot, IEnumerable<UnitChange> changes, IndexScope scope, long revision)
    {
        var writer = new IndexWriter(snapshot, _caches, scope);
        foreach (var change in changes)
        {
            writer.Apply(change);
            revision = Math.Max(revision, change.Revision);
        }

        return writer.Finish(revision);
    }

    /// <summary>Merges chunks in memory; all of them where nothing works in the background.</summary>
    private IndexSnapshot CompactSmall(IndexSnapshot snapshot)
    {
        foreach (var (memoryId, key, index) in snapshot.Indexes())
        {
            var first = index.Chunks.Length;
            for (var rows = 0; first > 0 && MayMerge(index.Chunks[first - 1], rows); first--)
            {
                rows += index.Chunks[first - 1].Count;
            }

            var chosen = ChunkMerging.Choose(index.Chunks[first..], snapshot.Floor);
            if (chosen.Length > 0)
            {
                var merged = ChunkMerging.Merge(index.Forms, chosen, ChunkLabels.Of(memoryId, key), snapshot.Floor, default);
                snapshot = snapshot.With(memoryId, key, index with { Chunks = [.. index.Chunks[..^chosen.Length], merged] });
            }
        }

        return snapshot;
    }

    private bool MayMerge(IndexChunk chunk, int rows) =>
        options.Folder is null || (chunk.File is null && !chunk.IsReserved && rows + chunk.Count <= SmallRows);
}
