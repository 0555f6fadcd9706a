using System.Collections.Immutable;
using VietJapanTM.Cli.Output;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Delimited;
using VietJapanTM.Exchange.Tmx;
using VietJapanTM.Model;

namespace VietJapanTM.Cli.Exports;

/// <summary>Writes units to a file, one by one, and counts what the format cannot carry.</summary>
/// <param name="languages">The languages that are wanted; empty for all.</param>
internal sealed class MemoryExport(ImmutableArray<LanguageTag> languages)
{
    private TsvWriter? _table;

    /// <summary>The languages that are wanted; empty for all.</summary>
    public ImmutableArray<LanguageTag> Languages => languages;

    /// <summary>Units that were written.</summary>
    public long Written { get; private set; }

    /// <summary>Units with a character that the format cannot carry.</summary>
    public long LeftOut { get; private set; }

    /// <summary>What people should know about the file.</summary>
    public IEnumerable<string> Warnings
    {
        get
        {
            if (LeftOut > 0)
            {
                yield return $"{Count.Of(LeftOut, "unit")} left out, because of a character that XML cannot carry.";
            }

            if (_table is { DroppedVariants: > 0 } or { DroppedTags: > 0 })
            {
                yield return $"{Count.Of(_table.DroppedVariants, "text")} and {Count.Of(_table.DroppedTags, "tag")} found no place in the table. Export TMX to keep them.";
            }
        }
    }

    /// <summary>What opens a writer of a format over a stream.</summary>
    /// <exception cref="DomainException">ArgumentInvalid: no such format, or a table without columns.</exception>
    public Func<Stream, ExportWriter> WriterFor(string format) => format switch
    {
        "tmx" => OpenTmx,
        "tsv" when !languages.IsEmpty => OpenTable,
        "tsv" => throw new DomainException(ErrorCode.ArgumentInvalid, "A table has a column for each language. Name them: --langs es,vi."),
        _ => throw new DomainException(ErrorCode.ArgumentInvalid, $"The name of the file says no format ('{format}'). End it in .tmx or .tsv, or name --format."),
    };

    /// <summary>Writes units, and ends the file.</summary>
    public async Task WriteAsync(IAsyncEnumerable<TranslationUnit> units, ExportWriter writer, ProgressReport progress)
    {
        using var end = writer.End;
        await foreach (var unit in units.ConfigureAwait(false))
        {
            try
            {
                writer.Write(Wanted(unit));
                Written++;
            }
            catch (DomainException e) when (e.Code == ErrorCode.TextMalformed)
            {
                LeftOut++;
            }

            progress.Advance();
        }
    }

    private static ExportWriter OpenTmx(Stream stream)
    {
        var tmx = new TmxWriter(stream, sourceLanguage: null, typeof(MemoryExport).Assembly.GetName().Version!.ToString(3));
        return new ExportWriter(tmx.Write, tmx);
    }

    private ExportWriter OpenTable(Stream stream)
    {
        var table = _table = new TsvWriter(stream, languages);
        return new ExportWriter(table.Write, table);
    }

    private TranslationUnit Wanted(TranslationUnit unit) => languages.IsEmpty ? unit : unit with
    {
        Variants = [.. unit.Variants.Where(v => languages.Any(l => l.Covers(v.Language)))],
        Confidences = [.. unit.Confidences.Where(c => languages.Any(l => l.Covers(c.First)) && languages.Any(l => l.Covers(c.Second)))],
    };
}

/// <summary>A file that is being written.</summary>
/// <param name="Write">Writes a unit, whole or not at all.</param>
/// <param name="End">Ends the file when disposed.</param>
internal readonly record struct ExportWriter(Action<TranslationUnit> Write, IDisposable End);
