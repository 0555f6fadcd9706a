using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Extraction;

/// <summary>How many words of two phrases translate one another, as the shipped lexicon knows; 0 where there is none.</summary>
internal sealed class LexicalCoverage
{
    private const float LeastProbability = 0.02f;
    private readonly Lexicon? _lexicon;
    private readonly bool _isForward;

    /// <summary>Takes the lexicon of two languages.</summary>
    public LexicalCoverage(LanguageTag source, LanguageTag target)
    {
        _lexicon = ShippedLexicons.Find(source, target);
        _isForward = _lexicon?.FirstLanguage == source.Primary;
    }

    /// <summary>The share of words, over both phrases, that have a translation in the other, 0 to 1.</summary>
    public double Of(IReadOnlyList<string> source, IReadOnlyList<string> target)
    {
        if (_lexicon is null)
        {
            return 0;
        }

        var (first, second) = _isForward ? (source, target) : (target, source);
        var rows = second.Select(w => _lexicon.Find(LexiconSide.Second, w)).ToList();
        var (linked, covered) = (0, new HashSet<int>());
        foreach (var word in first)
        {
            var id = _lexicon.Find(LexiconSide.First, word);
            if (id >= 0 && Link(id, rows, covered))
            {
                linked++;
            }
        }

        return (double)(linked + rows.Count(covered.Contains)) / (first.Count + second.Count);
    }

    private bool Link(int id, List<int> rows, HashSet<int> covered)
    {
        var isLinked = false;
        foreach (var translation in _lexicon!.Translations(id))
        {
            if (Math.Max(translation.Forward, translation.Backward) >= LeastProbability && rows.Contains(translation.Second))
            {
                covered.Add(translation.Second);
                isLinked = true;
            }
        }

        return isLinked;
    }
}
