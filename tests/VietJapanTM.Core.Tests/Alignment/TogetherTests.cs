using VietJapanTM.Alignment;
using VietJapanTM.Alignment.Chains;
using VietJapanTM.Model;
using VietJapanTM.Testing.Alignment;
using Xunit.Abstractions;

namespace VietJapanTM.Core.Tests.Alignment;

/// <summary>
/// Documents in three and four languages: what the pairs say to one another must not cost a pair anything. The shipped lexicons saw these documents, so
/// that pairs know all by themselves; what they gain stands in DESIGN.md, measured with lexicons that did not.
/// </summary>
public sealed class TogetherTests(ITestOutputHelper output)
{
    [SkippableTheory]
    [InlineData("ntrexdev-light", "es en vi")]
    [InlineData("ntrexdev-light", "es en ja")]
    [InlineData("ntrexdev-light", "es vi ja")]
    [InlineData("ntrexdev-light", "en vi ja")]
    [InlineData("ntrexdev-light", "es en vi ja")]
    [InlineData("ntrexdev-hard", "es en vi")]
    [InlineData("ntrexdev-hard", "es en ja")]
    [InlineData("ntrexdev-hard", "es vi ja")]
    [InlineData("ntrexdev-hard", "en vi ja")]
    [InlineData("ntrexdev-hard", "es en vi ja")]
    public void Align_FurtherLanguagesGiven_NoPairIsWorseThanAlone(string set, string languages)
    {
        var folder = TestData.Require("align", "dev", set);
        var given = languages.Split(' ');
        var together = new Dictionary<string, MultilingualAlignment>(StringComparer.Ordinal);
        foreach (var pair in AlignmentSet.All.Where(s => s.Name == set && s.Pair.Split('-').All(given.Contains)).Select(s => s.Pair))
        {
            var (alone, informed) = (new LadderScore(), new LadderScore());
            foreach (var document in AlignedDocument.ReadAll(folder, pair))
            {
                if (!together.TryGetValue(document.Name, out var alignment))
                {
                    alignment = new MultilingualAligner().Align([.. given.Select(language => Side(folder, document.Name, language))]);
                    together.Add(document.Name, alignment);
                }

                informed.Add(document.Gold, alignment.Pairs.Single(p => $"{p.Source}-{p.Target}" == pair).Beads);
                alone.Add(document.Gold, new SentenceAligner().Align(document.Source, document.Target));
            }

            output.WriteLine($"{set} {pair}: alone {alone}, with {languages} {informed}");
            Assert.InRange(informed.Strict, alone.Strict, 1);
            Assert.InRange(informed.Lax, alone.Lax, 1);
        }

        // A disagreement is worth a reviewer's look only where it is rare; each names two beads or more.
        var disputed = together.Values.Sum(alignment => alignment.Disagreements.Length);
        output.WriteLine($"{set} {languages}: {disputed} beads disputed in {together.Count} documents");
        Assert.InRange(disputed, given.Length > 3 ? 1 : 0, together.Count);
    }

    private static AlignmentSide Side(string folder, string document, string language) => AlignmentSide.OfLines(
        LanguageTag.Parse(language), File.ReadAllText(Path.Combine(folder, $"{document}.{language}")).TrimEnd('\n').Split('\n'));
}
