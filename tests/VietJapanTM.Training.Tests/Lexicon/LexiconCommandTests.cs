using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Training.Lexicon;
using ShippedLexicon = VietJapanTM.Alignment.Lexicons.Lexicon;

namespace VietJapanTM.Training.Tests.Lexicon;

public sealed class LexiconCommandTests
{
    [Fact]
    public void Run_SmallCorpus_WritesTheSameBytesEveryTime()
    {
        using var folder = new TemporaryFolder();
        WriteCorpus(folder);
        Assert.Equal(0, LexiconCommand.Run([folder.Root, folder["one"]], TextWriter.Null, TextWriter.Null));
        Assert.Equal(0, LexiconCommand.Run([folder.Root, folder["two"]], TextWriter.Null, TextWriter.Null));
        foreach (var recipe in Recipe.Shipped)
        {
            var name = recipe.Pair + ".lexicon";
            Assert.Equal(File.ReadAllBytes(Path.Combine(folder["one"], name)), File.ReadAllBytes(Path.Combine(folder["two"], name)));
        }
    }

    [Theory]
    [InlineData("es-en", "casa", "house")]
    [InlineData("es-en", "perro", "dog")]
    [InlineData("es-en", "gato", "cat")]
    [InlineData("vi-en", "nhà", "house")]
    [InlineData("vi-ja", "nhà", "いえ")]
    public void Run_SmallCorpus_LearnsFromTextsAndDictionaries(string pair, string word, string translation)
    {
        using var folder = new TemporaryFolder();
        WriteCorpus(folder);
        LexiconCommand.Run([folder.Root, folder["out"]], TextWriter.Null, TextWriter.Null);
        var lexicon = ShippedLexicon.Load(File.ReadAllBytes(Path.Combine(folder["out"], pair + ".lexicon")));
        var expected = lexicon.Find(LexiconSide.Second, translation);
        var probability = 0f;
        foreach (var found in lexicon.Translations(lexicon.Find(LexiconSide.First, word)))
        {
            probability = found.Second == expected ? found.Forward : probability;
        }

        Assert.InRange(probability, 0.3, 1);
    }

    [Fact]
    public void Run_CorpusAbsent_NamesTheFile()
    {
        using var folder = new TemporaryFolder();
        using var errors = new StringWriter();
        Assert.Equal(2, LexiconCommand.Run([folder.Root, folder["out"]], TextWriter.Null, errors));
        Assert.Contains("is absent", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WrongArguments_ShowsUsage()
    {
        using var errors = new StringWriter();
        Assert.Equal(2, LexiconCommand.Run([], TextWriter.Null, errors));
        Assert.StartsWith("usage: ", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WiktionaryFile_GivesEachTranslationWithoutItsNotes()
    {
        using var folder = new TemporaryFolder();
        folder.Write("wikt", "# comment :: none\ncasa {f} /ˈkasa/ (building) :: house, home (dwelling); household\nno entry\nx {n} :: SEE: y ::\n");
        Assert.Equal(
            [("casa", "house"), ("casa", "home"), ("casa", "household")],
            WiktionaryFile.Read(folder["wikt"]));
    }

    private static void WriteCorpus(TemporaryFolder folder)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["es"] = "la casa\nla flor\nuna casa\n",
            ["en"] = "the house\nthe flower\na house\n",
            ["vi"] = "cái nhà\ncái hoa\nmột nhà\n",
            ["ja"] = "その いえ\nその はな\nひとつ いえ\n",
        };
        foreach (var stem in new[] { "lohelp.es-en", "lohelp.en-vi", "lohelp.en-ja", "lohelp.es-vi", "lohelp.es-ja", "pydoc.es-en", "alt.en-vi" })
        {
            folder.Write($"{stem}.{stem[^5..^3]}", texts[stem[^5..^3]]);
            folder.Write($"{stem}.{stem[^2..]}", texts[stem[^2..]]);
        }

        foreach (var (language, text) in texts)
        {
            folder.Write($"ntrex.{language}", text);
        }

        folder.Write("wikt.es-en.txt", "perro {m} :: dog\n");
        folder.Write("wikt.en-es.txt", "cat {n} /kæt/ (animal) :: gato {m}\n");
        folder.Write("wikt.en-vi.txt", "dog {n} :: chó\n");
        folder.Write("wikt.en-ja.txt", "dog {n} :: いぬ\n");
    }
}
