using System.Globalization;
using VietJapanTM.Exchange.Tmx;

namespace VietJapanTM.Exchange.Tests.Tmx;

/// <summary>Real files of other tools, with the counts that their manifest measured.</summary>
public sealed class TmxRealFilesTests
{
    [SkippableFact]
    public void TmxReader_EveryRealFile_GivesTheUnitsThatTheManifestCounts()
    {
        var rows = File.ReadLines(TestData.Require("exchange", "manifest.tsv")).Select(line => line.Split('\t')).Where(row => row[0].StartsWith("tmx/", StringComparison.Ordinal)).ToList();
        Assert.True(rows.Count > 80, "The manifest lists too few TMX files.");

        var wrong = rows.Select(row => Check(row[0], row[6])).Where(finding => finding.Length > 0).ToList();

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Empty where the file gives what the manifest measured: each tu becomes a unit or is skipped with a finding.</summary>
    private static string Check(string name, string measured)
    {
        var sink = new DiagnosticSink();
        var options = new TmxOptions { MemoryId = "m", Lenient = true };
        var units = TmxReader.Read(TestData.Require("exchange", name), options, sink).ToList();
        if (!measured.Contains("wellformed=1", StringComparison.Ordinal))
        {
            return sink.Items.Count > 0 && units.Count == 0 ? "" : $"{name}: not well formed, but not refused";
        }

        var skipped = sink.Counts.GetValueOrDefault("TMX007");
        var variants = units.Sum(unit => unit.Variants.Length);
        var expected = measured.Split("; ").Skip(1).Select(part => int.Parse(part.Split('=')[1], CultureInfo.InvariantCulture)).ToList();
        return units.Count + skipped == expected[0] && (skipped > 0 || variants == expected[1])
            ? ""
            : $"{name}: {units.Count} units, {skipped} skipped, {variants} variants; the manifest says {measured}";
    }
}
