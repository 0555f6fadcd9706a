namespace VietJapanTM.Exchange.Bilingual;

/// <summary>A part of a file, from one place to another, both included; lines and columns count from 1.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
public readonly record struct NoteScope((int Line, int Column) Start, (int Line, int Column) End)
{
    /// <summary>Does it hold a place?</summary>
    public bool Holds(int line, int column) => Start.CompareTo((line, column)) <= 0 && End.CompareTo((line, column)) >= 0;
}
