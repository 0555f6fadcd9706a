using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using VietJapanTM.Matching.Indexing.Chunks;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Matching;

/// <summary>
/// Makes one step of an index, from changes that follow a snapshot or from versions: rows collect in builders, which become chunks at the end.
/// Used once; not thread-safe.
/// </summary>
internal sealed class IndexWriter(IndexSnapshot snapshot, FormCaches caches, IndexScope scope)
{
    /// <summary>Fewer rows are not worth a second thread.</summary>
    private const int LargeRows = 1 << 17;

    private readonly Dictionary<(string MemoryId, IndexKey Key), ChunkBuilder> _builders = [];
    // What later changes may end.
    private readonly Dictionary<string, List<(ChunkBuilder Builder, int Row)>> _open = new(StringComparer.Ordinal);
    private readonly List<UnitEnd> _ends = [];

    /// <summary>Rows and ends so far.</summary>
    public int Size { get; private set; }

    /// <summary>Applies a change. The rows that it ends stay visible to every snapshot older than its revision.</summary>
    public void Apply(in UnitChange change)
    {
        End(new UnitEnd(change.MemoryId, change.UnitId, change.Revision));
        if (change.Unit is { } unit)
        {
            Begin(unit, change.Revision, end: null, _open);
        }
    }

    /// <summary>Adds a version that no row is of and no later change ends.</summary>
    public void Add(in UnitVersion version) => Begin(version.Unit, version.Unit.Revision, version.EndRevision, open: null);

    /// <summary>The step that leads to a revision. Large chunks are built side by side.</summary>
    public IndexStep Finish(long revision)
    {
        var chunks = Size < LargeRows
            ? _builders.Select(part => Make(part, threads: 1))
            : _builders.AsParallel().AsOrdered().Select(part => Make(part, Environment.ProcessorCount));
        return new IndexStep(snapshot, [.. chunks], _ends, revision, caches);
    }

    private static MadeChunk Make(KeyValuePair<(string MemoryId, IndexKey Key), ChunkBuilder> part, int threads)
    {
        var (memoryId, key) = part.Key;
        return new MadeChunk(memoryId, key, part.Value.Build(ChunkLabels.Of(memoryId, key), threads));
    }

    private void End(UnitEnd end)
    {
        if (_open.Remove(end.UnitId, out var rows))
        {
            foreach (var (builder, row) in rows)
            {
                builder.End(row, end.Revision);
            }
        }

        if (snapshot.Memories.TryGetValue(end.MemoryId, out var memory))
        {
            var ended = 0;
            foreach (var index in memory.Indexes.Values)
            {
                foreach (var chunk in index.Chunks)
                {
                    chunk.EnsureWhole();
                    ended += chunk.End(end.UnitId, end.Revision);
                }
            }

            if (ended > 0)
            {
                _ends.Add(end);
                Size++;
            }
        }
    }

    /// <summary>A rejected variant is never offered, and a blank one resembles nothing.</summary>
    private void Begin(TranslationUnit unit, long revision, long? end, Dictionary<string, List<(ChunkBuilder Builder, int Row)>>? open)
    {
        var rank = VariantRank.BestOf(unit);
        for (var i = 0; i < unit.Variants.Length; i++)
        {
            var variant = unit.Variants[i];
            if (variant.Status == VariantStatus.Rejected || string.IsNullOrWhiteSpace(variant.Text))
            {
                continue;
            }

            foreach (var profile in snapshot.Profiles)
            {
                var key = new IndexKey(variant.Language, profile);
                if (!scope.Holds(unit.MemoryId, key))
                {
                    continue;
                }

                var builder = BuilderOf(unit.MemoryId, key);
                var row = builder.Add(unit.Id, i, revision, end, variant.Text, rank);
                if (open is not null)
                {
                    (CollectionsMarshal.GetValueRefOrAddDefault(open, unit.Id, out _) ??= []).Add((builder, row));
                }

                Size++;
            }
        }
    }

    private ChunkBuilder BuilderOf(string memoryId, IndexKey key)
    {
        ref var builder = ref CollectionsMarshal.GetValueRefOrAddDefault(_builders, (memoryId, key), out _);
        return builder ??= new ChunkBuilder(caches.Of(key));
    }
}

/// <summary>The caches of analysed forms, one for each language and profile. Thread-safe.</summary>
internal sealed class FormCaches
{
    private readonly ConcurrentDictionary<(MatchProfile Profile, string Language), FormCache> _caches = new();

    public FormCache Of(IndexKey key) => _caches.GetOrAdd(
        (key.Profile, key.Language.Primary), static (k, language) => new FormCache(new SegmentAnalyzer(k.Profile, language)), key.Language);
}

/// <summary>Which indexes are meant.</summary>
/// <param name="MemoryId">Those of a memory; null for all.</param>
/// <param name="Key">That of a language and profile; null for all.</param>
internal readonly record struct IndexScope(string? MemoryId, IndexKey? Key)
{
    /// <summary>All.</summary>
    public static IndexScope All => default;

    public bool Holds(string memoryId, IndexKey key) => (MemoryId ?? memoryId) == memoryId && (Key ?? key) == key;
}

/// <summary>Makes labels of chunks.</summary>
internal static class ChunkLabels
{
    public static ChunkLabel Of(string memoryId, IndexKey key) =>
        new(memoryId, key.Language.Value, key.Profile.Name, key.Profile.Version);
}
