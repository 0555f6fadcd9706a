using System.Collections.Immutable;
using VietJapanTM.Matching.Indexing;
using VietJapanTM.Matching.Indexing.Chunks;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Store;

namespace VietJapanTM.Matching;

/// <summary>
/// The snapshot that look-ups see, and how it comes to the next one: by following the source's log, by being built from its versions, or by
/// chunks that take others' places. Thread-safe: readers take no lock. Who follows the log works beside the readers and the background; they
/// all wait for one another only while a snapshot is put in place.
/// </summary>
internal sealed class IndexState(IUnitSource source, string tenant, IndexOptions options)
{
    /// <summary>Chunks of so many rows together are merged by the writer itself; larger ones in the background, where there is one.</summary>
    private const int SmallRows = 1 << 10;

    /// <summary>Rows that are built into one chunk when an index is built from the source.</summary>
    private const int BuildRows = 1 << 21;

    // Held by who reads the log, for as long as that takes; _writing, taken inside it, only while a snapshot is put in place.
    private readonly Lock _following = new();
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
    /// <param name="stepped">Called whenever there is more in memory than before.</param>
    public void CatchUp(Func<IndexSnapshot?> load, Action stepped)
    {
        lock (_following)
        {
            if (!_isLoaded)
            {
                var loaded = load() ?? Build(Snapshot.Profiles, source.GetRevision(tenant), IndexScope.All);
                Change(_ => loaded);
                _isLoaded = true;
            }

            var memories = source.ListMemories(tenant);
            Change(snapshot => memories.Aggregate(snapshot.WithoutUnused(memories), (s, memory) => s.With(memory)));
            foreach (var step in Steps(() => Snapshot, IndexScope.All, source.GetRevision(tenant), long.MaxValue))
            {
                Change(step.ApplyTo);
                stepped();
            }

            Change(CompactSmall);
        }
    }

    /// <summary>A snapshot with every version that a look-up up to a revision may still be asked for.</summary>
    public IndexSnapshot Build(ImmutableArray<MatchProfile> profiles, long revision, IndexScope scope, CancellationToken cancellationToken = default)
    {
        var floor = Math.Max(Snapshot.Floor, revision - options.KeptRevisions);
        var built = IndexSnapshot.Of(profiles) with { Floor = floor };
        var writer = new IndexWriter(built, _caches, scope);
        foreach (var version in ReadAhead.Of(source.ReadUnitVersions(tenant, floor, revision)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (writer.Size >= BuildRows)
            {
                built = writer.Finish(built.Revision).ApplyTo(built);
                writer = new IndexWriter(built, _caches, scope);
            }

            writer.Add(version);
        }

        return writer.Finish(revision).ApplyTo(built);
    }

    /// <summary>
    /// Adds indexes that were built beside the writer: what happened since is applied to them, then they take the places of those that the
    /// snapshot has.
    /// </summary>
    public void Adopt(IndexSnapshot built, IndexScope scope)
    {
        // Nobody follows the log meanwhile, so the newest snapshot has whole revisions.
        lock (_following)
        {
            foreach (var step in Steps(() => built, scope, built.Revision, Snapshot.Revision))
            {
                built = step.ApplyTo(built);
            }

            Change(snapshot => Join(snapshot, built, scope));
        }
    }

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

    /// <summary>The changes since a snapshot, in steps; each follows the snapshot that the one before has led to.</summary>
    /// <param name="last">Answers the snapshot that the next step follows.</param>
    /// <param name="scope">The indexes that are meant.</param>
    /// <param name="revision">The newest revision when there are no changes.</param>
    /// <param name="upTo">Later revisions are left out.</param>
    private IEnumerable<IndexStep> Steps(Func<IndexSnapshot> last, IndexScope scope, long revision, long upTo)
    {
        var writer = new IndexWriter(last(), _caches, scope);
        foreach (var change in ReadAhead.Of(source.ReadUnitChanges(tenant, last().Revision).TakeWhile(c => c.Revision <= upTo)))
        {
            if (writer.Size >= options.StepSize)
            {
                // The change's own revision may have begun in this step.
                yield return writer.Finish(change.Revision - 1);
                writer = new IndexWriter(last(), _caches, scope);
            }

            writer.Apply(change);
            revision = Math.Max(revision, change.Revision);
        }

        yield return writer.Finish(revision);
    }

    private IndexSnapshot Join(IndexSnapshot snapshot, IndexSnapshot built, IndexScope scope)
    {
        var next = snapshot with { Profiles = [.. snapshot.Profiles.Union(built.Profiles)] };
        foreach (var (memoryId, key, _) in snapshot.Indexes().Where(i => built.Profiles.Contains(i.Key.Profile) && scope.Holds(i.MemoryId, i.Key)))
        {
            next = next.With(memoryId, key, new SegmentIndex(_caches.Of(key)));
        }

        return built.Indexes().Aggregate(next, (s, i) => s.With(i.MemoryId, i.Key, i.Index));
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
                var merged = ChunkMerging.Merge(index.Forms, chosen, ChunkLabels.Of(memoryId, key), snapshot.Floor, snapshot.Revision, default);
                snapshot = snapshot.With(memoryId, key, index with { Chunks = [.. index.Chunks[..^chosen.Length], merged] });
            }
        }

        return snapshot;
    }

    private bool MayMerge(IndexChunk chunk, int rows) =>
        options.Folder is null || (chunk.File is null && !chunk.IsReserved && rows + chunk.Count <= SmallRows);
}
