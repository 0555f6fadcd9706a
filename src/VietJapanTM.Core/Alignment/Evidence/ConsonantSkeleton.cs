namespace VietJapanTM.Alignment.Evidence;

/// <summary>
/// The consonants of a word as Japanese hears them, so that a name in katakana and in Latin letters compare: <c>ハミルトン</c> and
/// <c>Hamilton</c> are both <c>HMRTN</c>. Vowels, w and y are dropped; l is r, v is b, z and j are s, ch is t. What a spelling
/// leaves open (th, an r that closes a syllable) gives several skeletons.
/// </summary>
internal static class ConsonantSkeleton
{
    /// <summary>Most skeletons of a word.</summary>
    public const int Most = 4;

    private const string Kana = "カキクケコ|K|ガギグゲゴ|G|サシスセソザジズゼゾ|S|タチツテト|T|ダヂヅデド|D|ナニヌネノン|N|ハヒヘホ|H|フ|F|バビブベボヴ|B|パピプペポ|P|マミムメモ|M|ラリルレロ|R";
    private static readonly Dictionary<char, char> Consonants = Build();

    /// <summary>True where a word is in katakana.</summary>
    public static bool IsKatakana(string word) => word.Length > 0 && word[0] is >= 'ァ' and <= 'ヺ';

    /// <summary>The skeleton of a word in katakana.</summary>
    public static string OfKatakana(string word)
    {
        Span<char> skeleton = stackalloc char[word.Length];
        var length = 0;
        foreach (var kana in word)
        {
            if (Consonants.TryGetValue(kana, out var consonant))
            {
                skeleton[length++] = consonant;
            }
        }

        return new string(skeleton[..length]);
    }

    /// <summary>The skeletons of a word in Latin letters.</summary>
    /// <param name="word">Lower case, without accents.</param>
    /// <returns>One to <see cref="Most"/>, distinct.</returns>
    public static IReadOnlyList<string> OfLatin(string word)
    {
        var skeletons = new List<string>(Most);
        var (leavesTh, leavesCoda) = (word.Contains("th", StringComparison.Ordinal), word.Contains('r', StringComparison.Ordinal));
        foreach (var (th, keepsCoda) in (ReadOnlySpan<(char, bool)>)[('S', true), ('S', false), ('T', true), ('T', false)])
        {
            if ((th == 'T' && !leavesTh) || (!keepsCoda && !leavesCoda))
            {
                continue;
            }

            var skeleton = Hear(word, th, keepsCoda);
            if (!skeletons.Contains(skeleton))
            {
                skeletons.Add(skeleton);
            }
        }

        return skeletons;
    }

    private static string Hear(string word, char th, bool keepsCoda)
    {
        Span<char> skeleton = stackalloc char[2 * word.Length];
        var length = 0;
        for (var k = 0; k < word.Length; k++)
        {
            var next = k + 1 < word.Length ? word[k + 1] : '\0';
            if (next == word[k] && !IsVowel(next))
            {
                continue;
            }

            var (sound, taken) = Sound(word, k, next, th);
            if (sound == 'R' && word[k] == 'r' && !keepsCoda && k > 0 && !IsVowel(next))
            {
                sound = '\0';
            }

            if (sound != '\0')
            {
                skeleton[length++] = sound;
            }

            if (word[k] == 'x')
            {
                skeleton[length++] = 'S';
            }

            k += taken - 1;
        }

        return new string(skeleton[..length]);
    }

    /// <summary>The sound that begins at a letter, or none, and how many letters spell it.</summary>
    private static (char Sound, int Letters) Sound(string word, int k, char next, char th) => (word[k], next) switch
    {
        ('c', 'h') => (k + 2 < word.Length && word[k + 2] == 'r' ? 'K' : 'T', 2),
        ('c', 'k') => ('K', 2),
        ('c', 'e' or 'i' or 'y') => ('S', 1),
        ('g', 'e' or 'i' or 'y') => ('S', 1),
        ('g', 'h') => (k == 0 ? 'G' : '\0', 2),
        ('p', 'h') => ('F', 2),
        ('s', 'h') => ('S', 2),
        ('t', 'h') => (th, 2),
        ('n', 'g') => ('N', k + 2 == word.Length || IsVowel(word[k + 2]) ? 1 : 2),
        ('m', 'p' or 'b') => ('N', 1),
        ('h', _) => (IsVowel(next) ? 'H' : '\0', 1),
        ('c' or 'k' or 'q' or 'x', _) => ('K', 1),
        ('s' or 'z' or 'j', _) => ('S', 1),
        ('l' or 'r', _) => ('R', 1),
        ('b' or 'v', _) => ('B', 1),
        ('g', _) => ('G', 1),
        ('t', _) => ('T', 1),
        ('d', _) => ('D', 1),
        ('n', _) => ('N', 1),
        ('f', _) => ('F', 1),
        ('p', _) => ('P', 1),
        ('m', _) => ('M', 1),
        _ => ('\0', 1),
    };

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static Dictionary<char, char> Build()
    {
        var consonants = new Dictionary<char, char>();
        var rows = Kana.Split('|');
        for (var k = 0; k < rows.Length; k += 2)
        {
            foreach (var kana in rows[k])
            {
                consonants.Add(kana, rows[k + 1][0]);
            }
        }

        return consonants;
    }
}
