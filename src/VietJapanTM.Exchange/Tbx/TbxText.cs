using System.Text;

namespace VietJapanTM.Exchange.Tbx;

/// <summary>
/// White space in the texts of a glossary file is layout: tools wrap and indent them. Runs of it count as one space, at the
/// ends as none. Only the four white-space characters of XML are meant; a no-break or an ideographic space is content.
/// </summary>
internal static class TbxText
{
    /// <summary>The text with its layout taken away.</summary>
    public static string Normalise(string text)
    {
        if (IsNormal(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var pending = false;
        foreach (var c in text)
        {
            if (IsSpace(c))
            {
                pending = result.Length > 0;
                continue;
            }

            if (pending)
            {
                result.Append(' ');
                pending = false;
            }

            result.Append(c);
        }

        return result.ToString();
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n';

    private static bool IsNormal(string text)
    {
        var previousIsSpace = true;
        foreach (var c in text)
        {
            if (c is '\t' or '\r' or '\n' || (c == ' ' && previousIsSpace))
            {
                return false;
            }

            previousIsSpace = c == ' ';
        }

        return text.Length == 0 || !previousIsSpace;
    }
}
