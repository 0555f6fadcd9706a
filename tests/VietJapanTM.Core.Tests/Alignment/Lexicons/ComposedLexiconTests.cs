using VietJapanTM.Alignment.Lexicons;

namespace VietJapanTM.Core.Tests.Alignment.Lexicons;

public sealed class ComposedLexiconTests
{
    private static readonly LexiconEntry Rare = new("", 1e-6f, 0);

    [Fact]
    public void Row_RandomLexicons_IsWhatTheDefinitionSays() => Seeded.Run(20, random =>
    {
        var direct = Make(random, "es", "a", "vi", "b");
        var first = Make(random, "es", "a", "en", "p");
        var second = Make(random, "vi", "b", "en", "p");
        var composed = new ComposedLexicon(direct, first, second);
        for (var a = 0; a < 8; a++)
        {
            var row = composed.Row(direct.Find(LexiconSide.First, $"a{a}"), first.Find(LexiconSide.First, $"a{a}")).ToArray()
                .ToDictionary(link => link.Second);
            for (var b = 0; b < 8; b++)
            {
                var id = composed.SecondId(direct.Find(LexiconSide.Second, $"b{b}"), second.Find(LexiconSide.First, $"b{b}"));
                var found = row.GetValueOrDefault(id);
                var (forward, backward) = Naive(direct, first, second, $"a{a}", $"b{b}");
                Assert.Equal(forward, found.Forward, forward / 100);
                Assert.Equal(backward, found.Backward, backward / 100);
            }
        }
    });

    [Fact]
    public void Row_FirstMetAsAStandIn_IsTheSame() => Seeded.Run(20, random =>
    {
        var direct = Make(random, "es", "a", "vi", "b");
        var (first, second) = (Make(random, "es", "a", "en", "p"), Make(random, "vi", "b", "en", "p"));
        var (fresh, used) = (new ComposedLexicon(direct, first, second), new ComposedLexicon(direct, first, second));
        for (var a = 0; a < 8; a++)
        {
            var pivoted = first.Find(LexiconSide.First, $"a{a}");
            var standIn = used.Row(-1, pivoted).ToArray();
            Assert.Equal(pivoted < 0 ? [] : fresh.Row(direct.Find(LexiconSide.First, $"a{a}"), pivoted).ToArray(), standIn);
        }
    });

    [Fact]
    public void Row_UnknownWord_IsEmpty()
    {
        var random = new Random(1);
        var composed = new ComposedLexicon(null, Make(random, "es", "a", "en", "p"), Make(random, "vi", "b", "en", "p"));
        Assert.Equal(0, composed.Row(-1, -1).Length);
        Assert.Equal(-1, composed.SecondId(-1, -1));
    }

    private static (double Forward, double Backward) Naive(Lexicon direct, Lexicon first, Lexicon second, string a, string b)
    {
        var (forward, backward) = (0.0, 0.0);
        for (var pivot = 0; pivot < 8; pivot++)
        {
            var (toPivot, fromFirst) = Link(first, a, $"p{pivot}");
            var (toPivotToo, fromSecond) = Link(second, b, $"p{pivot}");
            forward += Way(toPivot, fromSecond);
            backward += Way(fromFirst, toPivotToo);
        }

        var (there, back) = Link(direct, a, b);
        var shareA = Share(direct.Find(LexiconSide.First, a), first.Find(LexiconSide.First, a));
        var shareB = Share(direct.Find(LexiconSide.Second, b), second.Find(LexiconSide.First, b));
        return ((there * shareA) + (forward * (1 - shareA)), (back * shareB) + (backward * (1 - shareB)));
    }

    private static double Way(float one, float other) => one >= 0.01f && other >= 0.01f && one * other >= 0.0005f ? one * other : 0;

    private static double Share(int direct, int pivoted) => direct < 0 ? 0 : pivoted < 0 ? 1 : 0.5;

    private static (float Forward, float Backward) Link(Lexicon lexicon, string one, string other)
    {
        var (id, wanted) = (lexicon.Find(LexiconSide.First, one), lexicon.Find(LexiconSide.Second, other));
        foreach (var translation in id < 0 ? default : lexicon.Translations(id))
        {
            if (translation.Second == wanted)
            {
                return (translation.Forward, translation.Backward);
            }
        }

        return (0, 0);
    }

    /// <summary>A lexicon of up to eight words a language, some of them absent, with probabilities from none to 1.</summary>
    private static Lexicon Make(Random random, string one, string onePrefix, string other, string otherPrefix)
    {
        var firsts = Words(random, onePrefix);
        var seconds = Words(random, otherPrefix);
        var rows = firsts.Select(_ => Enumerable.Range(0, seconds.Length)
            .Where(_ => random.Next(3) > 0)
            .Select(id => new Translation(id, Probability(random), Probability(random)))
            .ToList()).ToArray();
        return Lexicon.Load(LexiconFormat.Pack(new LexiconSource(one, other, firsts, seconds, rows)));
    }

    private static float Probability(Random random) => random.Next(5) == 0 ? 0 : (float)Math.Exp(-6.5 * random.NextDouble());

    private static LexiconEntry[] Words(Random random, string prefix) =>
        [.. Enumerable.Range(0, 8).Where(_ => random.Next(5) > 0).Select(k => Rare with { Word = $"{prefix}{k}" })];
}
