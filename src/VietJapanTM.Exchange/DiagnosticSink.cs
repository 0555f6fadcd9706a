using VietJapanTM.Errors;

namespace VietJapanTM.Exchange;

/// <summary>
/// Collects what readers have to say of a file. The first <see cref="Capacity"/> findings are kept; all are counted, so that
/// a hostile file cannot fill the memory with complaints. Not thread-safe.
/// </summary>
public sealed class DiagnosticSink
{
    private readonly List<Diagnostic> _items = [];
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Makes an empty sink.</summary>
    /// <param name="capacity">Findings that are kept, 1 or more. Default 1,000.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is below 1.</exception>
    public DiagnosticSink(int capacity = 1_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        Capacity = capacity;
    }

    /// <summary>Findings that are kept; later ones are only counted.</summary>
    public int Capacity { get; }

    /// <summary>The findings in the order in which they were met.</summary>
    public IReadOnlyList<Diagnostic> Items => _items;

    /// <summary>How often each code occurred, sorted by code.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>Findings of severity <see cref="DiagnosticSeverity.Error"/>, kept or not.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>Findings of severity <see cref="DiagnosticSeverity.Warning"/>, kept or not.</summary>
    public int WarningCount { get; private set; }

    /// <summary>True where there is an error.</summary>
    public bool HasErrors => ErrorCount > 0;

    /// <summary>Takes a finding.</summary>
    public void Add(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        _counts[diagnostic.Code] = _counts.GetValueOrDefault(diagnostic.Code) + 1;
        switch (diagnostic.Severity)
        {
            case DiagnosticSeverity.Error:
                ErrorCount++;
                break;
            case DiagnosticSeverity.Warning:
                WarningCount++;
                break;
            default:
                break;
        }

        if (_items.Count < Capacity)
        {
            _items.Add(diagnostic);
        }
    }
}
