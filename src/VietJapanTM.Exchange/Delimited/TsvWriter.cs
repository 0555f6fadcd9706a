using System.Collections.Immutable;
using System.Text;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Delimited;

/// <summary>
/// Writes translation units as tab-separated cells, a unit a line, under a header of <c>key</c> and language codes. Cells that
/// need it are quoted, and cells that a spreadsheet could run are guarded; <see cref="TsvReader"/> takes both off again.
/// A line has room for one variant a language and for no tags; what stays behind is counted. Not thread-safe.
/// </summary>
public sealed class TsvWriter : IDisposable
{
    private readonly StreamWriter _writer;
    private readonly ImmutableArray<LanguageTag> _languages;

    /// <summary>Writes the header.</summary>
    /// <param name="stream">Takes UTF-8 without a byte-order mark, LF; stays open.</param>
    /// <param name="languages">The columns, one or more, each once.</param>
    /// <exception cref="ArgumentException">No language, or one twice.</exception>
    public TsvWriter(Stream stream, ImmutableArray<LanguageTag> languages)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (languages.IsDefaultOrEmpty || languages.Distinct().Count() != languages.Length)
        {
            throw new ArgumentException("Name one language or more, each once.", nameof(languages));
        }

        _languages = languages;
        _writer = new StreamWriter(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), leaveOpen: true);
        WriteLine([TsvReader.KeyColumn, .. languages.Select(language => language.Value)]);
    }

    /// <summary>Variants that found no column: another language, or a second one of the same.</summary>
    public int DroppedVariants { get; private set; }

    /// <summary>Tags that were left out of the texts.</summary>
    public int DroppedTags { get; private set; }

    /// <summary>Writes a unit.</summary>
    public void Write(TranslationUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var cells = new string[_languages.Length + 1];
        Array.Fill(cells, "");
        cells[0] = unit.Key ?? "";
        foreach (var variant in unit.Variants)
        {
            var column = _languages.IndexOf(variant.Language) + 1;
            if (column == 0 || cells[column].Length > 0)
            {
                DroppedVariants++;
                continue;
            }

            cells[column] = variant.Text;
            DroppedTags += variant.Tags.Length;
        }

        WriteLine(cells);
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private void WriteLine(string[] cells) => CellWriter.WriteLine(_writer, '\t', cells);
}
