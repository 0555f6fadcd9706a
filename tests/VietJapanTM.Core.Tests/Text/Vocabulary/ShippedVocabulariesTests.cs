using VietJapanTM.Model;
using VietJapanTM.Text.Vocabulary;

namespace VietJapanTM.Core.Tests.Text.Vocabulary;

public sealed class ShippedVocabulariesTests
{
    [Theory]
    [InlineData("es", "cooperación", "laactividad")]
    [InlineData("en", "cooperation", "theimportance")]
    [InlineData("vi", "hợp", "hợptác")]
    public void For_Language_KnowsItsWordsAlone(string language, string word, string joined)
    {
        var vocabulary = ShippedVocabularies.For(LanguageTag.Parse(language));
        var id = vocabulary.Find(word);
        Assert.True(id >= 0);
        Assert.InRange(vocabulary.LogProbability(id), -7, -2);
        Assert.True(vocabulary.Count(id) > 0);
        Assert.Equal(SpellingClass.Common, vocabulary.Spelling(word));
        Assert.Equal(-1, vocabulary.Find(joined));
        Assert.Equal(SpellingClass.None, vocabulary.Spelling(joined));
        Assert.True(vocabulary.Characters.LogProbability(word) > vocabulary.Characters.LogProbability(new string(word.Reverse().ToArray())));
    }

    [Fact]
    public void For_Spanish_CountsPairsAndCapitals()
    {
        var vocabulary = ShippedVocabularies.For(LanguageTag.Spanish);
        Assert.True(vocabulary.Count(vocabulary.Find("de"), vocabulary.Find("la")) > 100);
        Assert.Equal(0, vocabulary.Count(vocabulary.Find("la"), vocabulary.Find("de")) / 100);
        Assert.True(vocabulary.CapitalRatio(vocabulary.Find("unidos")) > 0.5);
        Assert.True(vocabulary.CapitalRatio(vocabulary.Find("relaciones")) < 0.2);
        Assert.NotEqual(SpellingClass.None, vocabulary.Spelling("desfibráramos"));
    }

    [Fact]
    public void Walk_EveryBeginningOfAWord_FindsWhatLookUpFinds()
    {
        foreach (var language in ShippedVocabularies.Languages)
        {
            var vocabulary = ShippedVocabularies.For(language);
            foreach (var word in (string[])["delacomunidad", "theimportanceofpeace", "hợptácquốctế", "zzzz"])
            {
                var walk = vocabulary.Walk();
                for (var end = 1; end <= word.Length; end++)
                {
                    walk.Step(word[end - 1]);
                    Assert.Equal(vocabulary.Find(word.AsSpan(0, end)), walk.Find(word.AsSpan(0, end)));
                    Assert.Equal(vocabulary.Spelling(word.AsSpan(0, end)), walk.Spelling);
                }
            }
        }
    }

    [Fact]
    public void Data_EachLanguage_HasAtMostTwoMegabytesAndItsNotice()
    {
        var folder = RepositoryRoot.Combine("src", "VietJapanTM.Core", "Text", "Vocabulary", "Data");
        var notice = File.ReadAllText(Path.Combine(folder, "NOTICE.md"));
        foreach (var language in ShippedVocabularies.Languages)
        {
            var files = Directory.GetFiles(folder, $"{language}.*vocab");
            Assert.Equal(2, files.Length);
            Assert.InRange(files.Sum(f => new FileInfo(f).Length), 1, 2_000_000);
            Assert.All(files, f => Assert.Contains(Path.GetFileName(f), notice));
        }
    }
}
