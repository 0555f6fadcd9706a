using System.Collections.Immutable;
using VietJapanTM.Matching.Indexing.Chunks;

namespace VietJapanTM.Matching;

/// <summary>
/// Keeps the chunks of an index few: each at least twice as large as the next, so that n rows written one by one cost O(n log n), none with
/// more than half of its rows past the floor, and none with so many later ends that writing them down costs much.
/// </summary>
internal static class ChunkMerging
{
    /// <summary>The chunks at the end of the list that should become one; none where nothing needs to be done.</summary>
    /// <param name="chunks">An index's chunks, in order of age.</param>
    /// <param name="floor">Rows that ended at or before it may be forgotten.</param>
    public static ImmutableArray<IndexChunk> Choose(ImmutableArray<IndexChunk> chunks, long floor)
    {
        var first = chunks.Length;
        var rows = 0;
        for (var i = chunks.Length - 1; i >= 0; i--)
        {
            if (rows > 0 && chunks[i].Count < 2 * rows)
            {
                first = i;
            }

            rows += chunks[i].Count;
        }

        for (var i = 0; i < first; i++)
        {
            if (chunks[i].IsMostlyEndedBy(floor) || chunks[i].HasManyLaterEnds)
            {
                first = i;
            }
        }

        return first == chunks.Length ? [] : chunks[first..];
    }

    /// <summary>One chunk of several, as of a revision; ends that come later are left to the caller.</summary>
    public static IndexChunk Merge(
        FormCache forms, ImmutableArray<IndexChunk> chunks, ChunkLabel label, long floor, long revision, CancellationToken cancellationToken)
    {
        var builder = new ChunkBuilder(forms);
        foreach (var chunk in chunks)
        {
            builder.Add(chunk, floor, revision, cancellationToken);
        }

        return builder.Build(label);
    }
}
