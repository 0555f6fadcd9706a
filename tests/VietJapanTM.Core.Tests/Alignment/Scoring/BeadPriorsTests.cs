using VietJapanTM.Alignment;
using VietJapanTM.Alignment.Lattices;
using VietJapanTM.Alignment.Scoring;
using VietJapanTM.Alignment.Tokens;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Alignment.Scoring;

public sealed class BeadPriorsTests
{
    private static readonly BeadType Merge = new(1, 2);

    [Fact]
    public void Estimate_NothingFound_KeepsTheDefault()
    {
        var priors = BeadPriors.Estimate([], Model(0, 0));
        Assert.All(Enumerable.Range(0, BeadType.All.Length), type => Assert.Equal(BeadPriors.Default[type], priors[type], 0.001));
        Assert.Equal(BeadPriors.Default.Differences(Merge), priors.Differences(Merge));
    }

    [Fact]
    public void Estimate_DocumentSplitsSentences_AllowsIt()
    {
        var split = BeadPriors.Estimate([.. Enumerable.Range(0, 50).Select(k => new Step(k, 1, 2 * k, 2))], Model(50, 100));
        Assert.True(split.Differences(Merge)[1] > BeadPriors.Default.Differences(Merge)[1] + 1);
        Assert.Equal(BeadPriors.Default.Differences(new BeadType(1, 1)), split.Differences(new BeadType(1, 1)));
    }

    [Fact]
    public void Estimate_DocumentDropsSentences_ForgivesDeletions()
    {
        var dropping = BeadPriors.Estimate([.. Enumerable.Range(0, 25).SelectMany(Pair)], Model(50, 25));
        Assert.True(dropping[BeadType.Deletion] > BeadPriors.Default[BeadType.Deletion] + 1);
        Assert.True(dropping[BeadType.Deletion] > dropping[BeadType.Insertion] + 1);

        static Step[] Pair(int k) => [new Step(2 * k, 1, k, 1), new Step((2 * k) + 1, 1, k + 1, 0)];
    }

    [Fact]
    public void Estimate_PassageMissing_IsOneHabitAndAPartOfTheTextIsMore()
    {
        Step[] text = [.. Enumerable.Range(0, 50).Select(k => new Step(k, 1, k, 1))];
        var three = BeadPriors.Estimate([.. text, .. Missing(3)], Model(250, 50));
        var passage = BeadPriors.Estimate([.. text, .. Missing(40)], Model(250, 50));
        var part = BeadPriors.Estimate([.. text, .. Missing(80)], Model(250, 50));
        Assert.Equal(three[BeadType.Deletion], passage[BeadType.Deletion]);
        Assert.True(part[BeadType.Deletion] > passage[BeadType.Deletion] + 1);

        static Step[] Missing(int sentences) => [.. Enumerable.Range(50, sentences).Select(k => new Step(k, 1, 50, 0))];
    }

    private static SentenceCountModel Model(int sources, int targets) => new(Side(LanguageTag.Spanish, sources), Side(LanguageTag.English, targets));

    private static TokenizedSide Side(LanguageTag language, int lines) =>
        TokenizedSide.Of(AlignmentSide.OfLines(language, [.. Enumerable.Repeat("Word.", lines)]).Segments);
}
