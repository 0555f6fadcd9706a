using System.Text;
using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Evidence;

/// <summary>
/// Finds words that look alike in two languages: the same word or number, with or without accents, or words with a long common
/// beginning (<c>cooperación</c>, <c>cooperation</c>). Needs no lexicon, so it serves any pair of languages.
/// </summary>
internal sealed class CognateFinder
{
    private const float Identity = 0.8f;
    private const float Beginning = 0.48f;
    private const int PrefixLength = 5;
    private const double LeastShare = 0.6;
    private readonly string[] _first;
    private readonly string[] _second;
    private readonly HashSet<string> _firstWords;
    private readonly TransliterationFinder? _sounds;
    private readonly int[] _nextSame;
    private readonly int[] _nextPrefix;
    private readonly Dictionary<string, int> _same;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _prefixes;

    /// <summary>Indexes the words of both sides.</summary>
    public CognateFinder(string[] first, string[] second)
    {
        _first = Array.ConvertAll(first, Fold);
        _second = Array.ConvertAll(second, Fold);
        _firstWords = new HashSet<string>(_first, StringComparer.Ordinal);
        _nextSame = new int[second.Length];
        _nextPrefix = new int[second.Length];
        _same = new Dictionary<string, int>(second.Length, StringComparer.Ordinal);
        _prefixes = new Dictionary<string, int>(second.Length, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _sounds = TransliterationFinder.Of(_first, _second);
        for (var type = second.Length - 1; type >= 0; type--)
        {
            Index(type);
        }
    }

    /// <summary>Adds the words that resemble a word of the first side to a row.</summary>
    public void AddTo(int first, LinkRow row)
    {
        _sounds?.AddTo(first, row);
        var folded = _first[first];
        if (!CanIdentify(folded))
        {
            return;
        }

        if (_same.TryGetValue(folded, out var same))
        {
            for (; same >= 0; same = _nextSame[same])
            {
                row.Raise(same, Identity, Identity);
            }
        }
        else if (folded.Length >= PrefixLength && _prefixes.TryGetValue(folded.AsSpan(0, PrefixLength), out var type))
        {
            for (; type >= 0; type = _nextPrefix[type])
            {
                AddBeginning(folded, type, row);
            }
        }
    }

    private void Index(int type)
    {
        var folded = _second[type];
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

    /// <summary>A word that has its equal on the other side is no variant of another.</summary>
    private void AddBeginning(string folded, int type, LinkRow row)
    {
        var longest = Math.Max(folded.Length, _second[type].Length);
        var share = folded.AsSpan().CommonPrefixLength(_second[type]) / (double)longest;
        if (longest > PrefixLength && share >= LeastShare && !_firstWords.Contains(_second[type]))
        {
            row.Raise(type, (float)(Beginning * share), (float)(Beginning * share));
        }
    }

    /// <summary>Lower-case word without accents.</summary>
    private static string Fold(string word) =>
        char.IsAsciiDigit(word[0]) ? Digits(word)
            : Ascii.IsValid(word) ? word
            : string.Create(word.Length, word, (span, from) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = LetterFolding.Fold(from[i]);
                }
            });

    /// <summary>A number without the marks that group or divide it, which differ from language to language.</summary>
    private static string Digits(string number) =>
        number.AsSpan().IndexOfAny('.', ',') < 0 ? number : number.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);

    /// <summary>Short words coincide by chance; numbers, ideographs and marks do not.</summary>
    private static bool CanIdentify(string folded) =>
        folded.Length >= 3 || char.IsAsciiDigit(folded[0]) || folded[0] is >= '\u3400' and <= '\u9FFF' or '?' or '!' or '%' or '$' or '€';
}
