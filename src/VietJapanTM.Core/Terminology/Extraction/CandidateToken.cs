namespace VietJapanTM.Terminology.Extraction;

/// <summary>A word of a text, as the counts see it.</summary>
/// <param name="Key">The number of the class of all its forms; below zero where nothing may be joined across it.</param>
/// <param name="Start">UTF-16 offset.</param>
/// <param name="End">The offset behind it.</param>
/// <param name="IsEdge">May a candidate begin or end with it?</param>
internal readonly record struct CandidateToken(int Key, int Start, int End, bool IsEdge)
{
    /// <summary>What no candidate holds: punctuation, numbers, particles.</summary>
    public const int Break = -1;
}
