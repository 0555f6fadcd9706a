using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Matching.Tags;

/// <summary>
/// Maps the tags of a stored pair onto a query's: the first pair of tags of the source onto the first pair of the query and so on, single tags
/// likewise, each shape by itself. What the translation's tags are follows from their ids, which they share with the source's. Stateless.
/// </summary>
public static class TagMapping
{
    /// <summary>Maps the tags. Every tag of the query stands in the result exactly once.</summary>
    /// <param name="query">The query's tags, by place.</param>
    /// <param name="source">The stored source's tags, by place.</param>
    /// <param name="target">The translation's tags, by place.</param>
    /// <param name="targetLength">The translation's length in UTF-16 units, where missing tags go.</param>
    public static MappedTags Map(ImmutableArray<InlineTag> query, ImmutableArray<InlineTag> source, ImmutableArray<InlineTag> target, int targetLength)
    {
        var wanted = TagGroup.Of(query);
        var links = Link(TagGroup.Of(source), wanted);
        var placed = new InlineTag?[target.Length];
        var used = new bool[query.Length];
        foreach (var group in TagGroup.Of(target))
        {
            // Of several groups with one id the first takes the tag; the others have none.
            if (links.Remove((group.Shape, group.Id), out var to))
            {
                for (var i = 0; i < group.Places.Length; i++)
                {
                    placed[group.Places[i]] = query[to.Places[i]] with { Position = target[group.Places[i]].Position };
                    used[to.Places[i]] = true;
                }
            }
        }

        ImmutableArray<InlineTag> appended = [.. query.Where((_, i) => !used[i]).Select(t => t with { Position = targetLength })];
        return new MappedTags(
            [.. placed.OfType<InlineTag>(), .. appended],
            [.. target.Where((_, i) => placed[i] is null)],
            appended);
    }

    /// <summary>For each group of the source, by shape and id, the group of the query that stands at its place.</summary>
    private static Dictionary<(TagShape Shape, int Id), TagGroup> Link(List<TagGroup> source, List<TagGroup> query)
    {
        var links = new Dictionary<(TagShape, int), TagGroup>();
        foreach (var shape in Enum.GetValues<TagShape>())
        {
            foreach (var (from, to) in source.Where(g => g.Shape == shape).Zip(query.Where(g => g.Shape == shape)))
            {
                links.TryAdd((shape, from.Id), to);
            }
        }

        return links;
    }
}
