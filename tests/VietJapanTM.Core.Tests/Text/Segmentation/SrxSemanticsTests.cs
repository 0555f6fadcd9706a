using System.Text.RegularExpressions;
using VietJapanTM.Errors;
using VietJapanTM.Text.Segmentation;

namespace VietJapanTM.Core.Tests.Text.Segmentation;

/// <summary>What SRX says a rule means, against the simplest program that does what it says.</summary>
public sealed class SrxSemanticsTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    [Fact]
    public void Segment_RandomRulesAndTexts_CutsWhereTheNaiveReadingDoes() => Seeded.Run(100, random =>
    {
        var rules = Enumerable.Range(0, random.Next(1, 6))
            .Select(_ => (IsBreak: random.Next(2) == 0, Before: Pattern(random), After: Pattern(random)))
            .Where(r => r.Before.Length + r.After.Length > 0)
            .ToList();
        var text = string.Concat(Enumerable.Range(0, random.Next(1, 16)).Select(_ => "ab. "[random.Next(4)]));
        var segmenter = new Segmenter([.. rules.Select((r, i) => new SegmentationRule($"rule {i}", r.IsBreak, r.Before, r.After, Timeout))], keepsWords: false);

        var cuts = Enumerable.Range(1, text.Length - 1).Where(p => IsBreak(rules, text, p)).Append(text.Length);
        var expected = new List<string>();
        var start = 0;
        foreach (var cut in cuts)
        {
            expected.Add(text[start..cut].Trim());
            start = cut;
        }

        Assert.Equal(expected.Where(s => s.Length > 0), segmenter.Segment(text).Select(s => text.Substring(s.Start, s.Length)));
    });

    [Theory]
    [InlineData("^a\\.", " ", "a. a. b", "a.|a. b")]
    [InlineData("\\.", " b$", "a. b. b", "a. b.|b")]
    [InlineData("(?<!a)b\\.", "", "ab.b.c", "ab.b.|c")]
    [InlineData("\\.", "(?! b) ", "a. b. c", "a. b.|c")]
    [InlineData("\\bb\\.", "", "ab.b.c", "ab.b.|c")]
    [InlineData("(?i)B\\.", " (?i)C", "b. c. c", "b.|c. c")]
    [InlineData("a|\\.", " ", "a b. c", "a|b.|c")]
    [InlineData("", "b", "ab b", "a|b|b")]
    [InlineData("\\.", "", "a..b", "a.|.|b")]
    [InlineData("(a)(b)", "", "abab", "ab|ab")]
    public void Segment_OneBreakingRule_Cuts(string before, string after, string text, string expected)
    {
        var segmenter = new Segmenter([new SegmentationRule("rule", true, before, after, Timeout)], keepsWords: false);
        Assert.Equal(expected, string.Join('|', segmenter.Segment(text).Select(s => text.Substring(s.Start, s.Length))));
    }

    [Theory]
    [InlineData("Título\n\nUno; dos\ntres", "Título|Uno;|dos\ntres")]
    [InlineData("Título\r\n \t\u3000\r\nUno\r\ndos", "Título|Uno\r\ndos")]
    [InlineData("Título\r\rUno\rdos\u2029tres", "Título|Uno\rdos|tres")]
    [InlineData("\n\nUno\n\n\n\n", "Uno")]
    public void Segment_EmptyLine_EndsASegmentWhateverTheRules(string text, string expected)
    {
        var segmenter = new Segmenter([new SegmentationRule("never", false, "\\n", "", Timeout), new SegmentationRule("rule", true, ";", "", Timeout)], keepsWords: false);
        Assert.Equal(expected, string.Join('|', segmenter.Segment(text).Select(s => text.Substring(s.Start, s.Length))));
    }

    [Fact]
    public void Segment_PatternsQuickEachAndEndlessTogether_AreStoppedAndNamed()
    {
        var rules = new[] { new SegmentationRule("quick", true, ";", "", Timeout), new SegmentationRule("slow", true, "x(?:a|aa)+", "", Timeout) };
        var text = string.Concat(Enumerable.Repeat("!" + new string('a', 25), 50));
        var error = Assert.Throws<DomainException>(() => new Segmenter(rules, keepsWords: false, windowLimit: TimeSpan.FromMilliseconds(50)).Segment(text));
        Assert.Contains("slow of the segmentation rules", error.Message);
    }

    private static string Pattern(Random random)
    {
        string[] atoms = ["a", "b", "\\.", " ", "[ab]", "[^a]", "a?", "b*", ".", "(?:a|\\. )", "\\s+", ""];
        return string.Concat(Enumerable.Range(0, random.Next(3)).Select(_ => atoms[random.Next(atoms.Length)]));
    }

    // The first rule decides that has some text before the position which the one pattern matches whole, and some behind it for the other.
    private static bool IsBreak(List<(bool IsBreak, string Before, string After)> rules, string text, int position)
    {
        foreach (var rule in rules)
        {
            if (Enumerable.Range(0, position + 1).Any(s => Whole(rule.Before, text[s..position]))
                && Enumerable.Range(position, text.Length - position + 1).Any(e => Whole(rule.After, text[position..e])))
            {
                return rule.IsBreak;
            }
        }

        return false;
    }

    private static bool Whole(string pattern, string text) => Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant);
}
