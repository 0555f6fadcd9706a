using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Matching.Tags;

/// <summary>The tags of a stored translation, as the tags of a query.</summary>
/// <param name="Tags">The query's tags at their places in the translation, in order of place.</param>
/// <param name="Dropped">Tags of the translation for which the query has none; they are left out.</param>
/// <param name="Appended">Tags of the query that the translation lacks; they stand at its end.</param>
public sealed record MappedTags(ImmutableArray<InlineTag> Tags, ImmutableArray<InlineTag> Dropped, ImmutableArray<InlineTag> Appended);
