using VietJapanTM.Matching.Indexing.Chunks;

namespace VietJapanTM.Matching.Indexing;

/// <summary>A row whose text scores at least the threshold.</summary>
/// <param name="Chunk">Its chunk.</param>
/// <param name="Row">The row.</param>
/// <param name="Score">Its score before context and penalties, 0 to 100.</param>
internal readonly record struct SegmentHit(IndexChunk Chunk, int Row, int Score);
