using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace VietJapanTM.Text.Segmentation;

/// <summary>
/// Translates a regular expression from ICU's syntax, which SRX prescribes, into this platform's; what has no equivalent is
/// refused with a reason. Source: ICU User Guide, Regular Expressions, section Regular Expression Metacharacters.
/// </summary>
internal static class IcuPattern
{
    private const string HorizontalSpace = @" \t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000";

    /// <summary>Translates; false with the reason where a construct cannot be had.</summary>
    public static bool TryTranslate(string icu, out string pattern, out string problem)
    {
        var output = new StringBuilder(icu.Length + 8);
        var depth = 0;
        problem = "";
        pattern = "";
        for (var i = 0; i < icu.Length; i++)
        {
            var c = icu[i];
            if (c == '\\')
            {
                if (!TryEscape(icu, ref i, depth > 0, output, out problem))
                {
                    return false;
                }
            }
            else if (depth > 0)
            {
                if (!TryInSet(icu, ref i, output, ref depth, out problem))
                {
                    return false;
                }
            }
            else if (c == '+' && EndsQuantifier(icu, i - 1))
            {
                problem = $"the possessive quantifier at offset {i} has no equivalent here; write an atomic group (?>…) instead.";
                return false;
            }
            else if (c == '(' && FlagsEnd(icu, i) is var end && end > 0)
            {
                if (!TryFlags(icu, ref i, end, output, out problem))
                {
                    return false;
                }
            }
            else
            {
                output.Append(c);
                depth = c == '[' ? 1 : 0;
                if (depth == 1 && i + 1 < icu.Length && icu[i + 1] == '^')
                {
                    output.Append('^');
                    i++;
                }
            }
        }

        pattern = output.ToString();
        return true;
    }

    /// <summary>The offset of the mark that ends the flags of a group that begins here, or 0 where it has none.</summary>
    private static int FlagsEnd(string icu, int at)
    {
        var end = at + 2;
        while (end < icu.Length && (char.IsAsciiLetter(icu[end]) || icu[end] == '-'))
        {
            end++;
        }

        return end > at + 2 && end < icu.Length && icu[at + 1] == '?' && icu[end] is ')' or ':' ? end : 0;
    }

    // Case is always compared by Unicode here and lines end at a line feed, which the flags u and d of Java ask for.
    private static bool TryFlags(string icu, ref int i, int end, StringBuilder output, out string problem)
    {
        var flags = icu[(i + 2)..end].Replace("u", "", StringComparison.Ordinal).Replace("d", "", StringComparison.Ordinal);
        problem = $"the flags '{icu[(i + 2)..end]}' at offset {i} have no equivalent here; i, m, s and x have.";
        if (flags.AsSpan().ContainsAnyExcept("imsx-"))
        {
            return false;
        }

        output.Append("(?").Append(flags.TrimEnd('-')).Append(flags.Length == 0 ? ":" : "").Append(flags.Length == 0 && icu[end] == ':' ? "" : icu[end]);
        i = end;
        problem = "";
        return true;
    }

    private static bool TryInSet(string icu, ref int i, StringBuilder output, ref int depth, out string problem)
    {
        problem = "";
        var c = icu[i];
        if (c == '[' && i + 1 < icu.Length && icu[i + 1] == ':')
        {
            var end = icu.IndexOf(":]", i, StringComparison.Ordinal);
            if (end < 0 || PosixClass(icu[(i + 2)..end]) is not { } known)
            {
                problem = $"the character class at offset {i} is not known here.";
                return false;
            }

            output.Append(known);
            i = end + 1;
            return true;
        }

        var isNegated = c == '[' && i + 1 < icu.Length && icu[i + 1] == '^';
        if (isNegated || (c is '&' or '-' && i + 1 < icu.Length && icu[i + 1] == c))
        {
            problem = $"the set operation at offset {i} ('{c}' inside a set) has no equivalent here; write the set out.";
            return false;
        }

        // A set within a set adds its members, as if they stood there by themselves.
        depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        if (c != '[' && (c != ']' || depth == 0))
        {
            output.Append(c);
        }

        return true;
    }

    private static bool TryEscape(string icu, ref int i, bool inSet, StringBuilder output, out string problem)
    {
        problem = "";
        if (i + 1 == icu.Length)
        {
            problem = "the pattern ends with a backslash.";
            return false;
        }

        i++;
        switch (icu[i])
        {
            case 'x' when i + 1 < icu.Length && icu[i + 1] == '{':
                return TryCodePoint(icu, ref i, inSet, output, out problem);
            case 'h':
                output.Append(inSet ? HorizontalSpace : $"[{HorizontalSpace}]");
                return true;
            case 'R' when !inSet:
                output.Append(@"(?:\r\n|[\n\v\f\r\u0085\u2028\u2029])");
                return true;
            case 'Q':
                var end = icu.IndexOf(@"\E", i, StringComparison.Ordinal);
                var literal = end < 0 ? icu[(i + 1)..] : icu[(i + 1)..end];
                output.Append(Regex.Escape(literal).Replace("]", @"\]", StringComparison.Ordinal));
                i = end < 0 ? icu.Length - 1 : end + 1;
                return true;
            case >= '1' and <= '9' or 'k' when !inSet:
                problem = $@"the back-reference at offset {i - 1} has no equivalent here; write the alternatives out.";
                return false;
            case 'N' or 'X' or 'U':
                problem = $@"\{icu[i]} at offset {i - 1} has no equivalent here.";
                return false;
            default:
                output.Append('\\').Append(icu[i]);
                return true;
        }
    }

    private static bool TryCodePoint(string icu, ref int i, bool inSet, StringBuilder output, out string problem)
    {
        var end = icu.IndexOf('}', i);
        problem = $@"\x{{…}} at offset {i - 1} is not a code point{(inSet ? " that a set can hold here" : "")}.";
        if (end < 0
            || !int.TryParse(icu.AsSpan(i + 2, end - i - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            || !Rune.IsValid(value)
            || (inSet && value > 0xFFFF))
        {
            return false;
        }

        foreach (var unit in char.ConvertFromUtf32(value))
        {
            output.Append(CultureInfo.InvariantCulture, $@"\u{(int)unit:X4}");
        }

        i = end;
        problem = "";
        return true;
    }

    private static string? PosixClass(string name) => name switch
    {
        "alpha" => @"\p{L}",
        "lower" => @"\p{Ll}",
        "upper" => @"\p{Lu}",
        "digit" => @"\p{Nd}",
        "alnum" => @"\p{L}\p{Nd}",
        "punct" => @"\p{P}",
        "space" => @"\s",
        _ => null,
    };

    /// <summary>Is the character at this offset the end of a quantifier, so that a plus after it makes it possessive?</summary>
    private static bool EndsQuantifier(string icu, int at)
    {
        if (at < 1 || IsEscaped(icu, at))
        {
            return false;
        }

        if (icu[at] != '}')
        {
            return icu[at] is '+' or '*' or '?';
        }

        // A brace may also close \p{Lu} or \x{41}, which a plus repeats.
        var open = icu.LastIndexOf('{', at);
        return open > 0 && !(char.IsAsciiLetter(icu[open - 1]) && IsEscaped(icu, open - 1));
    }

    private static bool IsEscaped(string icu, int at)
    {
        var backslashes = 0;
        while (at - backslashes > 0 && icu[at - backslashes - 1] == '\\')
        {
            backslashes++;
        }

        return backslashes % 2 == 1;
    }
}
