using VietJapanTM.Matching.Indexing;
using VietJapanTM.Matching.Indexing.Chunks;

namespace VietJapanTM.Matching;

/// <summary>
/// What some changes add to an index: chunks of new rows, and ends of older rows. It is made while look-ups and the background go on, and then
/// applied in an instant. Applied twice, as after a crash, it leaves no row twice: the later rows end the earlier ones at the revision that began them.
/// </summary>
/// <param name="Seen">The snapshot that the changes follow; their ends stand in its chunks.</param>
/// <param name="Chunks">Rows that no reader sees before the step's revision.</param>
/// <param name="Ends">The older units that ended.</param>
/// <param name="Revision">The newest revision of which all changes are in.</param>
/// <param name="Caches">For indexes that are new.</param>
internal sealed record IndexStep(IndexSnapshot Seen, IReadOnlyList<MadeChunk> Chunks, IReadOnlyList<UnitEnd> Ends, long Revision, FormCaches Caches)
{
    /// <summary>The snapshot after the step; the one given may have chunks that were merged meanwhile.</summary>
    public IndexSnapshot ApplyTo(IndexSnapshot snapshot)
    {
        if (Ends.Count > 0 && !ReferenceEquals(snapshot, Seen))
        {
            EndInMergedChunks(snapshot);
        }

        foreach (var (memoryId, key, chunk) in Chunks)
        {
            var index = snapshot.Memories.GetValueOrDefault(memoryId)?.Indexes.GetValueOrDefault(key) ?? new SegmentIndex(Caches.Of(key));
            snapshot = snapshot.With(memoryId, key, index with { Chunks = index.Chunks.Add(chunk) });
        }

        return snapshot with { Revision = Math.Max(snapshot.Revision, Revision) };
    }

    private void EndInMergedChunks(IndexSnapshot snapshot)
    {
        var seen = Seen.Indexes().SelectMany(i => i.Index.Chunks).ToHashSet();
        foreach (var (memoryId, _, index) in snapshot.Indexes())
        {
            foreach (var chunk in index.Chunks.Where(c => !seen.Contains(c)))
            {
                foreach (var end in Ends.Where(e => e.MemoryId == memoryId))
                {
                    chunk.End(end.UnitId, end.Revision);
                }
            }
        }
    }
}

/// <summary>A chunk of new rows and where it belongs.</summary>
internal readonly record struct MadeChunk(string MemoryId, IndexKey Key, IndexChunk Chunk);

/// <summary>A unit whose rows end at a revision.</summary>
internal readonly record struct UnitEnd(string MemoryId, string UnitId, long Revision);
