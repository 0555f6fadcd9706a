using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VietJapanTM.Cli.Checking.Reports;

namespace VietJapanTM.Cli.Checking;

/// <summary>
/// Names the findings of a run so that the names outlive moved lines: by rule, file, language of the translation, segment, the words and the text
/// around them. Findings that agree in all these are numbered. Not thread-safe.
/// </summary>
internal sealed class FindingFingerprint
{
    /// <summary>What the names are of; other versions name otherwise.</summary>
    public const int Version = 2;

    private const int NameBytes = 16;
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>The next finding with its fingerprint.</summary>
    public PlacedFinding Name(PlacedFinding placed)
    {
        var what = Describe(placed);
        var number = _seen[what] = _seen.GetValueOrDefault(what) + 1;
        return placed with { Fingerprint = Hash(number == 1 ? what : string.Create(CultureInfo.InvariantCulture, $"{what}\0{number}")) };
    }

    private static string Describe(PlacedFinding placed) => string.Join(
        '\0',
        placed.Finding.Rule,
        ReportPath.Of(placed.File).Path,
        placed.TargetLanguage,
        placed.Segment,
        placed.Finding.InSource ? "source" : "target",
        placed.Finding.Concept,
        placed.Said.Words,
        placed.Said.Text);

    private static string Hash(string what) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)).AsSpan(0, NameBytes));
}
