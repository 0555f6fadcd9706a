namespace VietJapanTM.Matching.Indexing;

/// <summary>
/// The segments of one memory in one language, searchable under one profile. An index is a snapshot: it never changes, and a
/// write answers with the next snapshot. One writer at a time; any number of readers.
/// </summary>
internal interface ISegmentIndex
{
    /// <summary>What turns text into the numbers that the index compares; shared by the indexes of one language and profile.</summary>
    SegmentVocabulary Vocabulary { get; }

    /// <summary>The next snapshot. It may forget rows that ended at or before <paramref name="version"/>.</summary>
    /// <param name="added">Rows that live from that version on.</param>
    /// <param name="ended">How many rows have ended since this snapshot.</param>
    /// <param name="version">The next snapshot's version.</param>
    ISegmentIndex With(IReadOnlyList<SegmentRow> added, int ended, int version);

    /// <summary>
    /// Appends every row that lives at <paramref name="version"/> and scores at least <paramref name="threshold"/>, in no
    /// order. Exactly the rows and scores that comparing with each row would give.
    /// </summary>
    /// <param name="query">Made by this index's <see cref="Vocabulary"/> after the snapshot was taken.</param>
    /// <param name="threshold">50 to 100.</param>
    /// <param name="version">The snapshot's version.</param>
    /// <param name="hits">Receives the hits.</param>
    /// <param name="cancellationToken">Looked at between candidates.</param>
    void Search(QuerySegment query, int threshold, int version, List<SegmentHit> hits, CancellationToken cancellationToken);

    /// <summary>The rows that live at a version, in no order.</summary>
    IEnumerable<SegmentRow> Rows(int version);
}
