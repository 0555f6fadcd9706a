using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Evidence;

/// <summary>A lexicon seen from a document: the second side's words as types of the document.</summary>
internal sealed class LexiconView
{
    private readonly Lexicon _lexicon;
    private readonly int[] _types;

    public LexiconView(Lexicon lexicon, TokenizedSide second)
    {
        _lexicon = lexicon;
        _types = new int[lexicon.Count(LexiconSide.Second)];
        for (var type = 0; type < second.Types.Length; type++)
        {
            var id = lexicon.Find(LexiconSide.Second, second.Types[type]);
            if (id >= 0)
            {
                _types[id] = type + 1;
            }
        }
    }

    /// <summary>Calls <paramref name="visit"/> with type, p(second | first), p(first | second) for the translations of a word.</summary>
    public void Visit(string word, Action<int, float, float> visit)
    {
        var id = _lexicon.Find(LexiconSide.First, word);
        if (id < 0)
        {
            return;
        }

        foreach (var translation in _lexicon.Translations(id))
        {
            if (_types[translation.Second] > 0)
            {
                visit(_types[translation.Second] - 1, translation.Forward, translation.Backward);
            }
        }
    }
}
