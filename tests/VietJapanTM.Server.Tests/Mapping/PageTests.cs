using VietJapanTM.Errors;
using VietJapanTM.Server.Mapping;

namespace VietJapanTM.Server.Tests.Mapping;

public sealed class PageTests
{
    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 1)]
    [InlineData(1000, 1000)]
    [InlineData(1001, 1000)]
    [InlineData(int.MaxValue, 1000)]
    public void Parse_Size_IsClamped(int asked, int given) => Assert.Equal(new Page(given, null), Page.Parse(asked, ""));

    [Theory]
    [InlineData(-1, "", "page_size")]
    [InlineData(0, "!", "page_token")]
    [InlineData(0, "a", "page_token")]
    [InlineData(0, "//79", "page_token")]
    public void Parse_Malformed_NamesTheField(int size, string token, string field)
    {
        var failure = Assert.Throws<DomainException>(() => Page.Parse(size, token));
        Assert.Equal((ErrorCode.ArgumentInvalid, field), (failure.Code, failure.Field));
    }

    [Fact]
    public void Cut_AnyList_PagesGiveAllEntriesOnce() => Seeded.Run(200, random =>
    {
        var all = Enumerable.Range(0, random.Next(12)).Select(i => $"mục-{i:00}").ToList();
        var size = random.Next(1, 6);
        var read = new List<string>();
        var token = "";
        do
        {
            var page = Page.Parse(size, token);
            var found = all.Where(id => page.After is null || string.CompareOrdinal(id, page.After) > 0).Take(page.Size + 1).ToList();
            (var entries, token) = page.Cut(found, id => id);
            Assert.InRange(entries.Count, all.Count == 0 ? 0 : 1, size);
            read.AddRange(entries);
        }
        while (token.Length > 0);

        Assert.Equal(all, read);
    });
}
