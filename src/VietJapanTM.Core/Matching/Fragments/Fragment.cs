using System.Collections.Immutable;
using VietJapanTM.Model;
using VietJapanTM.Text;

namespace VietJapanTM.Matching.Fragments;

/// <summary>A piece of a query that a stored segment holds, its words in the same order with nothing but white space and marks in between.</summary>
/// <param name="Query">Where it stands in the query.</param>
/// <param name="Unit">A unit that holds it.</param>
/// <param name="Ordinal">The place of the variant that does.</param>
/// <param name="Source">Where it stands in that variant.</param>
public sealed record Fragment(TextSpan Query, TranslationUnit Unit, int Ordinal, TextSpan Source)
{
    /// <summary>The unit's translation, or null where it has none in the target language.</summary>
    public Variant? Target { get; init; }

    /// <summary>Where the lexicon sees the piece in <see cref="Target"/>: one span, or none where it is not sure.</summary>
    public ImmutableArray<TextSpan> Aligned { get; init; } = [];
}
