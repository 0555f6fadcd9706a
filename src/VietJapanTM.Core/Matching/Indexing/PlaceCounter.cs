using System.Numerics;
using VietJapanTM.Matching.Indexing.Chunks;

namespace VietJapanTM.Matching.Indexing;

/// <summary>
/// Counts in how many of some lists each place of a block occurs, and finds the places that reach a number. Allocates nothing;
/// not thread-safe.
/// </summary>
/// <typeparam name="T">A counter: an unsigned type that holds the number of lists.</typeparam>
internal sealed unsafe class PlaceCounter<T>
    where T : unmanaged, IBinaryInteger<T>
{
    /// <summary>Above one entry in so many rows the counters are cleared as a whole.</summary>
    private const int ClearShare = 16;

    private readonly PinnedArray<T> _counts = new(Postings.BlockRows);

    /// <summary>How many of the lists counted have the place.</summary>
    public int this[int place] => int.CreateTruncating(_counts.Pointer[place]);

    /// <summary>Counts the lists and writes each place that reaches <paramref name="hits"/> once; answers how many.</summary>
    /// <param name="lists">The lists; none is a bitmap.</param>
    /// <param name="hits">1 or more.</param>
    /// <param name="found">Receives the places; has room for a block's.</param>
    public int Count(ReadOnlySpan<ListSlice> lists, int hits, ushort* found)
    {
        // SAFETY: a place is below BlockRows, and each is found at most once.
        var counts = _counts.Pointer;
        var wanted = T.CreateTruncating(hits);
        var number = 0;
        foreach (var list in lists)
        {
            var end = list.Places + list.Length;
            for (var place = list.Places; place < end; place++)
            {
                var count = counts[*place] + T.One;
                counts[*place] = count;
                found[number] = *place;
                number += count == wanted ? 1 : 0;
            }
        }

        return number;
    }

    /// <summary>Sets the counts of the lists back to nothing.</summary>
    public void Clear(ReadOnlySpan<ListSlice> lists)
    {
        var entries = 0L;
        foreach (var list in lists)
        {
            entries += list.Length;
        }

        if (entries * ClearShare > Postings.BlockRows)
        {
            _counts.Span.Clear();
            return;
        }

        // SAFETY: as above.
        var counts = _counts.Pointer;
        foreach (var list in lists)
        {
            var end = list.Places + list.Length;
            for (var place = list.Places; place < end; place++)
            {
                counts[*place] = T.Zero;
            }
        }
    }
}
