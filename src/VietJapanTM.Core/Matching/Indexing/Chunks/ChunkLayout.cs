using System.Runtime.InteropServices;

namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>The numbers that say how a chunk's sections are read.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct ChunkLayout
{
    /// <summary>Rows.</summary>
    public int Rows;

    /// <summary>Folds that have a key of their own: the first ones.</summary>
    public int KeyedFolds;

    /// <summary>The first fold of each kind: words, numbers, marks, invisible characters; and one behind the last.</summary>
    public FoldStarts KindStarts;

    /// <summary>Bytes that all ids begin with.</summary>
    public int IdPrefix;

    /// <summary>Bytes of an id after these; shorter ids are filled with zeros.</summary>
    public int IdWidth;

    /// <summary>How the columns are packed.</summary>
    public ColumnShape Begins;

    /// <summary>Likewise; 0 for a row that nothing has ended.</summary>
    public ColumnShape Ends;

    /// <summary>Likewise.</summary>
    public ColumnShape Ordinals;

    /// <summary>Likewise.</summary>
    public ColumnShape Ranks;
}

/// <summary>Five numbers, for four kinds of token.</summary>
[System.Runtime.CompilerServices.InlineArray(Length)]
internal struct FoldStarts
{
    public const int Length = 5;

    private int _first;
}
