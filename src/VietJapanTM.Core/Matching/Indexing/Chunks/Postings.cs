using System.Runtime.Intrinsics.X86;

namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>
/// For each term of a chunk the rows that have it, ascending. Rows come in blocks of <see cref="BlockRows"/>, so that a place in
/// a block fits 16 bits and a block's counters fit the processor's first cache. Immutable; thread-safe.
/// </summary>
internal sealed unsafe class Postings(ChunkImage image, int rows)
{
    /// <summary>The binary logarithm of <see cref="BlockRows"/>.</summary>
    public const int BlockShift = 15;

    /// <summary>Rows in a block.</summary>
    public const int BlockRows = 1 << BlockShift;

    /// <summary>64-row words in a block.</summary>
    public const int BlockWords = BlockRows / 64;

    /// <summary>Terms of fewer rows have a plain list where there are several blocks: their directory would be larger than the list.</summary>
    public const int MinBlocked = 64;

    private readonly int* _firstTerms = image.Pointer<int>(ChunkSection.FirstTerms);
    private readonly int _keys = image.Count<int>(ChunkSection.FirstTerms) - 1;
    private readonly TermList* _terms = image.Pointer<TermList>(ChunkSection.Terms);

    /// <summary>The bytes that the lists lie in, which live as long as this object.</summary>
    public ChunkImage Image { get; } = image;

    /// <summary>Rows in the chunk.</summary>
    public int Rows => rows;

    /// <summary>Row numbers of the plain lists.</summary>
    public int* PlainRows { get; } = image.Pointer<int>(ChunkSection.PlainRows);

    /// <summary>For each blocked term where each block's entries begin in <see cref="Places"/>, and where the last end.</summary>
    public int* Directory { get; } = image.Pointer<int>(ChunkSection.Directory);

    /// <summary>Places in blocks.</summary>
    public ushort* Places { get; } = image.Pointer<ushort>(ChunkSection.Places);

    /// <summary>Bits of rows, whole blocks for each term.</summary>
    public ulong* Bitmaps { get; } = image.Pointer<ulong>(ChunkSection.Bitmaps);

    /// <summary>Begins to fetch what <see cref="TryFind"/> looks at.</summary>
    public void Prefetch(ReadOnlySpan<KeyTerm> terms)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        // SAFETY: prefetching cannot fault, and only terms of known keys are read.
        foreach (var term in terms)
        {
            Sse.Prefetch0(_firstTerms + term.Key);
        }

        foreach (var term in terms)
        {
            if (term.Key < _keys)
            {
                Sse.Prefetch0(_terms + _firstTerms[term.Key] + term.Occurrence);
            }
        }
    }

    /// <summary>The list of a term, or false where no row has it.</summary>
    public bool TryFind(KeyTerm term, out TermList list)
    {
        list = default;
        if (term.Key >= _keys)
        {
            return false;
        }

        var number = _firstTerms[term.Key] + term.Occurrence;
        if (number >= _firstTerms[term.Key + 1])
        {
            return false;
        }

        list = _terms[number];
        return true;
    }
}
