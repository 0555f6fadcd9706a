using System.Text;

namespace VietJapanTM.Alignment.Lexicons;

/// <summary>
/// Finds inflections of one word among the words of a lexicon, without rules of any language: words with a long common beginning
/// and short endings (<c>medallas</c>, <c>medalla</c>).
/// </summary>
internal static class WordShapes
{
    /// <summary>Most inflections that are looked at.</summary>
    public const int Most = 3;

    private const int LeastCommon = 5;
    private const int LongestEnding = 4;
    private const int MostWalked = 256;

    /// <summary>The identifiers of the words that are most like a word, closest first; none where the word is short.</summary>
    /// <param name="words">The lexicon's words.</param>
    /// <param name="word">Lower case, NFC.</param>
    /// <param name="ids">Receives at most <see cref="Most"/>.</param>
    /// <returns>How many.</returns>
    public static int Find(WordList words, ReadOnlySpan<char> word, Span<int> ids)
    {
        var common = Math.Max(LeastCommon, word.Length - LongestEnding);
        if (word.Length < common || word.Length > LexiconFormat.MaxWordBytes / 3 || !char.IsLetter(word[0]))
        {
            return 0;
        }

        Span<byte> prefix = stackalloc byte[LexiconFormat.MaxWordBytes];
        prefix = prefix[..Encoding.UTF8.GetBytes(word[..common], prefix)];
        Span<char> other = stackalloc char[LexiconFormat.MaxWordBytes];
        Span<byte> bytes = stackalloc byte[LexiconFormat.MaxWordBytes];
        Span<int> distances = stackalloc int[Most];
        distances.Fill(int.MaxValue);
        var found = 0;
        var cursor = words.From(words.LastWholeBefore(prefix), bytes);
        for (var walked = 0; walked < MostWalked && cursor.MoveNext(); walked++)
        {
            var order = cursor.Word[..Math.Min(cursor.Word.Length, prefix.Length)].SequenceCompareTo(prefix);
            if (order > 0)
            {
                break;
            }

            if (order == 0 && cursor.Word.Length >= prefix.Length && Encoding.UTF8.TryGetChars(cursor.Word, other, out var chars))
            {
                found = Rank(word, other[..chars], cursor.Id, ids, distances, found);
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
}
