using System.Collections.Immutable;

namespace VietJapanTM.Matching.Indexing;

/// <summary>
/// An index in memory: a few immutable chunks, each at least twice as large as the next. New rows become a new chunk, and
/// chunks are merged until that holds again, so that n rows written one by one cost O(n log n). When most rows are dead, all are merged. Immutable; thread-safe.
/// </summary>
internal sealed class ChunkedIndex : ISegmentIndex
{
    [ThreadStatic]
    private static ChunkSearch? _search;

    private readonly ImmutableArray<IndexChunk> _chunks;
    private readonly int _dead;

    /// <summary>What this thread's searches have touched since it began.</summary>
    public static SearchEffort Effort => _search?.Effort ?? default;

    /// <summary>An index without rows.</summary>
    public ChunkedIndex(SegmentVocabulary vocabulary)
        : this(vocabulary, [], dead: 0)
    {
    }

    private ChunkedIndex(SegmentVocabulary vocabulary, ImmutableArray<IndexChunk> chunks, int dead)
    {
        Vocabulary = vocabulary;
        _chunks = chunks;
        _dead = dead;
    }

    /// <inheritdoc/>
    public SegmentVocabulary Vocabulary { get; }

    /// <inheritdoc/>
    public ISegmentIndex With(IReadOnlyList<SegmentRow> added, int ended, int version)
    {
        var dead = _dead + ended;
        var isMostlyDead = 2 * dead > _chunks.Sum(c => c.Count);
        if (added.Count == 0 && !isMostlyDead)
        {
            return new ChunkedIndex(Vocabulary, _chunks, dead);
        }

        var builder = new ChunkBuilder();
        foreach (var row in added)
        {
            builder.Add(Vocabulary, row);
        }

        var kept = _chunks.Length;
        for (var count = added.Count; kept > 0 && (isMostlyDead || _chunks[kept - 1].Count < 2 * count); kept--)
        {
            count += _chunks[kept - 1].Count;
            dead -= builder.Add(_chunks[kept - 1], version);
        }

        return new ChunkedIndex(Vocabulary, [.. _chunks.AsSpan()[..kept], builder.Build()], kept == 0 ? 0 : dead);
    }

    /// <inheritdoc/>
    public void Search(QuerySegment query, int threshold, int version, List<SegmentHit> hits, CancellationToken cancellationToken)
    {
        var search = _search ??= new ChunkSearch();
        search.Prepare(query, Vocabulary, threshold, version, cancellationToken);
        foreach (var chunk in _chunks)
        {
            search.Search(chunk, hits);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<SegmentRow> Rows(int version)
    {
        foreach (var chunk in _chunks)
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                if (chunk.Row(row).IsLiveAt(version))
                {
                    yield return chunk.Row(row);
                }
            }
        }
    }
}
