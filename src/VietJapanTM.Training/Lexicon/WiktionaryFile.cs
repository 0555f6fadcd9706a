using System.Text;

namespace VietJapanTM.Training.Lexicon;

/// <summary>
/// Reads dictionaries in the form of the Wiktionary extracts: <c>word {pos} /sound/ (gloss) :: one, another; third</c>.
/// Lines without a translation, such as references to another entry, are skipped.
/// </summary>
internal static class WiktionaryFile
{
    /// <summary>Every word with each of its translations.</summary>
    public static IEnumerable<(string Word, string Translation)> Read(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            var middle = line.IndexOf("::", StringComparison.Ordinal);
            if (line.StartsWith('#') || middle < 0 || line.Contains("SEE:", StringComparison.Ordinal))
            {
                continue;
            }

            var word = Strip(line.AsSpan(0, middle));
            foreach (var translation in Strip(line.AsSpan(middle + 2)).Split([',', ';'], StringSplitOptions.TrimEntries))
            {
                if (word.Length > 0 && translation.Length > 0)
                {
                    yield return (word, translation);
                }
            }
        }
    }

    /// <summary>The text without what stands in brackets, braces, parentheses or between slashes.</summary>
    private static string Strip(ReadOnlySpan<char> text)
    {
        var kept = new StringBuilder(text.Length);
        while (!text.IsEmpty)
        {
            var close = text[0] switch { '{' => '}', '[' => ']', '(' => ')', '/' => '/', _ => '\0' };
            var end = close == '\0' ? -1 : text[1..].IndexOf(close);
            if (end >= 0)
            {
                text = text[(end + 2)..];
            }
            else
            {
                kept.Append(text[0]);
                text = text[1..];
            }
        }

        return kept.ToString().Trim();
    }
}
