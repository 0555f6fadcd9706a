using System.Globalization;
using System.Text.RegularExpressions;
using VietJapanTM.Model;
using VietJapanTM.Terminology.Checking;

namespace VietJapanTM.Exchange.Tests.Glossary;

/// <summary>A sentence pair of the second gold set, whose author never saw the check, with what each rule must find in it.</summary>
/// <param name="Id">Names the pair.</param>
/// <param name="Segment">The pair; its document is the one that its note names, or a document of its own.</param>
/// <param name="Expected">Rule, and the concept or words that the finding is about.</param>
/// <param name="Note">What the pair shows.</param>
internal sealed partial record RuleGoldPair(string Id, CheckSegment Segment, IReadOnlyList<(string Rule, string About)> Expected, string Note)
{
    /// <summary>The pairs of a part, by document.</summary>
    public static IEnumerable<IReadOnlyList<RuleGoldPair>> ReadDocuments(string part) =>
        File.ReadLines(RepositoryRoot.Combine("tests", "VietJapanTM.Exchange.Tests", "Glossary", "Goldens", $"rules.{part}.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(Parse)
            .GroupBy(p => p.Segment.Document, StringComparer.Ordinal)
            .Select(g => g.ToList());

    /// <summary>Is a finding the expected one?</summary>
    public static bool IsAbout(Finding finding, (string Rule, string About) expected) =>
        finding.Rule.Id == expected.Rule && expected.Rule switch
        {
            "VJT005" or "VJT010" => finding.Text.StartsWith(expected.About, StringComparison.Ordinal) || expected.About.StartsWith(finding.Text, StringComparison.Ordinal),
            "VJT006" => finding.Text.Contains(expected.About, StringComparison.Ordinal) || expected.About.Contains(finding.Text, StringComparison.Ordinal),
            "VJT007" => finding.Text == expected.About,
            "VJT011" => string.Create(CultureInfo.InvariantCulture, $"U+{char.ConvertToUtf32(finding.Text, 0):X4}") == expected.About,
            _ => finding.Concerns(expected.About),
        };

    private static RuleGoldPair Parse(string line)
    {
        var cells = line.Split('\t');
        var note = cells.Length > 6 ? cells[6] : "";
        var document = Document().Match(note);
        var segment = new CheckSegment
        {
            SourceLanguage = LanguageTag.Parse(cells[1]),
            TargetLanguage = LanguageTag.Parse(cells[2]),
            Source = cells[3],
            Target = cells[4],
            Document = document.Success ? document.Groups[1].Value : cells[0],
        };
        var expected = cells[5] == "-" ? [] : Finding().Matches(cells[5]).Select(m => (m.Groups[1].Value, m.Groups[2].Value)).ToList();
        return new RuleGoldPair(cells[0], segment, expected, note);
    }

    [GeneratedRegex(@"doc=([^\s;,]+)")]
    private static partial Regex Document();

    // Words may hold commas; the next rule tells where they end.
    [GeneratedRegex(@"(VJT\d{3}):(.*?)(?:,(?=VJT\d)|$)")]
    private static partial Regex Finding();
}
