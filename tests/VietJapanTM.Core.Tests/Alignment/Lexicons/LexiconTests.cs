using VietJapanTM.Alignment.Learning;
using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Errors;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Alignment.Lexicons;

public sealed class LexiconTests
{
    [Fact]
    public void Load_WhatWasPacked_GivesTheSameTranslations()
    {
        var lexicon = Lexicon.Load(LexiconFormat.Pack(Sample()));
        Assert.Equal(("es", "en", 3), (lexicon.FirstLanguage, lexicon.SecondLanguage, lexicon.TranslationCount));
        var house = lexicon.Find(LexiconSide.First, "casa");
        var found = new List<Translation>();
        foreach (var translation in lexicon.Translations(house))
        {
            found.Add(translation);
        }

        Assert.Equal([lexicon.Find(LexiconSide.Second, "home"), lexicon.Find(LexiconSide.Second, "house")], found.Select(t => t.Second));
        Assert.InRange(found[1].Forward, 0.6, 1);
        Assert.InRange(lexicon.Entry(LexiconSide.First, house).Frequency, 0.0095, 0.0105);
        Assert.Equal(-1, lexicon.Find(LexiconSide.First, "perro"));
        Assert.Equal(-1, lexicon.Find(LexiconSide.First, new string('x', 10_000)));
    }

    [Fact]
    public void Load_AnyByteChanged_IsRefused() => Seeded.Run(50, random =>
    {
        var file = LexiconFormat.Pack(Sample());
        file[random.Next(file.Length)] ^= (byte)random.Next(1, 256);
        Assert.Equal(ErrorCode.FileMalformed, Assert.Throws<DomainException>(() => Lexicon.Load(file)).Code);
    });

    [Fact]
    public void Load_FileCut_IsRefused()
    {
        var file = LexiconFormat.Pack(Sample());
        for (var length = 0; length < file.Length; length++)
        {
            Assert.Throws<DomainException>(() => Lexicon.Load(file[..length]));
        }
    }

    [Theory]
    [InlineData("es", "en", "casa", "house")]
    [InlineData("vi", "en", "hòa", "peace")]
    [InlineData("ja", "en", "日本", "japan")]
    public void Find_ShippedPair_KnowsACommonWord(string first, string second, string word, string translation)
    {
        var lexicon = ShippedLexicons.Find(LanguageTag.Parse(second), LanguageTag.Parse(first))!;
        var expected = lexicon.Find(LexiconSide.Second, translation);
        var found = false;
        foreach (var entry in lexicon.Translations(lexicon.Find(LexiconSide.First, word)))
        {
            found |= entry.Second == expected && entry.Forward > 0.05;
        }

        Assert.True(found);
    }

    [Fact]
    public void Find_UnknownPair_IsNull() => Assert.Null(ShippedLexicons.Find(LanguageTag.Parse("de"), LanguageTag.Parse("fr")));

    [Fact]
    public void Train_TwoSentences_FindsTheCommonWord()
    {
        var trainer = new LexiconTrainer();
        trainer.Add("la casa", "the house");
        trainer.Add("la flor", "the flower");
        trainer.Add("una casa", "a house");
        var tables = trainer.Train(10, 0);
        Assert.True(tables.Links[("casa", "house")].Forward > 0.8);
        Assert.True(tables.Links[("la", "the")].Backward > 0.6);
    }

    private static LexiconSource Sample() => new(
        "es",
        "en",
        [new("casa", 0.01f, 0.001f), new("ñandú", 0.001f, 0)],
        [new("home", 0.01f, 0), new("house", 0.01f, 0), new("rhea", 0.001f, 0)],
        [[new(0, 0.2f, 0.5f), new(1, 0.8f, 0.9f)], [new(2, 1, 1)]]);
}
