using System.Collections.Frozen;
using System.Text;
using VietJapanTM.Errors;

namespace VietJapanTM.Exchange.Pages;

/// <summary>
/// Refuses pages that nest without end before they are parsed: the parsing algorithm looks through all open elements at each tag, so that
/// a few hundred thousand of them would take hours.
/// </summary>
internal static class HtmlDepth
{
    private const int MaxDepth = 4_000;
    private const int LongestName = 16;

    /// <summary>Elements that need no end tag (HTML standard, 13.1.2): they say nothing of the depth.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Endless = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th",
        "option", "optgroup", "rt", "rp", "tbody", "thead", "tfoot", "colgroup", "html", "head", "body", "param", "frame")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Counts tags; linear in the page.</summary>
    /// <exception cref="DomainException">FileMalformed.</exception>
    public static void Require(ReadOnlySpan<byte> page)
    {
        var depth = 0;
        Span<char> name = stackalloc char[LongestName];
        for (var at = page.IndexOf((byte)'<'); at >= 0;)
        {
            var rest = page[(at + 1)..];
            var isEnd = rest.StartsWith("/"u8);
            rest = isEnd ? rest[1..] : rest;
            var length = rest[..Math.Min(rest.Length, LongestName)].IndexOfAnyExceptInRange((byte)'A', (byte)'z');
            length = length < 0 ? Math.Min(rest.Length, LongestName) : length;
            if (length > 0)
            {
                Encoding.Latin1.GetChars(rest[..length], name);
                depth += Endless.Contains(name[..length]) ? 0 : isEnd ? -1 : 1;
                depth = Math.Max(0, depth);
                if (depth > MaxDepth)
                {
                    throw new DomainException(ErrorCode.FileMalformed, $"its elements nest more than {MaxDepth} deep. Close them, or save the page as text.");
                }
            }

            var next = page[(at + 1)..].IndexOf((byte)'<');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }
}
