using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VietJapanTM.Cli.Checking.Reports;

namespace VietJapanTM.Cli.Checking;

/// <summary>
/// Names findings so that the names outlive moved lines: by rule, file, segment, the words and the text around them. Findings that
/// agree in all these are numbered.
/// </summary>
internal static class FindingFingerprint
{
    private const int NameBytes = 16;

    /// <summary>The findings of a file with their fingerprints, in the same order.</summary>
    public static IEnumerable<PlacedFinding> Name(IEnumerable<PlacedFinding> findings)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var placed in findings)
        {
            var what = Describe(placed);
            var number = seen[what] = seen.GetValueOrDefault(what) + 1;
            yield return placed with { Fingerprint = Hash(number == 1 ? what : string.Create(CultureInfo.InvariantCulture, $"{what}\0{number}")) };
        }
    }

    private static string Describe(PlacedFinding placed)
    {
        var span = placed.Finding.Span;
        return string.Join(
            '\0',
            placed.Finding.Rule,
            ReportPath.Of(placed.File).Path,
            placed.Segment,
            placed.Finding.InSource ? "source" : "target",
            placed.Finding.Concept,
            placed.Text[span.StartUtf16..span.EndUtf16],
            placed.Text);
    }

    private static string Hash(string what) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)).AsSpan(0, NameBytes));
}
