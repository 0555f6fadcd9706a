namespace VietJapanTM.Terminology.Extraction;

/// <summary>A segment and its translation.</summary>
/// <param name="Source">The segment.</param>
/// <param name="Target">The translation.</param>
public readonly record struct AlignedText(string Source, string Target);
