using VietJapanTM.Text.Vocabulary;
using VietJapanTM.Training.Vocabulary;

namespace VietJapanTM.Training.Tests.Vocabulary;

public sealed class VocabularyCommandTests
{
    [Fact]
    public void Run_SmallCorpus_WritesCountsAndSpellingsTheSameEveryTime()
    {
        using var folder = new TemporaryFolder();
        var first = Make(folder, "first.vocab");
        var second = Make(folder, "second.vocab");
        Assert.Equal(first.Counts, second.Counts);
        Assert.Equal(first.Spelling, second.Spelling);

        var counts = WordCountsFile.Read(first.Counts);
        int Id(string word) => counts.Words.Find(word);
        Assert.Equal(4, counts.Counts[Id("la")]);
        Assert.Equal(255, counts.Capitals[Id("vietnam")]);
        Assert.Equal(2, new BigramTable(counts.Rows, counts.Followers, counts.FollowerCounts).Of(Id("la"), Id("casa")));
        Assert.Equal(0, counts.Counts[Id("gato")]);
        Assert.Equal(-1, Id("lacasa"));

        var spelling = SpellingFile.Read(first.Spelling);
        Assert.Equal(SpellingClass.Common, Of(spelling, "casas"));
        Assert.Equal(SpellingClass.Name, Of(spelling, "vietnam"));
        Assert.Equal(SpellingClass.None, Of(spelling, "cas"));
    }

    [Fact]
    public void Read_DamagedFile_SaysSo()
    {
        using var folder = new TemporaryFolder();
        var (counts, spelling) = Make(folder, "es.vocab");
        foreach (var at in new[] { 0, 4, 12, counts.Length - 1 })
        {
            var damaged = (byte[])counts.Clone();
            damaged[at] ^= 0x55;
            Assert.Throws<InvalidDataException>(() => WordCountsFile.Read(damaged));
        }

        Assert.Throws<InvalidDataException>(() => WordCountsFile.Read(counts.AsSpan(0, counts.Length / 2)));
        Assert.Throws<InvalidDataException>(() => WordCountsFile.Read(spelling));
        Assert.Throws<InvalidDataException>(() => SpellingFile.Read(counts));
        Assert.Throws<InvalidDataException>(() => SpellingFile.Read([]));
    }

    [Theory]
    [InlineData]
    [InlineData("--lang")]
    [InlineData("--lang", "ja", "--data", "d", "--hunspell", "h", "--out", "x.vocab")]
    [InlineData("--lang", "es", "--data", "d", "--hunspell", "h", "--out", "x")]
    public void Run_WrongArguments_ShowsUsage(params string[] arguments)
    {
        using var error = new StringWriter();
        Assert.Equal(2, VocabularyCommand.Run(arguments, TextWriter.Null, error));
        Assert.StartsWith("usage: ", error.ToString(), StringComparison.Ordinal);
    }

    private static SpellingClass Of(SpellingAutomaton automaton, string word) =>
        automaton.ClassOf(word.Aggregate(0, (state, letter) => automaton.Step(state, letter)));

    private static (byte[] Counts, byte[] Spelling) Make(TemporaryFolder folder, string name)
    {
        folder.Write("align/train/ntrex.es", "la casa de Vietnam\nEn la casa, la paz.\nla foo(bar) 12x\n");
        folder.Write("words/es_50k.txt", "la 9000000\ngato 50\ncasa 5000000\nlacasa 1\n");
        folder.Write("words/en_50k.txt", "the 9\n");
        folder.Write("h/es_ES.aff", "SET UTF-8\nSFX S Y 1\nSFX S 0 s [aeiou]\n");
        folder.Write("h/es_ES.dic", "5\ncasa/S\nla\nde\nVietnam\nABC\n");
        using var output = new StringWriter();
        string[] arguments = ["--lang", "es", "--data", folder.Root, "--hunspell", folder["h"], "--out", folder[name]];
        Assert.Equal(0, VocabularyCommand.Run(arguments, output, output));
        return (File.ReadAllBytes(folder[name]), File.ReadAllBytes(folder[Path.ChangeExtension(name, ".spelling.vocab")]));
    }
}
