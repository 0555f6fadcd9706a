using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using VietJapanTM.Matching.Indexing;
using VietJapanTM.Matching.Indexing.Chunks;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Matching;

/// <summary>
/// Makes the next snapshot from changes, or a first one from versions. Rows collect in builders and become chunks when they are many, or at
/// the end. Used once; not thread-safe.
/// </summary>
internal sealed class IndexWriter(IndexSnapshot snapshot, FormCaches caches, IndexScope scope, int chunkRows = IndexWriter.ChunkRows)
{
    /// <summary>A builder of so many rows becomes a chunk, in rows.</summary>
    public const int ChunkRows = 1 << 16;

    private readonly Dictionary<(string MemoryId, IndexKey Key), ChunkBuilder> _builders = [];
    private readonly Dictionary<string, List<(ChunkBuilder Builder, int Row)>> _unsealed = new(StringComparer.Ordinal);
    private IndexSnapshot _next = snapshot;
    private int _rows;

    /// <summary>Applies a change. The rows that it ends stay visible to every snapshot older than its revision.</summary>
    public void Apply(in UnitChange change)
    {
        End(change.MemoryId, change.UnitId, change.Revision);
        if (change.Unit is { } unit)
        {
            Begin(unit, change.Revision, end: null);
        }
    }

    /// <summary>Adds a version that no row is of.</summary>
    public void Add(in UnitVersion version) => Begin(version.Unit, version.Unit.Revision, version.EndRevision);

    /// <summary>The next snapshot, of a revision.</summary>
    public IndexSnapshot Finish(long revision)
    {
        Seal();
        return _next with { Revision = Math.Max(_next.Revision, revision) };
    }

    private void End(string memoryId, string unitId, long revision)
    {
        if (_unsealed.Remove(unitId, out var rows))
        {
            foreach (var (builder, row) in rows)
            {
                builder.End(row, revision);
            }
        }

        if (_next.Memories.TryGetValue(memoryId, out var memory))
        {
            foreach (var index in memory.Indexes.Values)
            {
                foreach (var chunk in index.Chunks)
                {
                    chunk.EnsureWhole();
                    chunk.End(unitId, revision);
                }
            }
        }
    }

    /// <summary>A rejected variant is never offered, and a blank one resembles nothing.</summary>
    private void Begin(TranslationUnit unit, long revision, long? end)
    {
        for (var i = 0; i < unit.Variants.Length; i++)
        {
            var variant = unit.Variants[i];
            if (variant.Status == VariantStatus.Rejected || string.IsNullOrWhiteSpace(variant.Text))
            {
                continue;
            }

            foreach (var profile in _next.Profiles)
            {
                var key = new IndexKey(variant.Language, profile);
                if (!scope.Holds(unit.MemoryId, key))
                {
                    continue;
                }

                var builder = BuilderOf(unit.MemoryId, key);
                var row = builder.Add(unit.Id, i, revision, end, variant.Text);
                if (end is null)
                {
                    (CollectionsMarshal.GetValueRefOrAddDefault(_unsealed, unit.Id, out _) ??= []).Add((builder, row));
                }

                _rows++;
            }
        }

        if (_rows >= chunkRows)
        {
            Seal();
        }
    }

    private ChunkBuilder BuilderOf(string memoryId, IndexKey key)
    {
        ref var builder = ref CollectionsMarshal.GetValueRefOrAddDefault(_builders, (memoryId, key), out _);
        return builder ??= new ChunkBuilder(caches.Of(key));
    }

    private void Seal()
    {
        foreach (var ((memoryId, key), builder) in _builders)
        {
            var index = _next.Memories.TryGetValue(memoryId, out var memory) && memory.Indexes.TryGetValue(key, out var known)
                ? known
                : new SegmentIndex(caches.Of(key));
            var chunk = builder.Build(ChunkLabels.Of(memoryId, key));
            _next = _next.With(memoryId, key, index with { Chunks = index.Chunks.Add(chunk) });
        }

        _builders.Clear();
        _unsealed.Clear();
        _rows = 0;
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
