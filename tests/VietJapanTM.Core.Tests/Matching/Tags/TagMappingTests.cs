using System.Collections.Immutable;
using VietJapanTM.Matching.Tags;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Matching.Tags;

public sealed class TagMappingTests
{
    [Theory]
    [InlineData("0<1 3>1", "0<5 3>5", "2<5 7>5", "2<1 7>1", "", "")] // one pair
    [InlineData("0<1 3>1 4<2 6>2", "0<1 3>1 4<2 6>2", "0<2 3>2 4<1 6>1", "0<2 3>2 4<1 6>1", "", "")] // the translation changes their order
    [InlineData("0<7 3>7 4<9 6>9", "0<1 3>1 4<2 6>2", "0<2 3>2 4<1 6>1", "0<9 3>9 4<7 6>7", "", "")] // and the query has other ids
    [InlineData("1.3 2.4", "1.1 2.2", "5.2 6.1", "5.4 6.3", "", "")] // single tags
    [InlineData("0<1 3>1", "0<1 3>1 5.2", "0<1 3>1 9.2", "0<1 3>1", "9.2", "")] // the hit has one more
    [InlineData("0<1 3>1 5.2", "0<1 3>1", "0<1 3>1", "0<1 3>1 10.2", "", "10.2")] // the query has one more
    [InlineData("5.2", "", "", "10.2", "", "10.2")] // the hit has none
    [InlineData("", "5.2", "4.2", "", "4.2", "")] // the query has none
    [InlineData("0<1 3>1", "5.1", "4.1", "10<1 10>1", "4.1", "10<1 10>1")] // of another shape
    [InlineData("5.1", "5.1", "", "10.1", "", "10.1")] // the translation lost it
    [InlineData("5.1", "", "4.8", "10.1", "4.8", "10.1")] // a tag of the translation alone
    [InlineData("5.1", "5.1", "4.1 6.1", "4.1", "6.1", "")] // the translation has it twice
    [InlineData("0<1", "0<1", "0<1 3>1", "10<1", "0<1 3>1", "10<1")] // an opening tag alone is no pair
    [InlineData("0>4", "0>1", "0>1", "0>4", "", "")] // a closing tag alone
    public void Map_Case_IsAsWritten(string query, string source, string target, string mapped, string dropped, string appended)
    {
        var result = TagMapping.Map(Read(query), Read(source), Read(target), 10);
        Assert.Equal((mapped, dropped, appended), (Write(result.Tags), Write(result.Dropped), Write(result.Appended)));
    }

    [Fact]
    public void Map_AnyTags_PlacesEachTagOfTheQueryOnceInOrderOfPlace() => Seeded.Run(500, random =>
    {
        var (query, source, target) = (Random(random), Random(random), Random(random));
        var result = TagMapping.Map(query, source, target, 10);
        Assert.Equal(query.Select(Identity).Order(StringComparer.Ordinal), result.Tags.Select(Identity).Order(StringComparer.Ordinal));
        Assert.Equal(target.Length, result.Dropped.Length + result.Tags.Length - result.Appended.Length);
        Assert.Equal(result.Tags.Select(t => t.Position).Order(), result.Tags.Select(t => t.Position));
        Assert.Equal(query.AsEnumerable(), TagMapping.Map(query, query, query, 10).Tags);
    });

    private static string Identity(InlineTag tag) => $"{tag.Kind} {tag.Id} {tag.Data}";

    private static ImmutableArray<InlineTag> Random(Random random)
    {
        var tags = new List<InlineTag>();
        for (var id = 1; id <= random.Next(5); id++)
        {
            var kind = random.Next(4);
            if (kind is 0 or 1)
            {
                tags.Add(new InlineTag(random.Next(5), InlineTagKind.Open, id, $"<{id}>"));
            }

            if (kind is 1 or 2)
            {
                tags.Add(new InlineTag(5 + random.Next(5), InlineTagKind.Close, id, $"</{id}>"));
            }

            if (kind == 3)
            {
                tags.Add(new InlineTag(random.Next(10), InlineTagKind.Standalone, id, $"{{{id}}}"));
            }
        }

        return [.. tags.OrderBy(t => t.Position)];
    }

    private static ImmutableArray<InlineTag> Read(string tags) =>
    [
        .. tags.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(tag =>
        {
            var at = tag.IndexOfAny(['<', '>', '.']);
            var kind = tag[at] switch { '<' => InlineTagKind.Open, '>' => InlineTagKind.Close, _ => InlineTagKind.Standalone };
            return new InlineTag(int.Parse(tag[..at], System.Globalization.CultureInfo.InvariantCulture), kind, int.Parse(tag[(at + 1)..], System.Globalization.CultureInfo.InvariantCulture), "");
        }),
    ];

    private static string Write(ImmutableArray<InlineTag> tags) =>
        string.Join(' ', tags.Select(t => $"{t.Position}{t.Kind switch { InlineTagKind.Open => '<', InlineTagKind.Close => '>', _ => '.' }}{t.Id}"));
}
