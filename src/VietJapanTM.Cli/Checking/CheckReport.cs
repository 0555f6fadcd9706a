using VietJapanTM.Errors;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Checking;

/// <summary>What a check has found so far, over all files.</summary>
internal sealed class CheckReport
{
    private readonly List<PlacedFinding> _findings = [];
    private readonly List<Diagnostic> _problems = [];
    private bool _failed;

    /// <summary>The findings, in the order of the files and of their places.</summary>
    public IReadOnlyList<PlacedFinding> Findings => _findings;

    /// <summary>What is wrong with the files themselves, in the order in which it was met.</summary>
    public IReadOnlyList<Diagnostic> Problems => _problems;

    /// <summary>Files that were read.</summary>
    public int Files { get; private set; }

    /// <summary>Segment pairs that were checked.</summary>
    public int Segments { get; private set; }

    /// <summary>
    /// True where a file could not be read whole, and where nothing was checked at all: a build that names the wrong language or the
    /// wrong files must not pass.
    /// </summary>
    public bool CouldNotRun => _failed || Segments == 0;

    /// <summary>Takes a problem of a file.</summary>
    public void AddProblem(Diagnostic problem) => _problems.Add(problem);

    /// <summary>Takes the outcome of a file.</summary>
    public void AddFile(IEnumerable<PlacedFinding> findings, int segments, bool failed)
    {
        _findings.AddRange(findings);
        Segments += segments;
        Files++;
        _failed |= failed;
    }

    /// <summary>Is there a finding of at least this severity?</summary>
    public bool Fails(Wire.Finding.Types.Severity least) => _findings.Any(f => f.Finding.Severity >= least);

    /// <summary>Findings of one severity.</summary>
    public int Count(Wire.Finding.Types.Severity severity) => _findings.Count(f => f.Finding.Severity == severity);
}

/// <summary>A finding at its place in a file.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in UTF-16 units.</param>
/// <param name="EndColumn">Column after the last character; on the same line unless the text runs over lines.</param>
/// <param name="Text">The text that the finding points into.</param>
/// <param name="Finding">What was found.</param>
internal sealed record PlacedFinding(string File, int Line, int Column, int EndColumn, string Text, Wire.Finding Finding);
