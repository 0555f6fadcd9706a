using VietJapanTM.Exchange.Bilingual;

namespace VietJapanTM.Exchange.Delimited;

/// <summary>Reads the segments of delimited files with their places, under the rules and findings of <see cref="TsvReader"/>.</summary>
internal static class TsvSegmentReader
{
    /// <summary>Reads lazily: for each line the source column beside the target column, or beside every other column of text.</summary>
    public static IEnumerable<BilingualSegment> Read(Stream stream, string file, char delimiter, BilingualOptions options, DiagnosticSink diagnostics)
    {
        var columns = new TsvOptions { MemoryId = "", Delimiter = delimiter, LanguagesWithoutHeader = options.Columns, Lenient = options.Lenient };
        var pass = new TsvPass(stream, file, columns, diagnostics);
        while (pass.MoveNext())
        {
            if (pass.IsSound)
            {
                foreach (var segment in Segments(pass, file, options))
                {
                    yield return segment;
                }
            }
        }
    }

    private static IEnumerable<BilingualSegment> Segments(TsvPass pass, string file, BilingualOptions options)
    {
        var texts = Enumerable.Range(0, Math.Min(pass.Cells.Count, pass.Columns.Length)).Where(i => pass.Columns[i].Language is not null).ToList();
        var source = texts.FindIndex(i => options.SourceLanguage is not { } wanted || wanted.Covers(pass.Columns[i].Language!.Value));
        if (source < 0 || string.IsNullOrWhiteSpace(pass.Cells[texts[source]]))
        {
            yield break;
        }

        var key = pass.Columns.ToList().FindIndex(column => column.Name == TsvReader.KeyColumn);
        foreach (var target in texts.Where(i => i != texts[source]))
        {
            var language = pass.Columns[target].Language!.Value;
            if (options.TargetLanguage is { } wanted && !wanted.Covers(language))
            {
                continue;
            }

            yield return new BilingualSegment
            {
                File = file,
                Id = key >= 0 && key < pass.Cells.Count ? pass.Cells[key] : "",
                SourceLanguage = pass.Columns[texts[source]].Language!.Value,
                TargetLanguage = language,
                Source = pass.Locate(texts[source]),
                Target = string.IsNullOrWhiteSpace(pass.Cells[target]) ? null : pass.Locate(target),
            };
        }
    }
}
