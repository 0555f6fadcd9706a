namespace VietJapanTM.Exchange.Delimited;

/// <summary>Where the content of a cell stands in its record.</summary>
/// <param name="Start">UTF-16 offset in the record.</param>
/// <param name="Length">UTF-16 units, doubled quotation marks counted as two.</param>
/// <param name="IsQuoted">True where quotation marks stand around it.</param>
internal readonly record struct CellPlace(int Start, int Length, bool IsQuoted);
