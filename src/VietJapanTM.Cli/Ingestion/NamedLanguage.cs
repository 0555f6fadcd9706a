using VietJapanTM.Model;

namespace VietJapanTM.Cli.Ingestion;

/// <summary>
/// The language that a path names: <c>news/summit.es.txt</c>, <c>summit_es-MX.md</c>, <c>es/summit.html</c>, <c>english/summit.docx</c>,
/// <c>summit/es.txt</c>. The part nearest to the file's ending counts.
/// </summary>
internal static class NamedLanguage
{
    private static readonly char[] Borders = ['.', '_', '-', ' ', '(', ')', '[', ']'];

    // What people write for a language though it is none of its codes.
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["spa"] = "es",
        ["esp"] = "es",
        ["spanish"] = "es",
        ["español"] = "es",
        ["espanol"] = "es",
        ["eng"] = "en",
        ["english"] = "en",
        ["inglés"] = "en",
        ["ingles"] = "en",
        ["vie"] = "vi",
        ["vn"] = "vi",
        ["vietnamese"] = "vi",
        ["vietnamita"] = "vi",
        ["jpn"] = "ja",
        ["jp"] = "ja",
        ["japanese"] = "ja",
        ["japonés"] = "ja",
        ["japones"] = "ja",
    };

    /// <summary>Finds it.</summary>
    /// <param name="relativePath">The path below the folder that is read, with <c>/</c>.</param>
    /// <param name="languages">The languages that are looked for.</param>
    /// <returns>
    /// The language and the path without it and without the ending, which names the document, and may be empty; null where none is named.
    /// </returns>
    public static (LanguageTag Language, string Stem)? Find(string relativePath, IReadOnlyList<LanguageTag> languages)
    {
        var slash = relativePath.LastIndexOf('/');
        var folder = relativePath[..(slash + 1)];
        var name = Path.GetFileNameWithoutExtension(relativePath[(slash + 1)..]);
        return Whole(folder, name, languages) ?? InName(folder, name, languages) ?? InFolder(folder, name, languages);
    }

    // summit/es.txt is the document that its folder is called after, and so is summit/es/es.txt. In es-nota the nota is no part of the language,
    // though it has the form of one, so that only what was asked for counts with its region.
    private static (LanguageTag, string)? Whole(string folder, string name, IReadOnlyList<LanguageTag> languages)
    {
        var isBare = name.IndexOfAny(Borders) < 0 || languages.Any(l => l.Value.Equals(name.Replace('_', '-'), StringComparison.OrdinalIgnoreCase));
        if (!isBare || Match(name, languages) is not { } language)
        {
            return null;
        }

        var above = InFolder(folder, "", languages) is { } named && named.Language == language ? named.Stem : folder;
        return (language, above.TrimEnd('/'));
    }

    private static (LanguageTag, string)? InName(string folder, string name, IReadOnlyList<LanguageTag> languages)
    {
        var end = name.Length;
        while (end > 0)
        {
            var start = name.LastIndexOfAny(Borders, end - 1) + 1;

            // A region is a part of its own between borders: es-MX, es_MX.
            var wide = start > 1 ? name.LastIndexOfAny(Borders, start - 2) + 1 : start;
            foreach (var from in (int[])[wide, start])
            {
                if (Match(name[from..end], languages) is { } language && (from > 0 || end < name.Length))
                {
                    return (language, folder + (name[..from].TrimEnd(Borders) + name[end..]).Trim(Borders));
                }
            }

            end = start - 1;
        }

        return null;
    }

    private static (LanguageTag Language, string Stem)? InFolder(string folder, string name, IReadOnlyList<LanguageTag> languages)
    {
        var parts = folder.TrimEnd('/').Split('/');
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            if (parts[i].Length > 0 && Match(parts[i], languages) is { } language)
            {
                return (language, string.Join('/', parts.Where((_, at) => at != i).Append(name)));
            }
        }

        return null;
    }

    private static LanguageTag? Match(string part, IReadOnlyList<LanguageTag> languages)
    {
        var code = Aliases.GetValueOrDefault(part, part).Replace('_', '-');
        if (code.Length < 2 || !LanguageTag.TryParse(code, out var tag))
        {
            return null;
        }

        var exact = languages.Where(l => l == tag).Select(l => (LanguageTag?)l).FirstOrDefault();
        return exact ?? languages.Where(l => l.Covers(tag) || tag.Covers(l)).Select(l => (LanguageTag?)l).FirstOrDefault();
    }
}
