namespace VietJapanTM.Model;

/// <summary>Something outside the glossary that an entry points to (TBX-Basic <c>externalCrossReference</c>, <c>xGraphic</c>).</summary>
/// <param name="Target">Its address; never fetched.</param>
/// <param name="Text">What it is called; may be empty.</param>
/// <param name="IsGraphic">True for a picture.</param>
public readonly record struct ExternalReference(string Target, string Text, bool IsGraphic = false);
