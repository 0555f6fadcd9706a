using System.Text;
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

    [Fact]
    public void Load_ManyRandomWords_FindsEachWithItsRow() => Seeded.Run(10, random =>
    {
        var source = RandomSource(random, random.Next(400));
        var lexicon = Lexicon.Load(LexiconFormat.Pack(source));
        Assert.Equal(source.Rows.Sum(row => row.Count), lexicon.TranslationCount);
        for (var id = 0; id < source.First.Count; id++)
        {
            // The second time it is remembered.
            Assert.Equal(id, lexicon.Find(LexiconSide.First, source.First[id].Word));
            Assert.Equal(id, lexicon.Find(LexiconSide.First, source.First[id].Word));
            Assert.Equal(-1, lexicon.Find(LexiconSide.First, source.First[id].Word + "x"));
            Assert.Equal(source.Rows[id].Select(t => t.Second), Seconds(lexicon, id));
            Assert.Equal(lexicon.Unpacked(id).ToArray().Select(link => TranslationReader.Unpack(link).Second), Seconds(lexicon, id));
            Assert.Equal(source.First[id].Frequency, lexicon.Entry(LexiconSide.First, id).Frequency, source.First[id].Frequency / 20);
        }
    });

    [Fact]
    public void Map_RandomWords_IsWhatFindSays() => Seeded.Run(10, random =>
    {
        var (one, other) = (RandomSource(random, random.Next(200)), RandomSource(random, random.Next(200)));
        var (first, second) = (Lexicon.Load(LexiconFormat.Pack(one)), Lexicon.Load(LexiconFormat.Pack(other)));
        Assert.Equal(one.First.Select(e => second.Find(LexiconSide.Second, e.Word)), first.Map(LexiconSide.First, second, LexiconSide.Second));
    });

    [Fact]
    public void Find_FromManyThreads_IsTheSame()
    {
        var source = RandomSource(new Random(3), 2_000);
        var lexicon = Lexicon.Load(LexiconFormat.Pack(source));
        Parallel.For(0, 20_000, k => Assert.Equal(k % 2_000, lexicon.Find(LexiconSide.First, source.First[k % 2_000].Word)));
    }

    [Theory]
    [InlineData("es-en")]
    [InlineData("es-ja")]
    [InlineData("es-vi")]
    [InlineData("ja-en")]
    [InlineData("vi-en")]
    [InlineData("vi-ja")]
    public void Translations_ShippedPair_AreInOrderAndOfTheVocabulary(string pair)
    {
        var lexicon = ShippedLexicons.Read(pair)!;
        var count = 0;
        for (var id = 0; id < lexicon.Count(LexiconSide.First); id++)
        {
            var last = -1;
            foreach (var second in Seconds(lexicon, id))
            {
                Assert.InRange(second, last + 1, lexicon.Count(LexiconSide.Second) - 1);
                (last, count) = (second, count + 1);
            }
        }

        Assert.Equal(lexicon.TranslationCount, count);
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

    private static List<int> Seconds(Lexicon lexicon, int id)
    {
        var seconds = new List<int>();
        foreach (var translation in lexicon.Translations(id))
        {
            seconds.Add(translation.Second);
        }

        return seconds;
    }

    /// <summary>Words of few letters, so that many share their beginnings, and rows with long distances.</summary>
    private static LexiconSource RandomSource(Random random, int words)
    {
        var (first, second) = (RandomWords(random, words), RandomWords(random, 500));
        var rows = first.Select(_ => Enumerable.Range(0, second.Count).Where(_ => random.Next(100) == 0).Select(id => new Translation(id, 0.5f, 0.1f)).ToList());
        return new LexiconSource("es", "en", first, second, [.. rows]);
    }

    private static List<LexiconEntry> RandomWords(Random random, int count)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < count)
        {
            words.Add(string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => "abñ日"[random.Next(4)])));
        }

        return [.. words.OrderBy(w => Encoding.UTF8.GetBytes(w), Comparer<byte[]>.Create((x, y) => x.AsSpan().SequenceCompareTo(y)))
            .Select((word, k) => new LexiconEntry(word, (k + 1) / 1000f, 0))];
    }

    private static LexiconSource Sample() => new(
        "es",
        "en",
        [new("casa", 0.01f, 0.001f), new("ñandú", 0.001f, 0)],
        [new("home", 0.01f, 0), new("house", 0.01f, 0), new("rhea", 0.001f, 0)],
        [[new(0, 0.2f, 0.5f), new(1, 0.8f, 0.9f)], [new(2, 1, 1)]]);
}
