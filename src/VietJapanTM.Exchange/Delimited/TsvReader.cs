using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Delimited;

/// <summary>
/// Reads translation units from delimited cells, a unit a line. A header names the columns: a language code holds text,
/// <c>key</c> the unit's key, any other word an attribute of that name; a word of two or three letters counts as a language.
/// An empty cell is absent.
/// Findings: TSV001 (error) not readable as text; TSV002 (error) no languages; TSV003 (error) a quotation mark that is not closed,
/// or followed by more; TSV004 (error) another number of cells than columns; TSV005 (error) a cell above the limit; TSV006
/// (warning) text in fewer than two languages. Each of the last four skips its line; reading leniently, TSV003 and TSV004 are
/// warnings and the line is kept.
/// </summary>
public static class TsvReader
{
    /// <summary>A header may name this many columns.</summary>
    public const int MaxColumns = 1_000;

    /// <summary>The column that holds the unit's key.</summary>
    public const string KeyColumn = "key";

    /// <summary>Reads lazily; the stream stays open and is read while the answer is enumerated.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="file">The file's name, for findings.</param>
    /// <param name="options">How to read.</param>
    /// <param name="diagnostics">Takes the findings, complete once the enumeration has ended.</param>
    public static IEnumerable<TranslationUnit> Read(Stream stream, string file, TsvOptions options, DiagnosticSink diagnostics)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return Enumerate(new TsvPass(stream, file, options, diagnostics), options);
    }

    /// <summary>Reads a file on disk lazily.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.FileUnreadable"/>, at the first step: the file cannot be opened.</exception>
    public static IEnumerable<TranslationUnit> Read(string path, TsvOptions options, DiagnosticSink diagnostics)
    {
        using var stream = ExchangeFile.OpenRead(path);
        foreach (var unit in Read(stream, path, options, diagnostics))
        {
            yield return unit;
        }
    }

    private static IEnumerable<TranslationUnit> Enumerate(TsvPass pass, TsvOptions options)
    {
        while (pass.MoveNext())
        {
            if (pass.IsSound && Unit(pass, options.MemoryId) is { } unit)
            {
                yield return unit;
            }
        }
    }

    private static TranslationUnit? Unit(TsvPass pass, string memoryId)
    {
        var variants = ImmutableArray.CreateBuilder<Variant>();
        var attributes = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var (cells, columns) = (pass.Cells, pass.Columns);
        string? key = null;
        for (var i = 0; i < Math.Min(cells.Count, columns.Length); i++)
        {
            if (string.IsNullOrWhiteSpace(cells[i]))
            {
                continue;
            }

            if (columns[i].Language is { } language)
            {
                variants.Add(new Variant { Language = language, Text = cells[i], Origin = VariantOrigin.Imported });
            }
            else if (columns[i].Name == KeyColumn)
            {
                key = cells[i];
            }
            else
            {
                attributes[columns[i].Name] = cells[i];
            }
        }

        if (variants.Count < 2)
        {
            pass.Report("TSV006", "The line holds text in fewer than two languages and is skipped.", DiagnosticSeverity.Warning);
            return null;
        }

        return new TranslationUnit { MemoryId = memoryId, Key = key, Variants = variants.ToImmutable(), Attributes = attributes.ToImmutable() };
    }
}
