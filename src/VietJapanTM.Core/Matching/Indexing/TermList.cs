namespace VietJapanTM.Matching.Indexing;

/// <summary>How the rows of a term are written down.</summary>
internal enum ListKind : byte
{
    /// <summary>Few rows: their numbers.</summary>
    Plain,

    /// <summary>More: their places in their blocks, 16 bits each, with a directory of the blocks.</summary>
    Blocked,

    /// <summary>Many: one bit for each row of the chunk.</summary>
    Bitmap,
}

/// <summary>Where the rows of a term stand.</summary>
/// <param name="Kind">How they are written.</param>
/// <param name="Start">The first entry: in the plain lists, in the directory, or the first word of the bitmap.</param>
/// <param name="Count">How many rows.</param>
internal readonly record struct TermList(ListKind Kind, int Start, int Count);
