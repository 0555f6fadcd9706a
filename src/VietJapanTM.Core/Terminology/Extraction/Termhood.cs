using VietJapanTM.Text.Vocabulary;

namespace VietJapanTM.Terminology.Extraction;

/// <summary>
/// How much a phrase looks like a term: C-value (Frantzi, Ananiadou, Mima 2000, with log2(n + 1) so that single words count, as Barrón-Cedeño et al. 2009)
/// times how much its words stand out against common language (Dunning's log-likelihood ratio, 1993, against the shipped vocabulary).
/// </summary>
internal sealed class Termhood
{
    /// <summary>log10 of the probability of a word that the vocabulary does not know.</summary>
    private const double Unknown = -7;

    /// <summary>Japanese that is cut elsewhere than at words branches little, in bits.</summary>
    private const double LeastEntropy = 0.8;

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
        if (_vocabulary is null && (IsOneSign(phrase) || phrase.BranchingEntropy < LeastEntropy))
        {
            return 0;
        }

        var alone = phrase.Nests == 0 ? phrase.Count : phrase.Count - ((double)phrase.NestedCount / phrase.Nests);
        return Math.Log2(phrase.Keys.Length + 1) * alone * Keyness(phrase);
    }

    private static bool IsOneSign(Phrase phrase) => phrase.Keys.Length == 1 && phrase.Form.EnumerateRunes().Count() < 3;

    private double Keyness(Phrase phrase) => _vocabulary is null
        ? 1
        : phrase.Keys.Where(k => !CandidateRules.Links(_texts.Language.Primary).Contains(_texts.WordOf(k))).Average(Keyness);

    private double Keyness(int key)
    {
        var id = _vocabulary!.Find(_texts.WordOf(key));
        var expected = Math.Pow(10, id < 0 ? Unknown : _vocabulary.LogProbability(id));
        var observed = (double)_texts.CountOf(key) / _texts.Total;
        return observed <= expected ? 0 : Math.Log(1 + LogLikelihood.OfShare(_texts.CountOf(key), _texts.Total, expected));
    }
}
