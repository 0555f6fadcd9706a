using VietJapanTM.Text.Vocabulary;

namespace VietJapanTM.Terminology.Extraction;

/// <summary>
/// How much a phrase looks like a term: C-value (Frantzi, Ananiadou, Mima 2000; single words count as 1.1 words, because log2(1) would leave none)
/// times how much its words stand out against common language (Dunning's log-likelihood ratio, 1993, against the shipped vocabulary).
/// </summary>
internal sealed class Termhood
{
    /// <summary>log10 of the probability of a word that the vocabulary does not know.</summary>
    private const double Unknown = -7;

    /// <summary>log10 of the probability from which on a single word is everybody's.</summary>
    private const double Common = -4;

    /// <summary>Japanese that is cut elsewhere than at words branches little, in bits.</summary>
    private const double LeastEntropy = 0.8;

    private const double SingleWord = 1.1;

    private readonly TokenizedTexts _texts;
    private readonly LanguageVocabulary? _vocabulary;

    /// <summary>Weighs the phrases of texts.</summary>
    public Termhood(TokenizedTexts texts)
    {
        _texts = texts;
        _vocabulary = ShippedVocabularies.Languages.Any(l => l.Primary == texts.Language.Primary) ? ShippedVocabularies.For(texts.Language) : null;
    }

    /// <summary>The score; 0 or less for what is no candidate.</summary>
    public double Of(Phrase phrase)
    {
        if (_vocabulary is null ? IsOneSign(phrase) || phrase.BranchingEntropy < LeastEntropy : phrase.Keys.Length == 1 && IsCommon(phrase))
        {
            return 0;
        }

        var alone = phrase.Nests == 0 ? phrase.Count : phrase.Count - ((double)phrase.NestedCount / phrase.Nests);
        return LengthOf(phrase) * alone * Keyness(phrase);
    }

    /// <summary>A word with a capital is a name, however often it occurs.</summary>
    private bool IsCommon(Phrase word) =>
        !char.IsUpper(word.Form[0]) && _vocabulary!.Find(_texts.WordOf(word.Keys[0])) is var id and >= 0 && _vocabulary.LogProbability(id) > Common;

    private static double LengthOf(Phrase phrase) => Math.Log2(Math.Max(SingleWord, phrase.Keys.Length));

    private static bool IsOneSign(Phrase phrase) => phrase.Keys.Length == 1 && phrase.Form.EnumerateRunes().Count() < 3;

    private double Keyness(Phrase phrase) => _vocabulary is null
        ? 1
        : phrase.Keys.Where(k => !CandidateRules.IsLink(_texts.WordOf(k))).Select(Keyness).DefaultIfEmpty().Average();

    private double Keyness(int key)
    {
        var id = _vocabulary!.Find(_texts.WordOf(key));
        var expected = Math.Pow(10, id < 0 ? Unknown : _vocabulary.LogProbability(id));
        var observed = (double)_texts.CountOf(key) / _texts.Total;
        return observed <= expected ? 0 : Math.Log(1 + LogLikelihood.OfShare(_texts.CountOf(key), _texts.Total, expected));
    }
}
