namespace VietJapanTM.Exchange.Bilingual;

/// <summary>A change of a file, within one line.</summary>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column of the first character that goes, in UTF-16 units.</param>
/// <param name="EndColumn">The column after the last.</param>
/// <param name="Old">What stands there, as it stands; whoever applies the change makes sure of it.</param>
/// <param name="New">What comes there, escaped as the format wants it.</param>
public sealed record TextEdit(int Line, int Column, int EndColumn, string Old, string New);
