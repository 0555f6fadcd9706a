using System.Collections.Immutable;
using VietJapanTM.Exchange;
using VietJapanTM.Exchange.Bilingual;

namespace VietJapanTM.Cli.Checking.Fixing;

/// <summary>The safe changes of one file. Immutable.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Edits">Its changes, by place.</param>
internal sealed record FilePatch(string File, ImmutableArray<TextEdit> Edits)
{
    /// <summary>The patches that a report holds, in the order of its files; findings that do not count stay as they are.</summary>
    public static IReadOnlyList<FilePatch> Of(CheckReport report) =>
    [
        .. report.Counting
            .GroupBy(f => f.File, StringComparer.Ordinal)
            .Select(g => new FilePatch(g.Key, [.. g.SelectMany(f => f.Edits).OrderBy(e => e.Line).ThenBy(e => e.Column)]))
            .Where(p => !p.Edits.IsEmpty),
    ];

    /// <summary>Changes the file, whole or not at all; all other bytes stay.</summary>
    public void Apply() => ExchangeFile.Replace(File, EditedFile.Read(File, Edits).Encode());

    /// <summary>The change as a unified diff.</summary>
    public string ToDiff()
    {
        var edited = EditedFile.Read(File, Edits);
        return UnifiedDiff.Of(File, edited.Before, edited.After);
    }
}
