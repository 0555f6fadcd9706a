using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using VietJapanTM.Cli.Output;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Bilingual;

namespace VietJapanTM.Cli.Checking.Changes;

/// <summary>
/// Which lines of files changed since a revision of git: since the work forked from it, so that what others have done there meanwhile does not
/// count. For one thread.
/// </summary>
internal sealed class GitChanges(string revision)
{
    private readonly Dictionary<string, string> _bases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _renames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<(int First, int Last)>?> _files = new(StringComparer.Ordinal);

    /// <summary>Did the source or the translation of a segment change?</summary>
    public bool Touch(BilingualSegment segment) =>
        Touch(segment.SourceFile ?? segment.File, segment.Source) || Touch(segment.File, segment.Target!);

    /// <summary>Did one of some lines of a file change? True for all lines of a file that git does not know.</summary>
    public bool Touch(string file, int firstLine, int lastLine)
    {
        if (!_files.TryGetValue(file, out var hunks))
        {
            _files[file] = hunks = Read(file);
        }

        return hunks is null || hunks.Any(h => h.First <= lastLine && firstLine <= h.Last);
    }

    private bool Touch(string file, LocatedText text) => Touch(file, text.Line, text.LocateEnd(text.Text.Length).Line);

    /// <summary>The changed lines, or null where the file is new to git.</summary>
    private IReadOnlyList<(int First, int Last)>? Read(string file)
    {
        var full = Path.GetFullPath(file);
        var folder = Path.GetDirectoryName(full)!;
        if (!_bases.TryGetValue(folder, out var since))
        {
            var commit = Git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}").Trim();
            _bases[folder] = since = MergeBase(folder, commit);
        }

        // From the root of the repository, by which git names what was renamed.
        var name = Git(folder, "ls-files", "-z", "--full-name", "--", Path.GetFileName(full)).TrimEnd('\0');
        if (name.Length == 0)
        {
            return null;
        }

        string[] names = Renames(folder, since).TryGetValue(name, out var earlier) ? [Top(earlier), Top(name)] : [Top(name)];
        return [.. Git(folder, ["diff", "--unified=0", "--find-renames", "--no-color", "--no-ext-diff", since, "--", .. names])
            .Split('\n')
            .Where(line => line.StartsWith("@@", StringComparison.Ordinal))
            .Select(Hunk)
            .Where(h => h.First <= h.Last)];
    }

    /// <summary>What files that were renamed since were called then.</summary>
    private IReadOnlyDictionary<string, string> Renames(string folder, string since)
    {
        if (!_renames.TryGetValue(since, out var renames))
        {
            var parts = Git(folder, "diff", "--find-renames", "--diff-filter=R", "--name-status", "-z", since).Split('\0');
            _renames[since] = renames = parts.Chunk(3).Where(p => p.Length == 3).ToDictionary(p => p[2], p => p[1], StringComparer.Ordinal);
        }

        return renames;
    }

    private static string Top(string name) => ":(top,literal)" + name;

    /// <summary>The commit that the work and a revision have in common; the revision itself where they share none, as in a shallow clone.</summary>
    private string MergeBase(string folder, string commit)
    {
        try
        {
            return Git(folder, "merge-base", commit, "HEAD").Trim();
        }
        catch (DomainException)
        {
            return commit;
        }
    }

    /// <summary><c>@@ -7,0 +8,2 @@</c>: the lines 8 and 9.</summary>
    private static (int First, int Last) Hunk(string header)
    {
        var added = header.Split(' ').First(part => part.StartsWith('+'))[1..].Split(',');
        var first = int.Parse(added[0], CultureInfo.InvariantCulture);
        var count = added.Length > 1 ? int.Parse(added[1], CultureInfo.InvariantCulture) : 1;
        return (first, first + count - 1);
    }

    private string Git(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : throw Failure(folder, arguments[0], OneLine.Of(error.Result.Trim()));
        }
        catch (Win32Exception e)
        {
            throw new DomainException(
                ErrorCode.ArgumentInvalid, "--changed-since needs git, which was not found. Install git, or leave the option out.", innerException: e);
        }
    }

    private DomainException Failure(string folder, string command, string error) => new(
        ErrorCode.ArgumentInvalid,
        command == "rev-parse" && error.Length == 0
            ? $"--changed-since: '{revision}' is no revision of the repository around {folder}. Fetch it (a workflow's checkout needs fetch-depth: 0), or name another, such as HEAD~1."
            : $"--changed-since: git says of {folder}: {error.TrimEnd('.')}. Run it inside a repository, or leave the option out.");
}
