using VietJapanTM.Alignment;
using VietJapanTM.Model;
using VietJapanTM.Testing.Alignment;
using Xunit.Abstractions;

namespace VietJapanTM.Core.Tests.Alignment;

/// <summary>
/// Documents in four languages: what the pairs say to one another must not cost a pair anything. The shipped lexicons saw these documents, so
/// that pairs know all by themselves; what they gain stands in DESIGN.md, measured with lexicons that did not.
/// </summary>
public sealed class TogetherTests(ITestOutputHelper output)
{
    private static readonly string[] Languages = ["es", "en", "vi", "ja"];

    [SkippableTheory]
    [InlineData("ntrexdev-light")]
    [InlineData("ntrexdev-hard")]
    public void Align_FurtherLanguagesGiven_NoPairLosesMoreThanADocument(string set)
    {
        var folder = TestData.Require("align", "dev", set);
        foreach (var pair in AlignmentSet.All.Where(s => s.Name == set).Select(s => s.Pair))
        {
            var (alone, together) = (new LadderScore(), new LadderScore());
            foreach (var document in AlignedDocument.ReadAll(folder, pair))
            {
                var sides = Languages.Select(language => Side(Path.Combine(folder, $"{document.Name}.{language}"), language)).ToList();
                var beads = new MultilingualAligner().Align([.. sides]).Pairs.Single(p => $"{p.Source}-{p.Target}" == pair).Beads;
                together.Add(document.Gold, beads);
                alone.Add(document.Gold, new SentenceAligner().Align(document.Source, document.Target));
            }

            output.WriteLine($"{set} {pair}: alone {alone}, with all four languages {together}");

            // One bead of a set is worth .001; a single document may turn three over.
            Assert.InRange(together.Strict, alone.Strict - 0.0045, 1);
            Assert.InRange(together.Lax, alone.Lax - 0.0045, 1);
        }
    }

    private static AlignmentSide Side(string file, string language) =>
        AlignmentSide.OfLines(LanguageTag.Parse(language), File.ReadAllText(file).TrimEnd('\n').Split('\n'));
}
