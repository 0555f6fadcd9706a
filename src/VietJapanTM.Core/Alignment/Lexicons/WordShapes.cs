using System.Text;

namespace VietJapanTM.Alignment.Lexicons;

/// <summary>
/// Finds inflections of one word among the words of a lexicon, without rules of any language: words with a long common beginning
/// and short endings (<c>medallas</c>, <c>medalla</c>). The words are those of a lexicon file, sorted and front-coded; every
/// 32nd is kept whole, so that a search decodes few. Immutable.
/// </summary>
internal sealed class WordShapes
{
    /// <summary>Most inflections that are looked at.</summary>
    public const int Most = 3;

    private const int Step = 32;
    private const int LeastCommon = 5;
    private const int LongestEnding = 4;
    private const int MostWalked = 256;
    private readonly byte[] _bytes;
    private readonly int _count;
    private readonly List<(int At, byte[] Word)> _landmarks = [];

    /// <param name="bytes">A lexicon file.</param>
    /// <param name="count">Number of words.</param>
    public WordShapes(byte[] bytes, int count)
    {
        _bytes = bytes;
        _count = count;
    }

    /// <summary>Notes a word while the file is read in order; all but every 32nd pass unnoticed.</summary>
    /// <param name="id">Its identifier.</param>
    /// <param name="at">Where its entry begins in the file.</param>
    /// <param name="word">Its bytes.</param>
    public void Pass(int id, int at, ReadOnlySpan<byte> word)
    {
        if (id % Step == 0)
        {
            _landmarks.Add((at, word.ToArray()));
        }
    }

    /// <summary>The identifiers of the words that are most like a word, closest first; none where the word is short.</summary>
    /// <param name="word">Lower case, NFC.</param>
    /// <param name="ids">Receives at most <see cref="Most"/>.</param>
    /// <returns>How many.</returns>
    public int Find(ReadOnlySpan<char> word, Span<int> ids)
    {
        var common = Math.Max(LeastCommon, word.Length - LongestEnding);
        if (word.Length < common || word.Length > LexiconFormat.MaxWordBytes / 3 || !char.IsLetter(word[0]))
        {
            return 0;
        }

        Span<byte> prefix = stackalloc byte[LexiconFormat.MaxWordBytes];
        prefix = prefix[..Encoding.UTF8.GetBytes(word[..common], prefix)];
        Span<char> other = stackalloc char[LexiconFormat.MaxWordBytes];
        Span<byte> bytes = stackalloc byte[2 * LexiconFormat.MaxWordBytes];
        Span<int> distances = stackalloc int[Most];
        distances.Fill(int.MaxValue);
        var found = 0;
        var (id, at) = Landmark(prefix);
        var length = _landmarks.Count == 0 ? 0 : _landmarks[id / Step].Word.Length;
        if (length > 0)
        {
            _landmarks[id / Step].Word.CopyTo(bytes);
        }

        for (var walked = 0; id < _count && walked < MostWalked; id++, walked++)
        {
            int shared = _bytes[at], rest = _bytes[at + 1];
            _bytes.AsSpan(at + 2, rest).CopyTo(bytes[shared..]);
            length = shared + rest;
            at += 4 + rest;
            var order = bytes[..Math.Min(length, prefix.Length)].SequenceCompareTo(prefix);
            if (order > 0)
            {
                break;
            }

            if (order == 0 && length >= prefix.Length && Encoding.UTF8.TryGetChars(bytes[..length], other, out var chars))
            {
                found = Rank(word, other[..chars], id, ids, distances, found);
            }
        }

        return found;
    }

    /// <summary>Puts a word in its place among the closest.</summary>
    private static int Rank(ReadOnlySpan<char> word, ReadOnlySpan<char> other, int id, Span<int> ids, Span<int> distances, int found)
    {
        var common = word.CommonPrefixLength(other);
        var distance = Math.Max(word.Length, other.Length) - common;
        if (other.Length - common > LongestEnding)
        {
            return found;
        }

        for (var k = 0; k < Most; k++)
        {
            if (distance < distances[k])
            {
                for (var last = Most - 1; last > k; last--)
                {
                    (ids[last], distances[last]) = (ids[last - 1], distances[last - 1]);
                }

                (ids[k], distances[k]) = (id, distance);
                return Math.Min(Most, found + 1);
            }
        }

        return found;
    }

    /// <summary>The last landmark that does not come after a prefix, or the first.</summary>
    private (int Id, int At) Landmark(ReadOnlySpan<byte> prefix)
    {
        int low = 0, high = _landmarks.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = prefix.SequenceCompareTo(_landmarks[middle].Word) > 0 ? (middle + 1, high) : (low, middle);
        }

        var index = Math.Max(0, low - 1);
        return _landmarks.Count == 0 ? (_count, 0) : (index * Step, _landmarks[index].At);
    }
}
