using System.Buffers;
using System.Text.RegularExpressions;
using VietJapanTM.Text;

namespace VietJapanTM.Terminology.Checking;

/// <summary>
/// The parts of a text that nobody writes as words: addresses, names of files, placeholders, markup, hashtags. Whatever they spell, it is no term, and to
/// change it would break them.
/// </summary>
internal static partial class VerbatimParts
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(".@{<#");

    /// <summary>Does a span lie within such a part?</summary>
    public static bool Hold(string text, TextSpan span)
    {
        if (text.AsSpan().IndexOfAny(Marks) < 0)
        {
            return false;
        }

        foreach (var part in Pattern().EnumerateMatches(text))
        {
            if (part.Index <= span.StartUtf16 && span.EndUtf16 <= part.Index + part.Length)
            {
                return true;
            }
        }

        return false;
    }

    // Addresses are of ASCII: Japanese follows them without a space.
    [GeneratedRegex(
        """
        [A-Za-z][A-Za-z0-9+.-]*://[!-~]+
        | \bwww\.[!-~]+
        | [A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+
        | [@\#][\p{L}\p{M}\p{Nd}_]+
        | \$?\{\{?[\w.:-]+\}?\}
        | </?[A-Za-z][^<>]*>
        | [A-Za-z0-9_][A-Za-z0-9_./-]*\.(?:com|org|net|int|gov|html?|pdf|docx?|xlsx?|pptx?|txt|md|json|xml|ya?ml|csv|tsv|png|jpe?g|gif|svg|zip)\b(?:/[!-~]*)?
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
