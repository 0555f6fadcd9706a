namespace VietJapanTM.Terminology.Checking.Numbers;

/// <summary>A word that names a number.</summary>
/// <param name="Value">The number.</param>
/// <param name="Multiplies">True for hundred, million, 万: what stands before it is multiplied.</param>
internal readonly record struct NumberWord(decimal Value, bool Multiplies);
