using Microsoft.Extensions.FileSystemGlobbing;
using VietJapanTM.Errors;

namespace VietJapanTM.Cli.Checking.Configuration;

/// <summary>The files that a configuration names.</summary>
internal static class FileGlobs
{
    /// <summary>The files, relative to the working folder where they lie below it, in ordinal order.</summary>
    /// <exception cref="DomainException">FileUnreadable: the configuration names none, or there is none.</exception>
    public static IReadOnlyList<string> Expand(CheckConfiguration configuration)
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
        var files = matcher.GetResultsInFullPath(Path.GetDirectoryName(configuration.Path)!)
            .Select(Named)
            .Order(StringComparer.Ordinal)
            .ToList();
        return files.Count > 0
            ? files
            : throw new DomainException(
                ErrorCode.FileUnreadable, $"No file matches 'files' of {configuration.Path}: {string.Join(", ", configuration.Files)}. Correct the patterns.");
    }

    private static string Named(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
