namespace VietJapanTM.Matching.Indexing;

/// <summary>
/// For each term of a chunk the rows that have it, ascending. Rows come in blocks of <see cref="BlockRows"/>, so that a place in
/// a block fits 16 bits and a block's counters fit the processor's first cache. Immutable; thread-safe.
/// </summary>
internal sealed class Postings
{
    /// <summary>The binary logarithm of <see cref="BlockRows"/>.</summary>
    public const int BlockShift = 15;

    /// <summary>Rows in a block.</summary>
    public const int BlockRows = 1 << BlockShift;

    /// <summary>64-row words in a block.</summary>
    public const int BlockWords = BlockRows / 64;

    /// <summary>Terms of fewer rows have a plain list: a directory of blocks would be larger than the list.</summary>
    public const int MinBlocked = 64;

    private readonly Dictionary<int, int> _ordinals;
    private readonly int[] _firstTerms;
    private readonly TermList[] _terms;

    /// <summary>Takes the parts as they are; see <see cref="PostingsBuilder"/>.</summary>
    public Postings(Dictionary<int, int> ordinals, int[] firstTerms, TermList[] terms, PostingEntries entries)
    {
        _ordinals = ordinals;
        _firstTerms = firstTerms;
        _terms = terms;
        Entries = entries;
    }

    /// <summary>What the term lists point into.</summary>
    public PostingEntries Entries { get; }

    /// <summary>The list of a term, or false where no row has it.</summary>
    public bool TryFind(KeyTerm term, out TermList list)
    {
        list = default;
        if (!_ordinals.TryGetValue(term.Key, out var ordinal))
        {
            return false;
        }

        var number = _firstTerms[ordinal] + term.Occurrence;
        if (number >= _firstTerms[ordinal + 1])
        {
            return false;
        }

        list = _terms[number];
        return true;
    }
}

/// <summary>The entries of all lists of a chunk.</summary>
/// <param name="Rows">Rows in the chunk.</param>
/// <param name="Plain">Row numbers.</param>
/// <param name="Directory">For each blocked term where each block's entries begin in <paramref name="Blocked"/>, and where the last end.</param>
/// <param name="Blocked">Places in blocks.</param>
/// <param name="Bitmaps">Bits of rows, whole blocks for each term.</param>
internal sealed record PostingEntries(int Rows, int[] Plain, int[] Directory, PinnedArray<ushort> Blocked, PinnedArray<ulong> Bitmaps);
