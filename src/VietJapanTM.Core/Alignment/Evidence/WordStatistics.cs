using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Evidence;

/// <summary>What is known of the words of one side by themselves.</summary>
/// <param name="Chance">p(w): the mean of the share in the document and in the lexicon's corpus.</param>
/// <param name="NullProbability">p(w | null).</param>
/// <param name="Known">True where the lexicon holds the word.</param>
internal sealed record WordStatistics(float[] Chance, float[] NullProbability, bool[] Known)
{
    /// <summary>Looks the words of a side up.</summary>
    /// <param name="side">The side.</param>
    /// <param name="direct">The direct lexicon, or null.</param>
    /// <param name="language">Which of the direct lexicon's languages the side is in.</param>
    /// <param name="toPivot">The lexicon of the side's language and the pivot, or null.</param>
    public static WordStatistics Of(TokenizedSide side, Lexicon? direct, LexiconSide language, Lexicon? toPivot)
    {
        var count = side.Types.Length;
        var statistics = new WordStatistics(new float[count], new float[count], new bool[count]);
        for (var w = 0; w < count; w++)
        {
            var here = side.Counts[w] / (float)side.Tokens.Length;
            statistics.Chance[w] = here;
            if (direct is not null || toPivot is not null)
            {
                var one = Entry(direct, language, side.Types[w]);
                var other = Entry(toPivot, LexiconSide.First, side.Types[w]);

                // The pivot's lexicons come from larger corpora and know better how common a word is.
                var there = (other ?? one)?.Frequency ?? Lexicon.LeastFrequency;
                statistics.Chance[w] = (here + there) / 2;
                statistics.NullProbability[w] = (one ?? other)?.NullProbability ?? 0;
                statistics.Known[w] = one.HasValue || other.HasValue;
            }
        }

        return statistics;
    }

    private static LexiconEntry? Entry(Lexicon? lexicon, LexiconSide side, string word) =>
        lexicon?.Find(side, word) is >= 0 and var id ? lexicon.Entry(side, id) : null;
}
