using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Bilingual;

/// <summary>How a file is read segment by segment.</summary>
public sealed record BilingualOptions
{
    /// <summary>
    /// XLIFF: the source language where the file names none; null to reject such a file. Else: the language of the variants or
    /// the column that count as source; null for the first.
    /// </summary>
    public LanguageTag? SourceLanguage { get; init; }

    /// <summary>The same for the target. Null in TMX and delimited files: every other variant or column, a segment each.</summary>
    public LanguageTag? TargetLanguage { get; init; }

    /// <summary>
    /// Delimited files: the languages of the columns where the first line names none. Empty (the default): such a file is rejected.
    /// Catalogues: all languages that a run knows, the source first, so that a file in one of them is told from one in none.
    /// </summary>
    public ImmutableArray<LanguageTag> Columns { get; init; } = [];

    /// <summary>
    /// False (the default): a rule broken in the file is an error. True: what can be mended is mended, the rest is dropped, and the
    /// findings are warnings.
    /// </summary>
    public bool Lenient { get; init; }

    /// <summary>
    /// Full paths of files that are read on their own: the file of a source leaves out those of its translations among them. Empty (the
    /// default): it reads them all.
    /// </summary>
    public ImmutableHashSet<string> OtherFiles { get; init; } = [];

    /// <summary>The languages that may stand in names of files and first keys.</summary>
    internal List<LanguageTag> KnownLanguages =>
        [.. Columns.Concat(new[] { SourceLanguage, TargetLanguage }.OfType<LanguageTag>()).Distinct()];
}
