using VietJapanTM.Matching.Concordances;
using VietJapanTM.Matching.Indexing.Chunks;

namespace VietJapanTM.Matching.Fragments;

/// <summary>
/// For each word of a query the longest piece from there on that a row holds. A part of what is held is held too, so the end of the longest piece
/// never moves back from one word to the next, and each step asks for one piece: twice as many as there are words. Used once; not thread-safe.
/// </summary>
/// <param name="query">The words.</param>
/// <param name="chunks">Where to look.</param>
/// <param name="revision">The revision that must see a row.</param>
internal sealed class HeldPieces(IReadOnlyList<KeyedToken> query, IEnumerable<IndexChunk> chunks, long revision)
{
    private readonly List<(IndexChunk Chunk, PieceFinder Finder)> _finders =
        [.. chunks.OrderByDescending(c => c.Count).Select(c => (c, new PieceFinder(query, c, revision)))];

    /// <summary>Finds them; a word from which no piece that is long enough is held has one of no length.</summary>
    /// <param name="leastEnd">For each word where a piece that begins there must end at the earliest; beyond the last word where none can.</param>
    /// <param name="cancellationToken">Looked at for each piece.</param>
    public HeldPiece[] Find(IReadOnlyList<int> leastEnd, CancellationToken cancellationToken)
    {
        var longest = new HeldPiece[query.Count];
        var last = default(HeldPiece);
        var end = 0;
        for (var start = 0; start < query.Count; start++)
        {
            for (var next = Math.Max(end + 1, leastEnd[start]); next <= query.Count && Find(start, next, cancellationToken) is { } piece; next++)
            {
                (last, end) = (piece, next);
            }

            longest[start] = end >= leastEnd[start] ? last with { Length = end - start } : default;
        }

        return longest;
    }

    private HeldPiece? Find(int start, int end, CancellationToken cancellationToken)
    {
        foreach (var (chunk, finder) in _finders)
        {
            if (finder.Find(start, end, cancellationToken) is var row and >= 0)
            {
                return new HeldPiece(end - start, chunk, row);
            }
        }

        return null;
    }
}

/// <summary>A piece that a row holds.</summary>
/// <param name="Length">In words; 0 for none.</param>
/// <param name="Chunk">The row's chunk.</param>
/// <param name="Row">The row.</param>
internal readonly record struct HeldPiece(int Length, IndexChunk Chunk, int Row);
