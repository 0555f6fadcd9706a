using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Linting;

/// <summary>Collects diagnostics; each message begins with the concept's id.</summary>
internal sealed class LintReport(Func<Concept, (string? File, int Line)>? placeOf)
{
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>Adds an error.</summary>
    public void Error(string code, Concept concept, string message) => Add(code, DiagnosticSeverity.Error, concept, message);

    /// <summary>Adds a warning.</summary>
    public void Warning(string code, Concept concept, string message) => Add(code, DiagnosticSeverity.Warning, concept, message);

    /// <summary>Adds a piece of advice.</summary>
    public void Information(string code, Concept concept, string message) => Add(code, DiagnosticSeverity.Information, concept, message);

    /// <summary>All that was added, in order.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() => _diagnostics.ToImmutable();

    private void Add(string code, DiagnosticSeverity severity, Concept concept, string message)
    {
        var (file, line) = placeOf?.Invoke(concept) ?? default;
        _diagnostics.Add(new Diagnostic(code, severity, $"{concept.Id}: {message}", file, line));
    }
}
