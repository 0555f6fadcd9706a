using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Catalogs;

/// <summary>
/// The part of a file's path that names its language: the whole name or its last part (<c>es.json</c>, <c>Strings.es.resx</c>,
/// <c>app_es.yml</c>), the ending (<c>news.es</c>), or a folder (<c>locales/es/app.json</c>), the nearest first.
/// </summary>
/// <param name="Before">The path before it.</param>
/// <param name="Language">The language.</param>
/// <param name="After">The path behind it.</param>
internal sealed record LanguageSlot(string Before, LanguageTag Language, string After)
{
    private static readonly char[] Separators = ['.', '_', '-'];

    /// <summary>Finds the slot; only the languages that somebody asked for count, because many words have the form of a language code.</summary>
    /// <param name="path">The file as the user named it.</param>
    /// <param name="languages">Those languages.</param>
    /// <param name="workingFolder">The folder that a relative path starts from; null for that of the process.</param>
    public static LanguageSlot? Find(string path, IReadOnlyCollection<LanguageTag> languages, string? workingFolder = null)
    {
        var nameStart = path.AsSpan().LastIndexOfAny('/', '\\') + 1;
        var ending = Path.GetExtension(path);
        var stemEnd = path.Length - ending.Length;
        return Slot(path, path.Length - Math.Max(0, ending.Length - 1), path.Length, languages)
            ?? InName(path, nameStart, stemEnd, languages)
            ?? InFolders(path, nameStart, languages)
            ?? AboveWorkingFolder(path, languages, workingFolder);
    }

    /// <summary>
    /// <c>app.json</c>, named within <c>locales/en</c>. A folder far above may be called like a language by chance, so that it counts only
    /// where the file of another language lies beside it.
    /// </summary>
    private static LanguageSlot? AboveWorkingFolder(string path, IReadOnlyCollection<LanguageTag> languages, string? workingFolder)
    {
        if (path.Length == 0 || Path.IsPathRooted(path))
        {
            return null;
        }

        var full = Path.GetFullPath(path, workingFolder ?? Environment.CurrentDirectory);
        return InFolders(full, full.AsSpan().LastIndexOfAny('/', '\\') + 1, languages) is { } slot
            && languages.Any(language => !language.Covers(slot.Language) && slot.Siblings(language).Count > 0)
            ? slot
            : null;
    }

    /// <summary>The place at which the translations of a file without a language have theirs: <c>Strings.resx</c>, <c>Strings.vi.resx</c>.</summary>
    public static LanguageSlot OfNeutral(string path)
    {
        var ending = Path.GetExtension(path);
        return new LanguageSlot(path[..^ending.Length] + ".", default, ending);
    }

    /// <summary>True for a name that is a language of two letters, with or without its region, and nothing else.</summary>
    public static bool IsLanguage(string name) => Parse(name) is { Primary.Length: 2 };

    /// <summary>The files that differ from this one in nothing but the language, for one language and its regions, the closest first.</summary>
    public IReadOnlyList<(string Path, LanguageTag Language)> Siblings(LanguageTag wanted)
    {
        var folder = Path.GetDirectoryName(Before.Length == 0 || Before[^1] is '/' or '\\' ? Before + "x" : Before) is { Length: > 0 } name ? name : ".";
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var fileStart = Before[(Before.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        var isFolder = After.StartsWith('/') || After.StartsWith('\\');
        return
        [
            .. Directory.EnumerateFileSystemEntries(folder)
                .Select(entry => Path.GetFileName(entry)!)
                .Where(entry => entry.StartsWith(fileStart, StringComparison.Ordinal) && (isFolder || entry.EndsWith(After, StringComparison.Ordinal)))
                .Select(entry => isFolder ? entry[fileStart.Length..] : entry.Length < fileStart.Length + After.Length ? "" : entry[fileStart.Length..^After.Length])
                .Select(code => (Path: Before + code + After, Language: Parse(code)))
                .Where(sibling => sibling.Language is { } language && wanted.Covers(language) && File.Exists(sibling.Path))
                .Select(sibling => (sibling.Path, sibling.Language!.Value))
                .OrderBy(sibling => sibling.Value != wanted)
                .ThenBy(sibling => sibling.Path, StringComparer.Ordinal),
        ];
    }

    private static LanguageSlot? InName(string path, int start, int end, IReadOnlyCollection<LanguageTag> languages)
    {
        if (Slot(path, start, end, languages) is { } whole)
        {
            return whole;
        }

        // The longest end of the name first: app_pt_BR is Brazilian.
        for (var i = start; i < end; i++)
        {
            if (Array.IndexOf(Separators, path[i]) >= 0 && Slot(path, i + 1, end, languages) is { } part)
            {
                return part;
            }
        }

        return null;
    }

    private static LanguageSlot? InFolders(string path, int nameStart, IReadOnlyCollection<LanguageTag> languages)
    {
        for (var end = nameStart - 1; end > 0;)
        {
            var start = path.AsSpan(0, end).LastIndexOfAny('/', '\\') + 1;
            if (Slot(path, start, end, languages) is { } folder)
            {
                return folder;
            }

            end = start - 1;
        }

        return null;
    }

    private static LanguageSlot? Slot(string path, int start, int end, IReadOnlyCollection<LanguageTag> languages) =>
        start < end && Parse(path[start..end]) is { } language && languages.Any(known => known.Covers(language))
            ? new LanguageSlot(path[..start], language, path[end..])
            : null;

    private static LanguageTag? Parse(string code) => LanguageTag.TryParse(code.Replace('_', '-'), out var language) ? language : null;
}
