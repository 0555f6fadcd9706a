using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Matching.Tags;

/// <summary>Tags that stay together: an opening one with its closing one, or one alone.</summary>
/// <param name="Shape">Which of these.</param>
/// <param name="Id">The id of its tags.</param>
/// <param name="Places">The indexes of its tags in the text's tags: one or two, ascending.</param>
internal readonly record struct TagGroup(TagShape Shape, int Id, ImmutableArray<int> Places)
{
    /// <summary>The groups of a text, in the order in which they begin.</summary>
    public static List<TagGroup> Of(ImmutableArray<InlineTag> tags)
    {
        var groups = new List<TagGroup>();
        var taken = new bool[tags.Length];
        for (var i = 0; i < tags.Length; i++)
        {
            if (taken[i])
            {
                continue;
            }

            var close = tags[i].Kind == InlineTagKind.Open ? FindClose(tags, i, taken) : -1;
            if (close >= 0)
            {
                taken[close] = true;
                groups.Add(new TagGroup(TagShape.Pair, tags[i].Id, [i, close]));
            }
            else
            {
                groups.Add(new TagGroup((TagShape)tags[i].Kind, tags[i].Id, [i]));
            }
        }

        return groups;
    }

    private static int FindClose(ImmutableArray<InlineTag> tags, int open, bool[] taken)
    {
        for (var i = open + 1; i < tags.Length; i++)
        {
            if (!taken[i] && tags[i].Kind == InlineTagKind.Close && tags[i].Id == tags[open].Id)
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>The shapes of tag groups; the first three are single tags of the kinds of <see cref="InlineTagKind"/>.</summary>
internal enum TagShape
{
    /// <summary>An opening tag whose closing tag is in another segment.</summary>
    Opening = InlineTagKind.Open,

    /// <summary>A closing tag whose opening tag is in another segment.</summary>
    Closing = InlineTagKind.Close,

    /// <summary>A tag that needs no other.</summary>
    Standalone = InlineTagKind.Standalone,

    /// <summary>An opening and a closing tag.</summary>
    Pair,
}
