using VietJapanTM.Errors;
using VietJapanTM.Exchange.Markup;

namespace VietJapanTM.Exchange.Tmx;

/// <summary>What the reader has to say of one file; the codes stand in <c>FORMAT.md</c>. Not thread-safe.</summary>
internal sealed class TmxFindings(string file, bool lenient, DiagnosticSink sink)
{
    private readonly DropCounter _dropped = new("TMX012", DiagnosticSeverity.Information, file);

    /// <summary>Reports what breaks a rule and costs a unit or a variant: an error, in lenient reading a warning.</summary>
    public void Reject(string code, MarkupElement at, string message) =>
        Add(code, lenient ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error, at.Line, at.Column, message);

    /// <summary>Reports what the rules allow and this project has no use for.</summary>
    public void Warn(string code, MarkupElement at, string message) => Add(code, DiagnosticSeverity.Warning, at.Line, at.Column, message);

    /// <summary>Reports at a place.</summary>
    public void Add(string code, DiagnosticSeverity severity, int line, int column, string message) =>
        sink.Add(new Diagnostic(code, severity, message, file, line, column));

    /// <summary>Reports what ended the reading.</summary>
    public void Fail(Exception exception)
    {
        var finding = MarkupFailure.ToDiagnostic(exception, "TMX001", file);
        sink.Add(lenient
            ? finding with { Severity = DiagnosticSeverity.Warning, Message = finding.Message + " The units before it are kept." }
            : finding.Line == 0 ? finding : finding with { Message = finding.Message + " Nothing behind it is read; mend it, or read leniently." });
    }

    /// <summary>Counts data that the model cannot carry.</summary>
    public void Drop(string name, MarkupElement at) => _dropped.Add(name, at.Line, at.Column);

    /// <summary>Reports what was counted.</summary>
    public void ReportDropped() => _dropped.Report(sink);
}
