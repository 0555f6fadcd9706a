using System.Globalization;
using VietJapanTM.Model;
using VietJapanTM.Text.Mending;

namespace VietJapanTM.Core.Tests.Text.Mending;

public sealed class MenderSampleTests
{
    [Fact]
    public void Mend_ArticleThatLostSpaces_RestoresAllAndChangesNothingElse()
    {
        var text = Sample("nguyen-phu-trong-kishida.es.txt");
        var golden = File.ReadLines(RepositoryRoot.Combine(
                "tests", "VietJapanTM.Core.Tests", "Text", "Mending", "Goldens", "nguyen-phu-trong-kishida.es.mended.tsv"))
            .Where(l => l[0] != '#')
            .Select(l => l.Split('\t'))
            .Select(c => (Offset: int.Parse(c[0], CultureInfo.InvariantCulture), Joined: c[1], Parted: c[2]))
            .ToArray();

        var result = Mender.Mend(text, LanguageTag.Spanish);

        Assert.Equal(38, golden.Length);
        Assert.Equal(golden.Select(g => g.Offset), result.Edits.Select(e => e.Offset));
        Assert.All(result.Edits, e => Assert.True(e is { Length: 0, Inserted: " ", Confidence: > 0.5 } && e.CodePointOffset == e.Offset));
        Assert.Equal(golden.Aggregate(text, (t, g) => ReplaceFirst(t, g.Joined, g.Parted)), result.Text);
    }

    [Fact]
    public void Mend_CleanArticle_ChangesNothing()
    {
        var text = Sample("viet-nam-japan-upgrade.es.txt");
        var result = Mender.Mend(text, LanguageTag.Spanish);
        Assert.Empty(result.Edits);
        Assert.Same(text, result.Text);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("vi")]
    public void Mend_CleanTranslation_ChangesNothing(string language)
    {
        foreach (var article in new[] { "viet-nam-japan-upgrade", "nguyen-phu-trong-kishida" })
        {
            Assert.Empty(Mender.Mend(Sample($"{article}.{language}.txt"), LanguageTag.Parse(language)).Edits);
        }
    }

    private static string Sample(string name) =>
        File.ReadAllText(RepositoryRoot.Combine("src", "VietJapanTM.Server", "Samples", name));

    // The golden's words come in the order of the text, but a joined form may be part of a longer word.
    private static string ReplaceFirst(string text, string joined, string parted)
    {
        for (var at = 0; (at = text.IndexOf(joined, at, StringComparison.Ordinal)) >= 0; at++)
        {
            if (IsEdge(text, at - 1) && IsEdge(text, at + joined.Length))
            {
                return text[..at] + parted + text[(at + joined.Length)..];
            }
        }

        throw new InvalidOperationException(joined + " does not stand in the text.");
    }

    private static bool IsEdge(string text, int at) => at < 0 || at >= text.Length || !char.IsLetter(text[at]);
}
