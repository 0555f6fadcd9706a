using System.Globalization;
using VietJapanTM.Cli.Output;
using VietJapanTM.Exchange.Delimited;
using VietJapanTM.Matching.Analysis;

namespace VietJapanTM.Cli.Analysis;

/// <summary>Writes an analysis: each file, then all together.</summary>
internal static class AnalysisReport
{
    private const string TotalName = "total";
    private const string AllBands = "all";

    /// <summary>The forms, the default first.</summary>
    public static IReadOnlyList<(string Name, Action<IReadOnlyList<FileAnalysis>, TextWriter> Write)> Formats { get; } =
        [("table", WriteTable), ("csv", WriteCsv), ("json", WriteJson)];

    private static void WriteTable(IReadOnlyList<FileAnalysis> files, TextWriter output)
    {
        foreach (var (file, table) in files.Count == 1 ? files : files.Append(Total(files)))
        {
            output.Write($"{OneLine.Of(file)}\n");
            output.Write(string.Create(CultureInfo.InvariantCulture, $"  {"band",-10}  {"segments",10}  {"words",10}  {"characters",10}\n"));
            foreach (var (band, size) in Rows(table))
            {
                output.Write(string.Create(CultureInfo.InvariantCulture, $"  {band,-10}  {size.Segments,10}  {size.Words,10}  {size.Characters,10}\n"));
            }
        }
    }

    /// <summary>A row for each file and band; the rows of the band <c>all</c> and of the file <c>total</c> are sums of others.</summary>
    private static void WriteCsv(IReadOnlyList<FileAnalysis> files, TextWriter output)
    {
        CellWriter.WriteLine(output, ',', ["file", "band", "segments", "words", "characters"]);
        foreach (var (file, table) in files.Append(Total(files)))
        {
            foreach (var (band, size) in Rows(table))
            {
                CellWriter.WriteLine(output, ',', [file, band, Text(size.Segments), Text(size.Words), Text(size.Characters)]);
            }
        }

        static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
    }

    private static void WriteJson(IReadOnlyList<FileAnalysis> files, TextWriter output) => output.Write(Json.ToText(new
    {
        files = files.Select(f => new { f.File, bands = Bands(f.Table), all = f.Table.Total }),
        total = new { bands = Bands(Total(files).Table), all = Total(files).Table.Total },
    }) + "\n");

    private static IEnumerable<object> Bands(AnalysisTable table) => AnalysisBands.All.Select(band => new
    {
        band = AnalysisBands.NameOf(band),
        table[band].Segments,
        table[band].Words,
        table[band].Characters,
    });

    private static IEnumerable<(string Band, SegmentSize Size)> Rows(AnalysisTable table) =>
        AnalysisBands.All.Select(band => (AnalysisBands.NameOf(band), table[band])).Append((AllBands, table.Total));

    private static FileAnalysis Total(IReadOnlyList<FileAnalysis> files)
    {
        var total = new AnalysisTable();
        foreach (var file in files)
        {
            total.Add(file.Table);
        }

        return new FileAnalysis(TotalName, total);
    }
}
