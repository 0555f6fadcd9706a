using VietJapanTM.Cli.Checking.Baselines;
using VietJapanTM.Errors;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Checking;

/// <summary>What a check has found so far, over all files.</summary>
internal sealed class CheckReport
{
    private readonly List<PlacedFinding> _findings = [];
    private readonly List<Diagnostic> _problems = [];
    private readonly List<CheckedFile> _files = [];
    private readonly FindingFingerprint _names = new();
    private readonly HashSet<(string Rule, TextPlace Place, string Message)> _ofSources = [];
    private bool _failed;

    /// <summary>All findings, in the order of the files and of their places.</summary>
    public IReadOnlyList<PlacedFinding> Findings => _findings;

    /// <summary>Those that are neither suppressed nor known from an earlier run.</summary>
    public IEnumerable<PlacedFinding> Counting => _findings.Where(f => f.Counts);

    /// <summary>What is wrong with the files themselves, in the order in which it was met.</summary>
    public IReadOnlyList<Diagnostic> Problems => _problems;

    /// <summary>The files, in their order.</summary>
    public IReadOnlyList<CheckedFile> Files => _files;

    /// <summary>Segment pairs that were checked.</summary>
    public int Segments { get; private set; }

    /// <summary>The least severity that fails the run; error by default.</summary>
    public Wire.Finding.Types.Severity FailOn { get; private set; } = Wire.Finding.Types.Severity.Error;

    /// <summary>
    /// True where a file could not be read whole, and where nothing was checked at all: a build that names the wrong language or the
    /// wrong files must not pass. A list of files of which none is a translation asks for nothing.
    /// </summary>
    public bool CouldNotRun => _failed || IsIdle;

    /// <summary>True where nothing was checked although something should have been.</summary>
    public bool IsIdle => Segments == 0 && !(_files.Count > 0 && _files.TrueForAll(file => file.IsPassedOver));

    /// <summary>Says whether something could not be read whole.</summary>
    public void Fail(bool failed) => _failed |= failed;

    /// <summary>Takes a problem of a file.</summary>
    public void AddProblem(Diagnostic problem) => _problems.Add(problem);

    /// <summary>Lets findings of a severity fail the run; the strictest limit that was set holds.</summary>
    public void RequireBelow(Wire.Finding.Types.Severity severity) => FailOn = severity < FailOn ? severity : FailOn;

    /// <summary>
    /// Takes the outcome of a file; its findings get their fingerprints. What is wrong with a source is said once, however many translations it has.
    /// </summary>
    public void AddFile(CheckedFile file, IEnumerable<PlacedFinding> findings)
    {
        _files.Add(file);
        _findings.AddRange(findings
            .Where(f => f.TargetLanguage.Length > 0 || !f.Finding.InSource || _ofSources.Add((f.Finding.Rule, f.Place, f.Finding.Message)))
            .Select(_names.Name));
        Segments += file.Segments;
        Fail(file.Failed);
    }

    /// <summary>Compares the findings with those of an earlier run.</summary>
    public void CompareWith(BaselineFile baseline)
    {
        var compared = baseline.Compare(this).ToList();
        _findings.Clear();
        _findings.AddRange(compared);
    }

    /// <summary>Is there a finding that counts and weighs enough to fail the run?</summary>
    public bool Fails => Counting.Any(f => f.Finding.Severity >= FailOn);

    /// <summary>Findings of one severity that count.</summary>
    public int Count(Wire.Finding.Types.Severity severity) => Counting.Count(f => f.Finding.Severity == severity);
}

/// <summary>A file that was checked.</summary>
/// <param name="Name">As the user named it.</param>
/// <param name="Segments">Segment pairs that were checked.</param>
/// <param name="Failed">True where it could not be read whole.</param>
/// <param name="IsPassedOver">True where it is no translation, and nobody named it by itself.</param>
internal sealed record CheckedFile(string Name, int Segments, bool Failed, bool IsPassedOver = false);
