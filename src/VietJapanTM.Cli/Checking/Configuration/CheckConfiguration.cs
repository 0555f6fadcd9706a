using System.Collections.Immutable;
using VietJapanTM.Model;
using Severity = VietJapanTM.V1Alpha1.Finding.Types.Severity;

namespace VietJapanTM.Cli.Checking.Configuration;

/// <summary>What a <c>.vjtm.yaml</c> says. Paths in it are relative to its folder. Immutable.</summary>
internal sealed record CheckConfiguration
{
    /// <summary>What the file is called.</summary>
    public const string FileName = ".vjtm.yaml";

    /// <summary>The file; null for the defaults.</summary>
    public string? Path { get; init; }

    /// <summary>The source language, or null.</summary>
    public LanguageTag? From { get; init; }

    /// <summary>The target languages; empty where none are named.</summary>
    public ImmutableArray<LanguageTag> To { get; init; } = [];

    /// <summary>Globs of the files to check where the command line names none.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>Globs of files that are left out of those.</summary>
    public ImmutableArray<string> Exclude { get; init; } = [];

    /// <summary>A folder of TBX files, or null.</summary>
    public string? Glossary { get; init; }

    /// <summary>The address of a server, or null.</summary>
    public string? Server { get; init; }

    /// <summary>The baseline, or null.</summary>
    public string? Baseline { get; init; }

    /// <summary>The least severity that fails, or null.</summary>
    public Severity? FailOn { get; init; }

    /// <summary>Weights by rule; unspecified is off.</summary>
    public ImmutableSortedDictionary<string, Severity> Rules { get; init; } = ImmutableSortedDictionary<string, Severity>.Empty;

    /// <summary>A path of the file as one that this process can open.</summary>
    public string Resolve(string path) =>
        Path is null ? path : System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, path);

    /// <summary>The nearest configuration at or above a folder, or null.</summary>
    public static string? FindAbove(string folder)
    {
        for (var at = System.IO.Path.GetFullPath(folder); at is not null; at = System.IO.Path.GetDirectoryName(at))
        {
            var path = System.IO.Path.Combine(at, FileName);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
