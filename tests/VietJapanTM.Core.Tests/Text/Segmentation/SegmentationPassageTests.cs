using VietJapanTM.Model;
using VietJapanTM.Text.Segmentation;

namespace VietJapanTM.Core.Tests.Text.Segmentation;

/// <summary>Passages of the kind that the product is for, with the boundaries that a reader sets.</summary>
public sealed class SegmentationPassageTests
{
    [Theory]
    [InlineData("passages.tsv", "es", 80)]
    [InlineData("passages.tsv", "en", 80)]
    [InlineData("passages.tsv", "vi", 50)]
    [InlineData("passages.tsv", "ja", 35)]
    [InlineData("passages-added.tsv", "es", 10)]
    [InlineData("passages-added.tsv", "en", 10)]
    [InlineData("passages-added.tsv", "vi", 10)]
    [InlineData("passages-added.tsv", "ja", 10)]
    public void Segment_Passages_CutsWhereAReaderDoes(string file, string language, int least)
    {
        var passages = Passages(file, language);
        Assert.InRange(passages.Count, least, int.MaxValue);
        Assert.All(passages, passage => Assert.Equal(passage, Cut(passage.Replace("‖", "", StringComparison.Ordinal), language)));
    }

    private static List<string> Passages(string file, string language) =>
        [.. File.ReadLines(RepositoryRoot.Combine("tests", "VietJapanTM.Core.Tests", "Text", "Segmentation", "Goldens", file))
            .Where(l => l[0] != '#')
            .Select(l => l.Split('\t'))
            .Where(c => c[0] == language)
            .Select(c => c[2].Replace("\\n", "\n", StringComparison.Ordinal))];

    // A boundary is written behind the stop, before white space.
    private static string Cut(string text, string language)
    {
        var segments = SegmentationRules.Shipped.For(LanguageTag.Parse(language)).Segment(text);
        return segments.Reverse().Skip(1).Aggregate(text, (t, s) => t.Insert(s.End, "‖"));
    }
}
