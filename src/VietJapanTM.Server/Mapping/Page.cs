using System.Globalization;
using System.Text;
using VietJapanTM.Errors;

namespace VietJapanTM.Server.Mapping;

/// <summary>One page of a list, by the last id of the page before it.</summary>
/// <param name="Size">Most entries on the page.</param>
/// <param name="After">The id after which the page begins, or null for the first.</param>
internal readonly record struct Page(int Size, string? After)
{
    private const int DefaultSize = 100;
    private const int MaxSize = 1000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the two fields that every list request has.</summary>
    public static Page Parse(int size, string token)
    {
        if (size < 0)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, "page_size must not be negative.", "page_size");
        }

        if (token.Length == 0)
        {
            return new Page(Clamp(size), null);
        }

        try
        {
            return new Page(Clamp(size), Utf8.GetString(Convert.FromBase64String(token)));
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, "page_token must be a next_page_token that the server gave.", "page_token", e);
        }
    }

    /// <summary>For lists from the newest to the oldest revision: the page holds what came before this one.</summary>
    /// <exception cref="DomainException">ArgumentInvalid: the token belongs to another list.</exception>
    public long BeforeRevision => After is null ? long.MaxValue
        : long.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision
        : throw new DomainException(ErrorCode.ArgumentInvalid, "page_token must be a next_page_token that the server gave.", "page_token");

    /// <summary>A revision as the id of an entry of such a list.</summary>
    public static string Of(long revision) => revision.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// The entries of the page out of a list that asked for one more than fits, and the token of the next page.
    /// </summary>
    public (IReadOnlyList<T> Entries, string NextToken) Cut<T>(IReadOnlyList<T> found, Func<T, string> id)
    {
        if (found.Count <= Size)
        {
            return (found, "");
        }

        var entries = found.Take(Size).ToList();
        return (entries, TokenAfter(id(entries[^1])));
    }

    /// <summary>The token of the page after an entry.</summary>
    public static string TokenAfter(string id) => Convert.ToBase64String(Utf8.GetBytes(id));

    private static int Clamp(int size) => size == 0 ? DefaultSize : Math.Min(size, MaxSize);
}
