using System.Text.RegularExpressions;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Matching.Scoring;

public sealed partial class GoldenScoreTests
{
    private const string UpdateVariable = "VJTM_UPDATE_GOLDENS";

    private static readonly string Path = RepositoryRoot.Combine("tests", "VietJapanTM.Core.Tests", "Matching", "Goldens", "scores.tsv");

    [Fact]
    public void Explain_GoldenPairs_ScoresAsWritten()
    {
        var lines = File.ReadAllLines(Path);
        var actual = lines.Select(Rescore).ToArray();
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(Path, string.Join('\n', actual) + "\n");
            return;
        }

        Assert.Equal(lines, actual);
    }

    /// <summary>A line with the score and the edits that the pair has now.</summary>
    private static string Rescore(string line)
    {
        if (line.StartsWith('#'))
        {
            return line;
        }

        var fields = line.Split('\t');
        var profile = MatchProfile.Parse(fields[1]);
        var language = LanguageTag.Parse(fields[0]);
        var explanation = SegmentScorer.Explain(profile, language, Unescape(fields[4]), Unescape(fields[5]));
        Assert.Equal(SegmentScorer.Score(profile, language, Unescape(fields[4]), Unescape(fields[5])), explanation.Score);
        fields[2] = $"{explanation.Score}";
        fields[3] = string.Join(", ", explanation.Edits.Select(e => $"{e.Action} {e.Kind} {e.Cost}"));
        return string.Join('\t', fields);
    }

    private static string Unescape(string field) =>
        Escape().Replace(field, m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString());

    [GeneratedRegex(@"\\u([0-9A-F]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
