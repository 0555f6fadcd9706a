using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Pages;
using VietJapanTM.Model;

namespace VietJapanTM.Cli.Ingestion;

/// <summary>The files of one document.</summary>
/// <param name="Id">Its id in the store.</param>
/// <param name="Name">What people call it: the path without language and ending.</param>
/// <param name="Files">A file for each of its languages, in the order that was asked for.</param>
/// <param name="Problem">Why these files cannot be taken; null where they can.</param>
internal sealed record DocumentFiles(string Id, string Name, IReadOnlyList<(LanguageTag Language, string Path)> Files, string? Problem = null)
{
    /// <summary>The id where <see cref="Id"/> belongs to another document.</summary>
    public string SpareId { get; init; } = "";

    /// <summary>True where a document before it in the folder has the same <see cref="Id"/>.</summary>
    public bool IsSecond { get; init; }
}

/// <summary>Finds the documents of a folder: files whose paths differ by the language alone belong together.</summary>
/// <param name="Documents">The documents, by name.</param>
/// <param name="LeftOut">Files that belong to none, each with the reason.</param>
internal sealed record DocumentFolder(IReadOnlyList<DocumentFiles> Documents, IReadOnlyList<string> LeftOut)
{
    private const int MaxIdLength = 63;

    /// <summary>Reads the names of a folder's files, as <see cref="FolderFiles"/> finds them.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="languages">The languages to look for in names.</param>
    /// <param name="prefix">Begins the ids of all documents; may be empty.</param>
    /// <exception cref="DomainException">FileUnreadable: no such folder. ArgumentInvalid: no two files belong together.</exception>
    public static DocumentFolder Scan(string folder, IReadOnlyList<LanguageTag> languages, string prefix = "")
    {
        if (!Directory.Exists(folder))
        {
            throw new DomainException(ErrorCode.FileUnreadable, $"{folder} is no folder. Name the folder that holds the texts.");
        }

        var leftOut = new List<string>();
        var files = new List<(string Path, LanguageTag Language, string Stem)>();
        foreach (var (path, relative) in FolderFiles.Find(folder, leftOut))
        {
            if (!PageFile.CanRead(path))
            {
                leftOut.Add($"{path}: nothing reads this format; {string.Join(" ", PageFile.Extensions)} are read.");
            }
            else if (NamedLanguage.Find(relative, languages) is { } named)
            {
                files.Add((path, named.Language, named.Stem.Length > 0 ? named.Stem : NameOf(folder)));
            }
            else
            {
                leftOut.Add($"{path}: its name and folders hold none of {string.Join(", ", languages)}.");
            }
        }

        var documents = new List<DocumentFiles>();
        foreach (var document in files.GroupBy(f => f.Stem, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (document.Count() == 1)
            {
                var alike = files.FirstOrDefault(f => f.Stem != document.Key && f.Stem.Equals(document.Key, StringComparison.OrdinalIgnoreCase)).Path;
                leftOut.Add($"{document.First().Path}: there is no counterpart in another language{(alike is null ? "" : $"; the name of {alike} differs in capital letters alone")}.");
                continue;
            }

            var twice = document.GroupBy(f => f.Language).FirstOrDefault(g => g.Count() > 1);
            documents.Add(new DocumentFiles(
                "",
                document.Key,
                [.. languages.SelectMany(l => document.Where(f => f.Language == l)).Select(f => (f.Language, f.Path))],
                twice is null ? null : $"{twice.First().Path}: {twice.ElementAt(1).Path} is the same document in {twice.Key} too. Keep one of them."));
        }

        return documents.Count > 0
            ? new DocumentFolder(WithIds(documents, prefix), leftOut)
            : throw new DomainException(
                ErrorCode.ArgumentInvalid,
                $"{folder} holds no two texts of one document in {string.Join(", ", languages)}. Name files such as news.es.txt and news.en.txt, or put them into folders es and en; "
                + $"{string.Join(" ", PageFile.Extensions)} are read.{(leftOut.Count > 0 ? $" The first of {leftOut.Count} files: {leftOut[0]}" : "")}");
    }

    // es.txt and en.txt at the top of a folder are the document that the folder is called after.
    private static string NameOf(string folder) => Path.GetFileName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar));

    // Two names can make one id; who has it is decided by the store, so that an id never depends on what else lies in the folder later.
    private static List<DocumentFiles> WithIds(List<DocumentFiles> documents, string prefix)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return documents.ConvertAll(document =>
        {
            var slug = Slug(prefix + " " + document.Name);
            var spare = Hashed(slug, document.Name);
            var id = slug.Length > MaxIdLength || HasOtherLetters(document.Name) ? spare : slug;
            return document with { Id = id, SpareId = spare, IsSecond = !taken.Add(id) };
        });
    }

    // What no id can hold would be left out, and every Japanese name would be the same.
    private static bool HasOtherLetters(string name) =>
        Spelled(name).Any(c => char.IsLetter(c) && !char.IsAscii(c));

    private static string Spelled(string name) => name.Replace('đ', 'd').Replace('Đ', 'd').Normalize(NormalizationForm.FormD);

    private static string Hashed(string slug, string name)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 4));
        return $"{slug[..Math.Min(slug.Length, MaxIdLength - hash.Length - 1)].TrimEnd('-')}-{hash}";
    }

    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in Spelled(name))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var id = slug.ToString().Trim('-');
        return id.Length > 0 && char.IsAsciiLetterLower(id[0]) ? id : $"document-{id}".TrimEnd('-');
    }
}
