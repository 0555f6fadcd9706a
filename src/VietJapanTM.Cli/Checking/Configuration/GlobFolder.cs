using Microsoft.Extensions.FileSystemGlobbing.Abstractions;
using VietJapanTM.Errors;

namespace VietJapanTM.Cli.Checking.Configuration;

/// <summary>
/// A folder that patterns are held against. One that may not be read is a problem of its own and hides no other; links to folders are not followed, because they
/// may lead back.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="problems">Takes the folders that cannot be read.</param>
internal sealed class GlobFolder(DirectoryInfo folder, List<Diagnostic> problems) : DirectoryInfoBase
{
    /// <inheritdoc/>
    public override string Name => folder.Name;

    /// <inheritdoc/>
    public override string FullName => folder.FullName;

    /// <inheritdoc/>
    public override DirectoryInfoBase? ParentDirectory => folder.Parent is { } parent ? new GlobFolder(parent, problems) : null;

    /// <inheritdoc/>
    public override IEnumerable<FileSystemInfoBase> EnumerateFileSystemInfos()
    {
        try
        {
            return
            [
                .. folder.EnumerateFileSystemInfos().Where(entry => entry is FileInfo || entry.LinkTarget is null).Select(entry => entry is DirectoryInfo below
                    ? (FileSystemInfoBase)new GlobFolder(below, problems)
                    : new FileInfoWrapper((FileInfo)entry)),
            ];
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            problems.Add(new Diagnostic(
                "CHK006", DiagnosticSeverity.Error, "The folder cannot be read, so that nothing of it is checked. Change its permissions, or exclude it.", folder.FullName));
            return [];
        }
    }

    /// <inheritdoc/>
    public override DirectoryInfoBase GetDirectory(string path) => new GlobFolder(new DirectoryInfo(Path.Combine(folder.FullName, path)), problems);

    /// <inheritdoc/>
    public override FileInfoBase GetFile(string path) => new FileInfoWrapper(new FileInfo(Path.Combine(folder.FullName, path)));
}
