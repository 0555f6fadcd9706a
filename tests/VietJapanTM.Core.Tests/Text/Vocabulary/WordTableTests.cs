using VietJapanTM.Text.Vocabulary;

namespace VietJapanTM.Core.Tests.Text.Vocabulary;

public sealed class WordTableTests
{
    [Fact]
    public void Find_RandomWords_AgreesWithADictionary() => Seeded.Run(50, random =>
    {
        string Word() => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => "aáđệñxyz"[random.Next(8)]));
        var words = Enumerable.Range(0, random.Next(200)).Select(_ => Word()).Distinct().Order(StringComparer.Ordinal).ToArray();
        var starts = new int[words.Length + 1];
        for (var i = 0; i < words.Length; i++)
        {
            starts[i + 1] = starts[i] + words[i].Length;
        }

        var table = new WordTable(string.Concat(words).ToCharArray(), starts);

        Assert.Equal(words.Length, table.Count);
        for (var i = 0; i < 200; i++)
        {
            var asked = Word();
            Assert.Equal(Math.Max(-1, Array.BinarySearch(words, asked, StringComparer.Ordinal)), table.Find(asked));
        }
    });
}
