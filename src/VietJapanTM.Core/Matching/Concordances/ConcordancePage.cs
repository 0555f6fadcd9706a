using System.Collections.Immutable;
using VietJapanTM.Model;
using VietJapanTM.Text;

namespace VietJapanTM.Matching.Concordances;

/// <summary>A page of a concordance.</summary>
/// <param name="Hits">
/// Units in the order of <see cref="ConcordancePosition"/>. May be fewer than were asked for, and none, where many rows had to be looked at.
/// </param>
/// <param name="Next">Where the page ended; null where nothing is left.</param>
/// <param name="Revision">The revision that the page is true for; ask for the next page as of it.</param>
public sealed record ConcordancePage(ImmutableArray<ConcordanceHit> Hits, ConcordancePosition? Next, long Revision);

/// <summary>A unit that holds the words.</summary>
/// <param name="Unit">The unit, with all its languages.</param>
/// <param name="Found">Its variants that hold the words, in their order; one or more.</param>
/// <param name="Targets">The places of its variants in the target language, or in all other languages where none was asked for.</param>
public sealed record ConcordanceHit(TranslationUnit Unit, ImmutableArray<ConcordanceText> Found, ImmutableArray<int> Targets);

/// <summary>A variant that holds the words.</summary>
/// <param name="Ordinal">Its place among the unit's variants.</param>
/// <param name="Spans">Where the words stand, ascending, apart from one another; one or more.</param>
public sealed record ConcordanceText(int Ordinal, ImmutableArray<TextSpan> Spans);
