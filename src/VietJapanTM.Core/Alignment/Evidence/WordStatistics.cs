using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Evidence;

/// <summary>What is known of the words of one side by themselves.</summary>
/// <param name="Chance">p(w): the mean of the share in the document and in the lexicon's corpus.</param>
/// <param name="NullProbability">p(w | null).</param>
/// <param name="Known">True where the lexicon holds the word, and of numbers, which need no lexicon.</param>
/// <param name="DirectIds">Identifiers of the words in the direct lexicon, or -1.</param>
/// <param name="PivotIds">Identifiers of the words in the lexicon that leads to the pivot, or -1.</param>
/// <param name="StandIns">
/// What stands for a word that neither lexicon holds, in the lexicon that leads to the pivot where there is one, else in the direct one;
/// null where nothing does.
/// </param>
internal sealed record WordStatistics(
    float[] Chance, float[] NullProbability, bool[] Known, int[] DirectIds, int[] PivotIds, StandIns?[] StandIns)
{
    /// <summary>True where there is a lexicon, so that a word without a counterpart says something.</summary>
    public bool HasLexicon { get; private init; }

    /// <summary>Looks the words of a side up.</summary>
    /// <param name="side">The side.</param>
    /// <param name="direct">The direct lexicon, or null.</param>
    /// <param name="language">Which of the direct lexicon's languages the side is in.</param>
    /// <param name="toPivot">The lexicon of the side's language and the pivot, or null.</param>
    /// <param name="inflections">Whether to look for words that stand for an unknown one.</param>
    public static WordStatistics Of(TokenizedSide side, Lexicon? direct, LexiconSide language, Lexicon? toPivot, bool inflections)
    {
        var count = side.Types.Length;
        var statistics = new WordStatistics(
            new float[count],
            new float[count],
            new bool[count],
            Identifiers(side.Types, direct, language),
            Identifiers(side.Types, toPivot, LexiconSide.First),
            new StandIns?[count])
        {
            HasLexicon = direct is not null || toPivot is not null,
        };
        for (var w = 0; w < count; w++)
        {
            var here = side.Counts[w] / (float)side.Tokens.Length;
            statistics.Chance[w] = here;
            statistics.Known[w] = IsNumber(side.Types[w]);
            if (direct is not null || toPivot is not null)
            {
                var one = Entry(direct, language, statistics.DirectIds[w]);
                var other = Entry(toPivot, LexiconSide.First, statistics.PivotIds[w]);

                // The pivot's lexicons come from larger corpora and know better how common a word is.
                var there = (other ?? one)?.Frequency ?? Lexicon.LeastFrequency;
                statistics.Chance[w] = (here + there) / 2;
                statistics.NullProbability[w] = (one ?? other)?.NullProbability ?? 0;
                statistics.Known[w] |= one.HasValue || other.HasValue;
                if (inflections && !statistics.Known[w])
                {
                    var (lexicon, its) = toPivot is null ? (direct!, language) : (toPivot, LexiconSide.First);
                    statistics.StandIns[w] = Evidence.StandIns.Find(lexicon, its, side.Types[w]);
                }
            }
        }

        return statistics;
    }

    /// <summary>True for a word that is a number in digits.</summary>
    public static bool IsNumber(string word) => char.IsDigit(word[0]);

    /// <summary>The identifier of each word in a lexicon, -1 where it is not there.</summary>
    public static int[] Identifiers(string[] words, Lexicon? lexicon, LexiconSide side) =>
        Array.ConvertAll(words, word => lexicon?.Find(side, word) ?? -1);

    private static LexiconEntry? Entry(Lexicon? lexicon, LexiconSide side, int id) => id >= 0 ? lexicon!.Entry(side, id) : null;
}
