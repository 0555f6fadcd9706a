namespace VietJapanTM.Matching.Indexing;

/// <summary>What searches had to touch: it explains their speed.</summary>
/// <param name="Postings">Entries of posting lists read.</param>
/// <param name="BitmapWords">Words of 64 rows read from bitmaps.</param>
/// <param name="Verified">Candidates whose distance was computed.</param>
internal readonly record struct SearchEffort(long Postings, long BitmapWords, long Verified)
{
    public static SearchEffort operator -(SearchEffort a, SearchEffort b) =>
        new(a.Postings - b.Postings, a.BitmapWords - b.BitmapWords, a.Verified - b.Verified);
}
