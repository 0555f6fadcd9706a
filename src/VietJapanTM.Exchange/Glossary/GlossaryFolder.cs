using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Tbx;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Glossary;

/// <summary>
/// A folder of TBX files that together are one glossary. Reading remembers the file of each concept, so that writing changes
/// only the files whose concepts changed. Immutable; <see cref="Write"/> touches the disk.
/// </summary>
public sealed class GlossaryFolder
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        MatchCasing = MatchCasing.CaseInsensitive,
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
    };

    private readonly ImmutableSortedDictionary<string, TbxFile> _files;

    private GlossaryFolder(string path, ImmutableSortedDictionary<string, TbxFile> files, ImmutableArray<GlossaryEntry> entries)
    {
        Path = path;
        _files = files;
        Entries = entries;
    }

    /// <summary>The folder as the user named it.</summary>
    public string Path { get; }

    /// <summary>The files, relative to the folder, sorted by ordinal.</summary>
    public IEnumerable<string> Files => _files.Keys;

    /// <summary>False where a file could not be read whole, so that concepts may be missing.</summary>
    public bool IsWhole { get; private init; } = true;

    /// <summary>All concepts, by file and then by place in it.</summary>
    public ImmutableArray<GlossaryEntry> Entries { get; }

    /// <summary>
    /// Reads every <c>*.tbx</c> below a folder. Beyond the findings of <see cref="TbxReader"/> those of <see cref="GlossaryCollector"/>,
    /// and GLO003 (error), a file that cannot be opened or is empty.
    /// </summary>
    /// <param name="path">The folder.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    /// <param name="mayBeEmpty">True for a folder that is to receive a glossary; else one without a glossary file is refused, because nobody
    /// means to check against nothing.</param>
    /// <exception cref="DomainException"><see cref="ErrorCode.FileUnreadable"/>: no such folder, or no glossary file in it.</exception>
    public static GlossaryFolder Read(string path, DiagnosticSink diagnostics, bool mayBeEmpty = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var files = ImmutableSortedDictionary.CreateBuilder<string, TbxFile>(StringComparer.Ordinal);
        var collector = new GlossaryCollector(diagnostics);
        foreach (var name in FilesBelow(path, mayBeEmpty))
        {
            var full = System.IO.Path.Combine(path, name);
            if (ReadFile(full, diagnostics) is { } file)
            {
                files.Add(name, file);
                collector.Add(name, full, file);
            }
            else
            {
                collector.Miss();
            }
        }

        return new GlossaryFolder(path, files.ToImmutable(), collector.Finish(_ => false)) { IsWhole = collector.IsWhole };
    }

    private static TbxFile? ReadFile(string path, DiagnosticSink diagnostics)
    {
        try
        {
            return TbxReader.Read(path, diagnostics);
        }
        catch (DomainException e) when (e.Code == ErrorCode.FileUnreadable)
        {
            diagnostics.Add(new Diagnostic("GLO003", DiagnosticSeverity.Error, e.Message, path));
            return null;
        }
    }

    /// <summary>
    /// Writes the glossary into the folder. A concept goes back into its file, in the order given; one without a file into that
    /// of its subject field (<c>institutions.tbx</c>; <c>glossary.tbx</c> where it has none). A file that would hold the same
    /// bytes is not touched; one whose last concept is gone is deleted.
    /// </summary>
    /// <param name="entries">The whole glossary.</param>
    /// <returns>The files that changed, relative to the folder, sorted.</returns>
    /// <exception cref="DomainException"><see cref="ErrorCode.FileUnreadable"/>: a file cannot be written.</exception>
    public ImmutableArray<string> Write(IEnumerable<GlossaryEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var byFile = new SortedDictionary<string, List<Concept>>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var name = entry.File ?? FileFor(entry.Concept.SubjectField);
            if (!byFile.TryGetValue(name, out var concepts))
            {
                byFile.Add(name, concepts = []);
            }

            concepts.Add(entry.Concept);
        }

        var changed = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (name, concepts) in byFile)
        {
            var full = Inside(name);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
            if (ExchangeFile.Replace(full, TbxWriter.ToBytes(Header(name) with { Concepts = [.. concepts] })))
            {
                changed.Add(name);
            }
        }

        foreach (var name in _files.Keys.Where(name => !byFile.ContainsKey(name)))
        {
            File.Delete(Inside(name));
            changed.Add(name);
        }

        return [.. changed];
    }

    private TbxFile Header(string name) => _files.GetValueOrDefault(name) ?? new TbxFile
    {
        Title = System.IO.Path.GetFileNameWithoutExtension(name),
        Licence = _files.Values.Select(file => file.Licence).FirstOrDefault(licence => licence is not null),
        SourceDescription = "Exported by VietJapanTM.",
        Language = _files.Values.Select(file => file.Language).FirstOrDefault(LanguageTag.English),
        Concepts = [],
    };

    /// <summary>The full path of a file, which must lie in the folder whatever its name says.</summary>
    private string Inside(string name)
    {
        var root = System.IO.Path.GetFullPath(Path);
        var full = System.IO.Path.GetFullPath(System.IO.Path.Combine(root, name));
        var relative = System.IO.Path.GetRelativePath(root, full);
        return relative.Split('/', '\\')[0] != ".." && !System.IO.Path.IsPathRooted(relative)
            ? full
            : throw new ArgumentException($"The file name '{name}' leads out of the glossary's folder.", nameof(name));
    }

    private static string FileFor(string subjectField)
    {
        var name = string.Concat(subjectField.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        return (name.Length == 0 ? "glossary" : name[..Math.Min(name.Length, 60)]) + ".tbx";
    }

    /// <summary>The glossary files below a folder, relative to it, sorted by ordinal; the letter case of their ending is free.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="mayBeEmpty">Is a folder without such files allowed?</param>
    /// <exception cref="DomainException"><see cref="ErrorCode.FileUnreadable"/>: no such folder, or none of them in it.</exception>
    public static IReadOnlyList<string> FilesBelow(string path, bool mayBeEmpty = false)
    {
        if (!Directory.Exists(path))
        {
            throw new DomainException(ErrorCode.FileUnreadable, $"{path} is not a folder; name the folder that holds the glossary's .tbx files.");
        }

        var files = Directory.EnumerateFiles(path, "*.tbx", Everything)
            .Select(file => System.IO.Path.GetRelativePath(path, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .ToList();
        return files.Count > 0 || mayBeEmpty
            ? files
            : throw new DomainException(ErrorCode.FileUnreadable, $"There is no .tbx file in {path}. Name the folder that holds the glossary.");
    }
}
