using VietJapanTM.Model;
using VietJapanTM.Text.Mending.LostSpaces;
using VietJapanTM.Text.Vocabulary;

namespace VietJapanTM.Core.Tests.Text.Mending.LostSpaces;

public sealed class WordSplitterTests
{
    private static readonly string[] Words =
        ["la", "el", "de", "a", "y", "que", "paz", "mar", "con", "ver", "ministro", "asia", "región", "los", "dos", "es", "sin", "tal"];

    [Fact]
    public void TrySplit_RandomRuns_FindsWhatAnExhaustiveSearchFinds()
    {
        var model = new LanguageModel(ShippedVocabularies.For(LanguageTag.Spanish), []);
        var context = new TokenContext("", model, MendingRules.For("es")) { Runs = [] };
        var splitter = new WordSplitter(context);
        Seeded.Run(150, random =>
        {
            var run = string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => Words[random.Next(Words.Length)]));
            run = run[..Math.Min(run.Length, 14)];
            var previous = model.Find(Words[random.Next(Words.Length)]);
            var next = random.Next(2) == 0 ? KnownWord.None : model.Find(Words[random.Next(Words.Length)]);

            var best = Enumerate(run, 0, KnownWord.None, "", previous, next, context).DefaultIfEmpty(double.NegativeInfinity).Max();

            Assert.Equal(best > double.NegativeInfinity, splitter.TrySplit(run, previous, next, "", out var score));
            Assert.Equal(best, score, 9);
        });
    }

    // Every way to cut the run, one after the other; the run as a whole is none.
    private static IEnumerable<double> Enumerate(
        string run, int start, KnownWord last, string lastWord, KnownWord previous, KnownWord next, TokenContext context)
    {
        for (var end = start + 1; end <= run.Length; end++)
        {
            var word = run[start..end];
            var known = context.Model.Find(word);
            if ((start == 0 && end == run.Length) || !WordSplitter.IsPart(context, word, known))
            {
                continue;
            }

            var step = start == 0
                ? context.Model.Conditional(previous, known, known.LogP)
                : context.Model.Conditional(last, known, known.LogP) + WordSplitter.LostSpace
                    + BoundaryGuard.WeighConjunction(context.Rules, lastWord, word)
                    + BoundaryGuard.Weigh(context, lastWord, last, word, known);
            if (end == run.Length)
            {
                yield return step + BoundaryGuard.WeighConjunction(context.Rules, word, "") + (next.IsKnown ? context.Model.Conditional(known, next, next.LogP) - next.LogP : 0);
            }
            else
            {
                foreach (var rest in Enumerate(run, end, known, word, previous, next, context))
                {
                    yield return step + rest;
                }
            }
        }
    }
}
