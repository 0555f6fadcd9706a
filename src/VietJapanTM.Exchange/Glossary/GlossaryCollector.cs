using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Tbx;

namespace VietJapanTM.Exchange.Glossary;

/// <summary>
/// Joins glossary files into one glossary. Reports GLO001 (error), a concept whose identifier stands in two files, the second rejected; and
/// GLO002 (error), a reference to a concept that no file has. Not thread-safe.
/// </summary>
/// <param name="diagnostics">Takes the findings.</param>
public sealed class GlossaryCollector(DiagnosticSink diagnostics)
{
    private readonly ImmutableArray<GlossaryEntry>.Builder _entries = ImmutableArray.CreateBuilder<GlossaryEntry>();
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly List<(string Shown, TbxReference Reference)> _references = [];

    /// <summary>Adds a file.</summary>
    /// <param name="name">Its name within the glossary.</param>
    /// <param name="shown">Its name in findings.</param>
    /// <param name="file">What was read of it.</param>
    public void Add(string name, string shown, TbxFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        IsWhole &= file.IsWhole;
        for (var i = 0; i < file.Concepts.Length; i++)
        {
            var (line, column) = file.Places[i];
            if (_known.TryAdd(file.Concepts[i].Id, name))
            {
                _entries.Add(new GlossaryEntry(file.Concepts[i], name, line));
                continue;
            }

            var id = file.Concepts[i].Id;
            diagnostics.Add(new Diagnostic(
                "GLO001",
                DiagnosticSeverity.Error,
                $"The concept '{id}' stands in {_known[id]} already; this one is rejected. Give it another identifier.",
                shown,
                line,
                column));
        }

        _references.AddRange(file.OutsideReferences.Select(reference => (shown, reference)));
    }

    /// <summary>
    /// False where a file could not be read whole. What it would have held is not known, so nothing is said of references that lead nowhere.
    /// </summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Notes a file that could not be read at all.</summary>
    public void Miss() => IsWhole = false;

    /// <summary>All concepts, by file and then by place in it.</summary>
    /// <param name="isKnownElsewhere">Is there a concept of this identifier outside the files?</param>
    public ImmutableArray<GlossaryEntry> Finish(Func<string, bool> isKnownElsewhere)
    {
        ArgumentNullException.ThrowIfNull(isKnownElsewhere);
        foreach (var (shown, (from, target, line, column)) in IsWhole ? _references : [])
        {
            if (!_known.ContainsKey(target) && !isKnownElsewhere(target))
            {
                diagnostics.Add(new Diagnostic(
                    "GLO002",
                    DiagnosticSeverity.Error,
                    $"The concept '{from}' refers to '{target}', which no file has. Correct the reference or remove it.",
                    shown,
                    line,
                    column));
            }
        }

        return _entries.ToImmutable();
    }
}
