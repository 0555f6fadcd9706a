using VietJapanTM.Alignment.Lexicons;

namespace VietJapanTM.Core.Tests.Alignment.Lexicons;

public sealed class CompoundWordsTests
{
    private static readonly string[] Words = ["gebirge", "gipfel", "gletscher", "höhe", "schnee", "stur", "sturm", "wall", "zahl"];

    [Theory]
    [InlineData("gipfelsturm", "gipfel sturm")]
    [InlineData("gebirgswall", "gebirge wall")]
    [InlineData("höhenzahl", "höhe zahl")]
    [InlineData("schneegletschern", "schnee gletscher")]
    [InlineData("gipfelkreuz", "")]
    [InlineData("wallzahl", "wall zahl")]
    [InlineData("wallgip", "")]
    public void Find_Word_GivesTheHalvesThatAreKnown(string word, string expected) =>
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), Find(LexiconOf("de"), word));

    [Fact]
    public void Find_LanguageWithoutCompounds_GivesNone() => Assert.Empty(Find(LexiconOf("es"), "gipfelsturm"));

    private static string[] Find(Lexicon lexicon, string word) =>
        Array.ConvertAll(CompoundWords.Find(lexicon, LexiconSide.First, word), id => Words.Single(known => lexicon.Find(LexiconSide.First, known) == id));

    private static Lexicon LexiconOf(string language) => Lexicon.Load(LexiconFormat.Pack(new LexiconSource(
        language,
        "en",
        [.. Words.Order(StringComparer.Ordinal).Select(word => new LexiconEntry(word, 0.01f, 0.01f))],
        [new LexiconEntry("word", 0.01f, 0.01f)],
        [.. Words.Select(_ => (IReadOnlyList<Translation>)[new Translation(0, 0.5f, 0.5f)])])));
}
