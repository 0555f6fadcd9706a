namespace VietJapanTM.Terminology.Changes;

/// <summary>A field of a concept before and after a change.</summary>
/// <param name="Path">Where, in the words of the wire contract: <c>languages[es].terms[ASEAN].status</c>.</param>
/// <param name="Before">The value before; empty where there was none.</param>
/// <param name="After">The value after; empty where there is none.</param>
public readonly record struct FieldChange(string Path, string Before, string After);
