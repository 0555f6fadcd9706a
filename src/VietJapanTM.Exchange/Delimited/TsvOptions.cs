using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Delimited;

/// <summary>How a file of delimited cells is read.</summary>
public sealed record TsvOptions
{
    /// <summary>The memory that the units will belong to.</summary>
    public required string MemoryId { get; init; }

    /// <summary>
    /// The languages of the columns. Empty (the default): the first line is a header. Otherwise the first line counts as a header
    /// only where it names exactly these.
    /// </summary>
    public ImmutableArray<LanguageTag> Languages { get; init; } = [];

    /// <summary>
    /// The languages of the columns where <see cref="Languages"/> is empty and the first line names fewer than two languages. Empty
    /// (the default): such a file is rejected.
    /// </summary>
    public ImmutableArray<LanguageTag> LanguagesWithoutHeader { get; init; } = [];

    /// <summary>What parts the cells. Default: a tab.</summary>
    public char Delimiter { get; init; } = '\t';

    /// <summary>
    /// False (the default): a malformed line is an error and skipped. True: a lone quotation mark is content, missing cells are
    /// absent and surplus ones dropped, and the findings are warnings.
    /// </summary>
    public bool Lenient { get; init; }

    /// <summary>A line with a longer cell is rejected. UTF-16 units, 1 or more. Default 65,535.</summary>
    public int MaxSegmentLength { get; init; } = 65_535;
}
