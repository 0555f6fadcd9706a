using Microsoft.Extensions.FileSystemGlobbing;
using VietJapanTM.Errors;

namespace VietJapanTM.Cli.Checking.Configuration;

/// <summary>The files that a configuration names. Folders whose names begin with a dot hold tools, not texts, and are passed over unless a pattern names them.</summary>
internal static class FileGlobs
{
    /// <summary>The files, relative to the working folder where they lie below it, in ordinal order, and the folders that cannot be read.</summary>
    /// <exception cref="DomainException">FileUnreadable: the configuration names none, or there is none.</exception>
    public static CheckGroup Expand(CheckConfiguration configuration)
    {
        if (configuration.Files.IsEmpty)
        {
            throw new DomainException(
                ErrorCode.FileUnreadable,
                configuration.Path is null
                    ? $"No file is named, and there is no {CheckConfiguration.FileName} here or above. Name the files to check."
                    : $"No file is named, and {configuration.Path} has no 'files'. Name the files to check.");
        }

        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddIncludePatterns(configuration.Files);
        matcher.AddExcludePatterns(configuration.Exclude);
        var root = Path.GetDirectoryName(configuration.Path)!;
        var named = configuration.Files.SelectMany(pattern => pattern.Split('/', '\\')).ToHashSet(StringComparer.Ordinal);
        var problems = new List<Diagnostic>();
        var files = matcher.Execute(new GlobFolder(new DirectoryInfo(root), problems)).Files
            .Select(match => match.Path)
            .Where(path => FoldersOf(path).All(folder => folder[0] != '.' || named.Contains(folder)))
            .Select(path => Named(Path.GetFullPath(path, root)))
            .Order(StringComparer.Ordinal)
            .ToList();
        return files.Count > 0 || problems.Count > 0
            ? new CheckGroup(configuration, files, problems)
            : throw new DomainException(
                ErrorCode.FileUnreadable,
                $"No file matches 'files' of {configuration.Path}, {string.Join(", ", configuration.Files)}"
                    + $"{(configuration.Exclude.IsEmpty ? "" : $", without 'exclude', {string.Join(", ", configuration.Exclude)}")}. Correct the patterns.");
    }

    /// <summary>Do the patterns of 'exclude' match a file?</summary>
    public static bool Excludes(CheckConfiguration configuration, string file)
    {
        if (configuration.Exclude.IsEmpty)
        {
            return false;
        }

        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddIncludePatterns(configuration.Exclude);
        return matcher.Match(Path.GetDirectoryName(configuration.Path)!, Path.GetFullPath(file)).HasMatches;
    }

    private static string[] FoldersOf(string path) => path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries)[..^1];

    private static string Named(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
