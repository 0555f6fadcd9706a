using System.Runtime.InteropServices;

namespace VietJapanTM.Matching.Indexing.Chunks;

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

/// <summary>Where the rows of a term stand, in 64 bits.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly struct TermList(ListKind kind, int start, int count)
{
    private readonly uint _start = (uint)start;
    private readonly uint _kindAndCount = ((uint)kind << 30) | (uint)count;

    /// <summary>How they are written.</summary>
    public ListKind Kind => (ListKind)(_kindAndCount >> 30);

    /// <summary>The first entry: in the plain lists, in the directory, or the first word of the bitmap.</summary>
    public int Start => (int)_start;

    /// <summary>How many rows.</summary>
    public int Count => (int)(_kindAndCount & 0x3FFF_FFFF);

    /// <summary>Sorts lists by kind, then by count: as one number each, whose upper half these are.</summary>
    public static void Sort(Span<TermList> lists) => MemoryMarshal.Cast<TermList, ulong>(lists).Sort();
}

/// <summary>A key and which occurrence of it in its segment this is: what two segments share is then a set, not a multiset.</summary>
/// <param name="Key">The key.</param>
/// <param name="Occurrence">0 for the first.</param>
internal readonly record struct KeyTerm(int Key, int Occurrence);
