namespace VietJapanTM.Cli.Ingestion;

/// <summary>
/// Finds the files of a folder and of those below it. Links to files are followed wherever they lead; links to folders are not, because they may
/// lead back. Hidden files and what programs leave beside texts are passed over in silence; whatever else is not looked at is named.
/// </summary>
internal static class FolderFiles
{
    /// <summary>The files, in ordinal order of their paths below the folder, which have <c>/</c>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="leftOut">Takes a sentence for each link and each folder that is not looked into.</param>
    public static List<(string Path, string Relative)> Find(string folder, List<string> leftOut)
    {
        var files = new List<(string Path, string Relative)>();
        var folders = new Stack<string>([folder]);
        while (folders.TryPop(out var next))
        {
            foreach (var entry in Entries(next, leftOut))
            {
                var path = Path.Combine(next, entry.Name);
                var isLink = entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && entry.LinkTarget is not null;
                if (entry is DirectoryInfo && !isLink)
                {
                    folders.Push(path);
                }
                else if (entry is DirectoryInfo)
                {
                    leftOut.Add($"{path}: a link to a folder is not followed, because it may lead back. Name that folder itself.");
                }
                else if (isLink && !LeadsToAFile(path))
                {
                    leftOut.Add($"{path}: the link leads to {entry.LinkTarget}, where no file is.");
                }
                else
                {
                    files.Add((path, Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/')));
                }
            }
        }

        leftOut.Sort(StringComparer.Ordinal);
        files.Sort((a, b) => string.CompareOrdinal(a.Relative, b.Relative));
        return files;
    }

    private static List<FileSystemInfo> Entries(string folder, List<string> leftOut)
    {
        try
        {
            return [.. new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(e => !e.Attributes.HasFlag(FileAttributes.Hidden) && !IsLeftBeside(e.Name))];
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            leftOut.Add($"{folder}: the folder cannot be read, so that nothing of it is taken. Change its permissions.");
            return [];
        }
    }

    // File.Exists says of a link alone that it is there.
    private static bool LeadsToAFile(string link)
    {
        try
        {
            return File.ResolveLinkTarget(link, returnFinalTarget: true) is { Exists: true };
        }
        catch (IOException)
        {
            return false;
        }
    }

    // Locks of Word, copies of editors, notes of Windows; those of macOS are hidden.
    private static bool IsLeftBeside(string name) =>
        name.StartsWith("~$", StringComparison.Ordinal)
        || name.EndsWith('~')
        || name.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase)
        || name.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase);
}
