namespace VietJapanTM.Alignment.Anchors;

/// <summary>Two segments that share rare words, so that the path probably passes near them.</summary>
/// <param name="Source">Source segment.</param>
/// <param name="Target">Target segment.</param>
/// <param name="Weight">How many rare words they share, more or less.</param>
internal readonly record struct Anchor(int Source, int Target, float Weight);
