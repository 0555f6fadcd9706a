using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Evidence;

/// <summary>
/// Finds words that look alike in two languages: the same word or number, with or without accents, or words with a long common
/// beginning (<c>cooperación</c>, <c>cooperation</c>). Needs no lexicon, so it serves any pair of languages.
/// </summary>
internal sealed class CognateIndex
{
    private const float Identity = 0.8f;
    private const float Beginning = 0.48f;
    private const int PrefixLength = 5;
    private const double LeastShare = 0.6;
    private readonly string[] _folded;
    private readonly int[] _nextSame;
    private readonly int[] _nextPrefix;
    private readonly Dictionary<string, int> _same = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _prefixes;

    /// <summary>Indexes the words of one side.</summary>
    public CognateIndex(string[] words)
    {
        _folded = new string[words.Length];
        _nextSame = new int[words.Length];
        _nextPrefix = new int[words.Length];
        _prefixes = new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        for (var type = words.Length - 1; type >= 0; type--)
        {
            var folded = _folded[type] = Fold(words[type]);
            _nextSame[type] = _same.GetValueOrDefault(folded, -1);
            _same[folded] = type;
            _nextPrefix[type] = -1;
            if (folded.Length >= PrefixLength && !char.IsAsciiDigit(folded[0]))
            {
                var key = folded.AsSpan(0, PrefixLength);
                _nextPrefix[type] = _prefixes.TryGetValue(key, out var head) ? head : -1;
                _prefixes[key] = type;
            }
        }
    }

    /// <summary>True where a word equal to <paramref name="folded"/> is indexed.</summary>
    public bool Contains(string folded) => _same.ContainsKey(folded);

    /// <summary>Lower-case word without accents.</summary>
    public static string Fold(string word) =>
        System.Text.Ascii.IsValid(word)
            ? word
            : string.Create(word.Length, word, (span, from) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = LetterFolding.Fold(from[i]);
                }
            });

    /// <summary>Appends the indexed words that resemble <paramref name="folded"/>, with the probability that they translate it.</summary>
    /// <param name="folded">A folded word of the other side.</param>
    /// <param name="other">The index of the other side: a word that has its equal there is no variant of another.</param>
    /// <param name="found">Receives type and probability.</param>
    public void Find(string folded, CognateIndex other, List<(int Type, float Probability)> found)
    {
        if (!CanIdentify(folded))
        {
            return;
        }

        if (_same.TryGetValue(folded, out var same))
        {
            for (; same >= 0; same = _nextSame[same])
            {
                found.Add((same, Identity));
            }
        }
        else if (folded.Length >= PrefixLength && _prefixes.TryGetValue(folded.AsSpan(0, PrefixLength), out var type))
        {
            for (; type >= 0; type = _nextPrefix[type])
            {
                var longest = Math.Max(folded.Length, _folded[type].Length);
                var share = folded.AsSpan().CommonPrefixLength(_folded[type]) / (double)longest;
                if (longest > PrefixLength && share >= LeastShare && !other.Contains(_folded[type]))
                {
                    found.Add((type, (float)(Beginning * share)));
                }
            }
        }
    }

    /// <summary>Short words coincide by chance; numbers, ideographs and marks do not.</summary>
    private static bool CanIdentify(string folded) =>
        folded.Length >= 3 || char.IsAsciiDigit(folded[0]) || folded[0] is >= '\u3400' and <= '\u9FFF' or '?' or '!' or '%' or '$' or '€';
}
