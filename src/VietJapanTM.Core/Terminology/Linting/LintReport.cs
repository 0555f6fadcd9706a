using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Linting;

/// <summary>Collects diagnostics; each message begins with the concept's id, each stands at the term or example that it concerns.</summary>
internal sealed class LintReport(LintPlaceFinder? placeOf)
{
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>Adds an error.</summary>
    public void Error(string code, Concept concept, string message, Term? term = null, ConceptExample? example = null) =>
        Add(code, DiagnosticSeverity.Error, concept, message, term, example);

    /// <summary>Adds a warning.</summary>
    public void Warning(string code, Concept concept, string message, Term? term = null, ConceptExample? example = null) =>
        Add(code, DiagnosticSeverity.Warning, concept, message, term, example);

    /// <summary>Adds a piece of advice.</summary>
    public void Information(string code, Concept concept, string message, Term? term = null) => Add(code, DiagnosticSeverity.Information, concept, message, term);

    /// <summary>All that was added, in order.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() => _diagnostics.ToImmutable();

    private void Add(string code, DiagnosticSeverity severity, Concept concept, string message, Term? term, ConceptExample? example = null)
    {
        var (file, line, column) = placeOf?.Invoke(concept, term, example) ?? default;
        _diagnostics.Add(new Diagnostic(code, severity, $"{concept.Id}: {message}", file, line, column));
    }
}
