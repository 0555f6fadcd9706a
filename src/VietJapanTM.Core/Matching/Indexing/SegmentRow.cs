using VietJapanTM.Model;

namespace VietJapanTM.Matching.Indexing;

/// <summary>
/// A variant in an index. It is seen by the snapshots older than its end: a writer ends it for a version that no reader has
/// yet, so that readers of older snapshots see no change. Thread-safe for one writer.
/// </summary>
internal sealed class SegmentRow(TranslationUnit unit, int variantIndex)
{
    private int _endedAt = int.MaxValue;

    public TranslationUnit Unit => unit;

    /// <summary>The variant's place in its unit.</summary>
    public int VariantIndex => variantIndex;

    public Variant Variant => unit.Variants[variantIndex];

    public bool IsLiveAt(int version) => version < Volatile.Read(ref _endedAt);

    /// <summary>Hides the row from <paramref name="version"/> on.</summary>
    public void End(int version) => Volatile.Write(ref _endedAt, version);
}

/// <summary>A row whose text scores at least the threshold.</summary>
/// <param name="Row">The row.</param>
/// <param name="Score">Its score before context and penalties, 0 to 100.</param>
internal readonly record struct SegmentHit(SegmentRow Row, int Score);
