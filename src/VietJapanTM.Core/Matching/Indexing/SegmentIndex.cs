using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Matching.Indexing.Chunks;

namespace VietJapanTM.Matching.Indexing;

/// <summary>
/// The segments of one memory in one language, searchable under one profile, at one moment: a few chunks. A write answers with the next
/// index; the chunks never change but for the ends of rows. Immutable; thread-safe.
/// </summary>
internal sealed record SegmentIndex(FormCache Forms, ImmutableArray<IndexChunk> Chunks)
{
    [ThreadStatic]
    private static ChunkSearch? _search;

    /// <summary>What this thread's searches have touched since it began.</summary>
    public static SearchEffort Effort => _search?.Effort ?? default;

    /// <summary>An index without rows.</summary>
    public SegmentIndex(FormCache forms)
        : this(forms, [])
    {
    }

    /// <summary>False while a damaged chunk is being rebuilt: the index then answers nothing.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Rows in all chunks, dead ones too.</summary>
    public int Count => Chunks.Sum(c => c.Count);

    /// <summary>True where a row lives at a revision.</summary>
    public bool HasRowAt(long revision) => WholeChunks().Any(c => c.HasRowAt(revision));

    /// <summary>What a look-up hears that meets a damaged chunk.</summary>
    public static DomainException Unavailable(Exception? cause) => new(
        ErrorCode.IndexUnavailable,
        "A part of the index is damaged and is being rebuilt from the store. Try again in some seconds.",
        innerException: cause);

    /// <summary>
    /// Appends every row that lives at <paramref name="revision"/> and scores at least <paramref name="threshold"/>, in no order: exactly
    /// the rows and scores that comparing with each row would give.
    /// </summary>
    /// <param name="query">The query.</param>
    /// <param name="threshold">50 to 100.</param>
    /// <param name="revision">The snapshot's, or an older one.</param>
    /// <param name="hits">Receives the hits.</param>
    /// <param name="cancellationToken">Looked at between candidates.</param>
    /// <exception cref="DomainException">IndexUnavailable: a damaged chunk is being rebuilt.</exception>
    /// <exception cref="Files.IndexDamagedException">A chunk is seen to be damaged.</exception>
    public void Search(QueryText query, int threshold, long revision, List<SegmentHit> hits, CancellationToken cancellationToken)
    {
        var search = _search ??= new ChunkSearch();
        foreach (var chunk in WholeChunks())
        {
            search.Search(query, chunk, threshold, revision, hits, cancellationToken);
        }
    }

    /// <summary>The chunks, whose bytes are what was written.</summary>
    /// <exception cref="DomainException">IndexUnavailable: a damaged chunk is being rebuilt.</exception>
    /// <exception cref="Files.IndexDamagedException">A chunk is seen to be damaged.</exception>
    public ImmutableArray<IndexChunk> WholeChunks()
    {
        if (!IsWhole)
        {
            throw Unavailable(null);
        }

        foreach (var chunk in Chunks)
        {
            chunk.EnsureWhole();
        }

        return Chunks;
    }
}
