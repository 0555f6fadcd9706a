using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Delimited;

/// <summary>A column of a delimited file.</summary>
/// <param name="Name">What the header calls it.</param>
/// <param name="Language">The language of its texts, or null for a key or an attribute.</param>
internal readonly record struct TsvColumn(string Name, LanguageTag? Language)
{
    /// <summary>
    /// The columns that a header names. <c>key</c> has the form of a language code (Kewa), but is none here; a word that stands
    /// for no language in <see cref="LanguageTag"/> is an attribute.
    /// </summary>
    public static ImmutableArray<TsvColumn> OfHeader(IEnumerable<string> cells) =>
        [.. cells.Select(cell => cell.Trim()).Select(name => new TsvColumn(name, LanguageOf(name)))];

    private static LanguageTag? LanguageOf(string name) =>
        name != TsvReader.KeyColumn && LanguageTag.TryParse(name, out var language) ? language : null;
}
