using VietJapanTM.Model;
using VietJapanTM.Text.Segmentation;

namespace VietJapanTM.Core.Tests.Text.Segmentation;

/// <summary>Passages of the kind that the product is for, with the boundaries that a reader sets.</summary>
public sealed class SegmentationPassageTests
{
    [Theory]
    [InlineData("es", 80)]
    [InlineData("en", 80)]
    [InlineData("vi", 50)]
    [InlineData("ja", 35)]
    public void Segment_Passages_CutsWhereAReaderDoes(string language, int least)
    {
        var passages = Passages(language);
        Assert.InRange(passages.Count, least, int.MaxValue);
        Assert.All(passages, passage => Assert.Equal(passage, Cut(passage.Replace("‖", "", StringComparison.Ordinal), language)));
    }

    private static List<string> Passages(string language) =>
        [.. File.ReadLines(RepositoryRoot.Combine("tests", "VietJapanTM.Core.Tests", "Text", "Segmentation", "Goldens", "passages.tsv"))
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
