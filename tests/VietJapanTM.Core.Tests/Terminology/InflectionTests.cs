using VietJapanTM.Model;
using VietJapanTM.Terminology.Inflection;

namespace VietJapanTM.Core.Tests.Terminology;

public sealed class InflectionTests
{

    [Theory]
    [InlineData("asociación", "asociaciones", true)]
    [InlineData("integral", "integrales", true)]
    [InlineData("iniciativa", "iniciativas", true)]
    [InlineData("presidente", "presidentes", true)]
    [InlineData("luz", "luces", true)]
    [InlineData("joven", "jóvenes", true)]
    [InlineData("país", "países", true)]
    [InlineData("baúl", "baúles", true)]
    [InlineData("japonés", "japoneses", true)]
    [InlineData("compás", "compases", true)]
    [InlineData("iraní", "iraníes", true)]
    [InlineData("ley", "leyes", true)]
    [InlineData("mes", "meses", true)]
    [InlineData("alcance", "alcances", true)]
    [InlineData("primer", "primeros", true)]
    [InlineData("asociación", "asociaciónes", false)]
    [InlineData("luna", "lunes", false)]
    [InlineData("clase", "clases", true)]
    [InlineData("puerto", "puertas", false)]
    [InlineData("paz", "pases", false)]
    public void SpanishNumber_Pair_IsPluralAsInTheGrammar(string singular, string plural, bool expected)
    {
        Assert.Equal(expected, SpanishNumber.IsPlural(singular, plural));
        if (expected)
        {
            AssertSameKey(LanguageTag.Spanish, singular, plural);
        }
    }

    [Theory]
    [InlineData("summit", "summits", true)]
    [InlineData("policy", "policies", true)]
    [InlineData("day", "days", true)]
    [InlineData("address", "addresses", true)]
    [InlineData("speech", "speeches", true)]
    [InlineData("hero", "heroes", true)]
    [InlineData("crisis", "crises", true)]
    [InlineData("woman", "women", true)]
    [InlineData("alliance", "alliances", true)]
    [InlineData("policy", "policys", false)]
    [InlineData("new", "news", true)]
    [InlineData("bas", "bass", false)]
    public void EnglishNumber_Pair_IsPluralAsInTheGrammar(string singular, string plural, bool expected)
    {
        Assert.Equal(expected, EnglishNumber.IsPlural(singular, plural));
        if (expected)
        {
            AssertSameKey(LanguageTag.English, singular, plural);
        }
    }

    [Theory]
    [InlineData("hoà", "hòa", true)]
    [InlineData("thuỷ", "thủy", true)]
    [InlineData("khoẻ", "khỏe", true)]
    [InlineData("hòa", "hoa", false)]
    [InlineData("đảo", "dảo", false)]
    [InlineData("cấp", "cáp", false)]
    [InlineData("bính", "bình", false)]
    public void VietnameseRules_Pair_FoldsTonePlacementAlone(string one, string other, bool same)
    {
        Assert.Equal(same, LanguageRules.For(LanguageTag.Vietnamese).Compare(one, other) == WordChange.Same);
        Assert.Equal(same, Key(LanguageTag.Vietnamese, one) == Key(LanguageTag.Vietnamese, other));
    }

    [Theory]
    [InlineData("ministro", "ministra", WordChange.Gender)]
    [InlineData("primer", "primera", WordChange.Gender)]
    [InlineData("director", "directoras", WordChange.Gender | WordChange.Plural)]
    [InlineData("presidente", "presidenta", WordChange.Gender)]
    [InlineData("término", "termino", WordChange.Accent)]
    [InlineData("término", "TERMINO", WordChange.Same)]
    [InlineData("españa", "ESPANA", WordChange.Different)]
    [InlineData("asociación", "ASOCIACIONES", WordChange.Plural)]
    public void SpanishRules_Pair_NamesTheChange(string term, string word, object expected) =>
        Assert.Equal(expected, LanguageRules.For(LanguageTag.Spanish).Compare(term, word));

    // The keys find what the rules accept: a pair with different keys would never be compared.
    [SkippableTheory]
    [InlineData("es", "es_50k.txt")]
    [InlineData("en", "en_50k.txt")]
    public void Keys_RealWords_AreSharedByEveryAcceptedPair(string code, string file)
    {
        var path = TestData.Require("words", file);
        var words = File.ReadLines(path).Take(20_000).Select(l => l.Split(' ')[0]).Where(w => w.All(char.IsLetter)).ToHashSet();
        var language = LanguageTag.Parse(code);
        var rules = LanguageRules.For(language);
        var pairs = 0;
        foreach (var (word, other) in words.SelectMany(w => Related(w).Where(words.Contains).Select(o => (w, o))))
        {
            if ((rules.Compare(word, other) & WordChange.Different) == 0)
            {
                pairs++;
                AssertSameKey(language, word, other);
            }
        }

        Assert.InRange(pairs, 1_000, int.MaxValue);
    }

    private static IEnumerable<string> Related(string word)
    {
        var bare = string.Concat(word.Select(SpanishLetters.Bare));
        string[] stems = [word, word[..^1], bare, bare[..^1]];
        return stems.SelectMany(s => new[] { s + "s", s + "es", s + "ces", s + "ies", s + "a", s + "as", s + "o" }).Where(o => o != word);
    }

    private static void AssertSameKey(LanguageTag language, string one, string other) =>
        Assert.True(Key(language, one) == Key(language, other), $"{one} {Key(language, one)}, {other} {Key(language, other)}");

    private static string Key(LanguageTag language, string word)
    {
        var key = new char[word.Length + 1];
        return new string(key, 0, LanguageRules.For(language).WriteKey(word, key));
    }
}
