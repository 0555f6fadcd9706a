namespace VietJapanTM.Text.Mending.LostSpaces;

/// <summary>A place where a space may be missing.</summary>
/// <param name="Offset">Where it would be put in, in UTF-16 units.</param>
/// <param name="Gain">log10 of the odds that it is missing, as far as the rules know.</param>
/// <param name="Kind">What is lost.</param>
internal readonly record struct SpaceCandidate(int Offset, double Gain, MendKind Kind);
