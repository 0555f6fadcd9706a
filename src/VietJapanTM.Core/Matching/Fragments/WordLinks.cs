using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Model;

namespace VietJapanTM.Matching.Fragments;

/// <summary>How strongly the shipped lexicons join each word of a text to each of its translation: the sum of both probabilities. Immutable.</summary>
internal sealed class WordLinks
{
    private readonly float[,] _strengths;
    private readonly bool[] _isKnown;
    private readonly bool _isTurned;

    private WordLinks(LexiconRoute route, List<EvidenceWord> first, List<EvidenceWord> second, bool isTurned)
    {
        _isTurned = isTurned;
        _strengths = new float[first.Count, second.Count];
        _isKnown = new bool[isTurned ? second.Count : first.Count];
        var places = second.SelectMany((word, i) => SecondIds(route, word.Text).Select(id => (id, i))).ToLookup(p => p.id, p => p.i);
        foreach (var place in isTurned ? places.SelectMany(p => p) : [])
        {
            _isKnown[place] = true;
        }

        for (var i = 0; i < first.Count; i++)
        {
            foreach (var (direct, pivoted) in FirstIds(route, first[i].Text))
            {
                _isKnown[isTurned ? 0 : i] |= !isTurned;
                Add(route, direct, pivoted, i, places);
            }
        }

        AddEqual(first, second);
    }

    /// <summary>What joins a word of the source and one of the target.</summary>
    public float this[int source, int target] => _isTurned ? _strengths[target, source] : _strengths[source, target];

    /// <summary>The links of two texts; null where no lexicon has their languages.</summary>
    public static WordLinks? Of(LanguageTag sourceLanguage, List<EvidenceWord> source, LanguageTag targetLanguage, List<EvidenceWord> target) =>
        ShippedLexicons.Shelf.Route(sourceLanguage.Primary, targetLanguage.Primary) is { } route ? new WordLinks(route, source, target, isTurned: false)
        : ShippedLexicons.Shelf.Route(targetLanguage.Primary, sourceLanguage.Primary) is { } turned ? new WordLinks(turned, target, source, isTurned: true)
        : null;

    /// <summary>True where the lexicons have the word of the source, or one much like it.</summary>
    public bool IsKnown(int source) => _isKnown[source];

    private void Add(LexiconRoute route, int direct, int pivoted, int first, ILookup<int, int> places)
    {
        if (route.Composed is { } composed)
        {
            foreach (var link in composed.Row(direct, pivoted))
            {
                Strengthen(first, places[link.Second], link.Forward + link.Backward);
            }
        }
        else if (direct >= 0)
        {
            foreach (var link in route.Direct!.Translations(direct))
            {
                Strengthen(first, places[link.Second], link.Forward + link.Backward);
            }
        }
    }

    private void Strengthen(int first, IEnumerable<int> seconds, float strength)
    {
        foreach (var second in seconds)
        {
            _strengths[first, second] = Math.Max(_strengths[first, second], strength);
        }
    }

    /// <summary>Names and numbers stand for themselves.</summary>
    private void AddEqual(List<EvidenceWord> first, List<EvidenceWord> second)
    {
        for (var i = 0; i < first.Count; i++)
        {
            for (var j = 0; j < second.Count; j++)
            {
                if (first[i].Text == second[j].Text)
                {
                    _strengths[i, j] = Math.Max(_strengths[i, j], 1);
                    _isKnown[_isTurned ? j : i] = true;
                }
            }
        }
    }

    /// <summary>The word in both lexicons of the route; those much like it where neither has it.</summary>
    private static IEnumerable<(int Direct, int Pivoted)> FirstIds(LexiconRoute route, string word)
    {
        var direct = route.Direct?.Find(LexiconSide.First, word) ?? -1;
        var pivoted = route.FirstToPivot?.Find(LexiconSide.First, word) ?? -1;
        return direct >= 0 || pivoted >= 0
            ? [(direct, pivoted)]
            : [
                .. (route.Direct?.FindAlike(LexiconSide.First, word) ?? []).Select(id => (id, -1)),
                .. (route.FirstToPivot?.FindAlike(LexiconSide.First, word) ?? []).Select(id => (-1, id)),
            ];
    }

    private static IEnumerable<int> SecondIds(LexiconRoute route, string word)
    {
        var direct = route.Direct?.Find(LexiconSide.Second, word) ?? -1;
        var pivoted = route.SecondToPivot?.Find(LexiconSide.First, word) ?? -1;
        return direct < 0 && pivoted < 0 ? (route.Direct?.FindAlike(LexiconSide.Second, word) ?? []).Select(id => IdOf(route, id, -1))
            : [IdOf(route, direct, pivoted)];
    }

    private static int IdOf(LexiconRoute route, int direct, int pivoted) => route.Composed is { } composed ? composed.SecondId(direct, pivoted) : direct;
}
