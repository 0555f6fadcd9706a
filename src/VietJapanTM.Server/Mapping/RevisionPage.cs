using System.Globalization;
using VietJapanTM.Errors;

namespace VietJapanTM.Server.Mapping;

/// <summary>One page of a list that stays as of one revision from its first page to its last.</summary>
/// <param name="Size">Most entries on the page.</param>
/// <param name="After">The id after which the page begins, or null for the first.</param>
/// <param name="Revision">The revision of the list.</param>
internal readonly record struct RevisionPage(int Size, string? After, long Revision)
{
    /// <summary>Reads the fields of a request; a token keeps the revision of its list.</summary>
    /// <exception cref="DomainException">ArgumentInvalid, or RevisionOutOfRange.</exception>
    public static RevisionPage Parse(int size, string token, long asked, Func<long> newest)
    {
        var page = Page.Parse(size, token);
        if (page.After is null)
        {
            return new RevisionPage(page.Size, null, Resolve(asked, newest(), "revision"));
        }

        var parts = page.After.Split('/', 2);
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? new RevisionPage(page.Size, parts[1], Resolve(revision, newest(), "page_token"))
            : throw new DomainException(ErrorCode.ArgumentInvalid, "page_token must be a next_page_token that the server gave.", "page_token");
    }

    /// <summary>The entries of the page out of a list that asked for one more than fits, and the token of the next page.</summary>
    public (IReadOnlyList<T> Entries, string NextToken) Cut<T>(IReadOnlyList<T> found, Func<T, string> id)
    {
        var revision = Revision;
        return new Page(Size, After).Cut(found, entry => string.Create(CultureInfo.InvariantCulture, $"{revision}/{id(entry)}"));
    }

    /// <summary>The token of the page after an entry.</summary>
    public string TokenAfter(string id) => Page.TokenAfter(string.Create(CultureInfo.InvariantCulture, $"{Revision}/{id}"));

    /// <summary>The revision asked for; the newest for 0.</summary>
    /// <exception cref="DomainException">RevisionOutOfRange.</exception>
    public static long Resolve(long asked, long newest, string field) => asked == 0 ? newest
        : asked > 0 && asked <= newest ? asked
        : throw new DomainException(ErrorCode.RevisionOutOfRange, $"There is no revision {asked}; the newest is {newest}.", field);
}
