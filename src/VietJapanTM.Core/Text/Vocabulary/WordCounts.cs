namespace VietJapanTM.Text.Vocabulary;

/// <summary>What a vocabulary file holds, in the order of the words. Words are in lower case, distinct, in ordinal order.</summary>
/// <param name="Words">The words.</param>
/// <param name="Costs">−log10 of each word's probability, in steps of 1/<see cref="CostSteps"/>.</param>
/// <param name="Counts">How often each word occurs in running text; 0 where only a frequency list knows it.</param>
/// <param name="Capitals">The part of its occurrences within a sentence that begins with a capital, 0 to 255.</param>
/// <param name="Rows">Where the followers of each word begin, and the end of the last.</param>
/// <param name="Followers">The numbers of the words that follow each word, ascending within a row.</param>
/// <param name="FollowerCounts">How often they do.</param>
internal sealed record WordCounts(
    WordTable Words,
    int[] Costs,
    int[] Counts,
    byte[] Capitals,
    int[] Rows,
    int[] Followers,
    int[] FollowerCounts)
{
    /// <summary>Steps of <see cref="Costs"/> a power of ten.</summary>
    public const int CostSteps = 100;
}
