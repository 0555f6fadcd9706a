using VietJapanTM.Text.Vocabulary;
using VietJapanTM.Training.Vocabulary;

namespace VietJapanTM.Training.Tests.Vocabulary;

public sealed class SpellingSourceTests
{
    [Fact]
    public void Forms_SuffixesPrefixesAndContinuations_AreAllApplied()
    {
        using var folder = new TemporaryFolder();
        folder.Write("x.aff", "SFX A Y 1\nSFX A r ción/S ar\nSFX S Y 1\nSFX S 0 es ón\nSFX S 0 s a\nPFX d Y 2\nPFX d 0 des [^s]\nPFX d 0 de s\n");
        folder.Write("x.dic", "2\ncrear/Ad\nsala/Sd\n");
        string[] expected =
        [
            "crear", "descrear", "creación", "descreación", "sala", "desala", "salas", "desalas",
        ];
        Assert.Equal(expected, HunspellDictionary.Read(folder["x"]).Forms().Where(f => !f.EndsWith("ciónes", StringComparison.Ordinal)));
    }

    [Fact]
    public void All_VietnameseSyllables_HoldTheLanguageAndNoOther()
    {
        var syllables = VietnameseSyllables.All().ToHashSet();
        Assert.All("việt nam nghiêng quốc gia hòa hoà thuý thúy quyển khuya giếng gì ở ý người nghệ uống yêu đường".Split(' '), s => Assert.Contains(s, syllables));
        Assert.All("ministro ngê cê vietnam hợptác bàc străng jazz".Split(' '), s => Assert.DoesNotContain(s, syllables));
    }

    [Fact]
    public void Write_RandomWords_AcceptsThemAndNothingElse() => Seeded.Run(50, random =>
    {
        string Word() => string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => "abcñ"[random.Next(4)]));
        var words = Enumerable.Range(0, random.Next(1, 300)).Select(_ => Word()).ToHashSet();
        var builder = new AutomatonBuilder();
        foreach (var word in words.Order(StringComparer.Ordinal))
        {
            builder.Add(word, word.Length % 2 == 0 ? SpellingClass.Name : SpellingClass.Common);
        }

        var automaton = SpellingFile.Read(builder.Write(out var states));
        Assert.Equal(states, automaton.States);
        for (var i = 0; i < 300; i++)
        {
            var asked = Word();
            var expected = !words.Contains(asked) ? SpellingClass.None : asked.Length % 2 == 0 ? SpellingClass.Name : SpellingClass.Common;
            Assert.Equal(expected, automaton.ClassOf(asked.Aggregate(0, (state, letter) => automaton.Step(state, letter))));
        }
    });

    [Fact]
    public void Add_WordOutOfOrder_Throws()
    {
        var builder = new AutomatonBuilder();
        builder.Add("b", SpellingClass.Common);
        Assert.Throws<ArgumentException>(() => builder.Add("a", SpellingClass.Common));
        Assert.Throws<ArgumentException>(() => builder.Add("b", SpellingClass.Common));
    }
}
