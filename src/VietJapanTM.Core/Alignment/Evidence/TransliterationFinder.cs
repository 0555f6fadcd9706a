using System.Text;

namespace VietJapanTM.Alignment.Evidence;

/// <summary>Finds names and loan words that are in katakana on one side and in Latin letters on the other.</summary>
internal sealed class TransliterationFinder
{
    private const float Long = 0.85f;
    private const float Short = 0.7f;
    private const int ShortLength = 3;
    private readonly string[] _first;
    private readonly Dictionary<string, List<int>> _bySkeleton = new(StringComparer.Ordinal);
    private readonly bool _fromKatakana;

    private TransliterationFinder(string[] first, string[] second, bool fromKatakana)
    {
        _first = first;
        _fromKatakana = fromKatakana;
        for (var type = 0; type < second.Length; type++)
        {
            foreach (var skeleton in Skeletons(second[type], isKatakana: !fromKatakana))
            {
                (_bySkeleton.TryGetValue(skeleton, out var types) ? types : _bySkeleton[skeleton] = []).Add(type);
            }
        }
    }

    /// <summary>A finder for two sides, or null where not exactly one of them is in Japanese.</summary>
    /// <param name="first">The words of one side without accents.</param>
    /// <param name="second">The words of the other.</param>
    public static TransliterationFinder? Of(string[] first, string[] second)
    {
        var (one, other) = (first.Any(ConsonantSkeleton.IsKatakana), second.Any(ConsonantSkeleton.IsKatakana));
        return one == other ? null : new TransliterationFinder(first, second, fromKatakana: one);
    }

    /// <summary>Adds the words that sound like a word of the first side to a row.</summary>
    public void AddTo(int first, LinkRow row)
    {
        foreach (var skeleton in Skeletons(_first[first], _fromKatakana))
        {
            if (_bySkeleton.TryGetValue(skeleton, out var types))
            {
                var probability = skeleton.Length > ShortLength ? Long : Short;
                foreach (var type in types)
                {
                    row.Raise(type, probability, probability);
                }
            }
        }
    }

    private static IEnumerable<string> Skeletons(string word, bool isKatakana)
    {
        if (isKatakana)
        {
            return ConsonantSkeleton.IsKatakana(word) ? Telling([ConsonantSkeleton.OfKatakana(word)]) : [];
        }

        return Ascii.IsValid(word) && word.Length > ShortLength && char.IsAsciiLetter(word[0]) ? Telling(ConsonantSkeleton.OfLatin(word)) : [];
    }

    /// <summary>Two consonants are too few to tell a word by.</summary>
    private static IEnumerable<string> Telling(IEnumerable<string> skeletons) => skeletons.Where(skeleton => skeleton.Length >= ShortLength);
}
