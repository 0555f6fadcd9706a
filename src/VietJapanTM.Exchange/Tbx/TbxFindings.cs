using VietJapanTM.Errors;
using VietJapanTM.Exchange.Markup;

namespace VietJapanTM.Exchange.Tbx;

/// <summary>What the reader has to say of one file; the codes stand in <c>FORMAT.md</c>. Not thread-safe.</summary>
internal sealed class TbxFindings(string file, DiagnosticSink sink)
{
    private readonly DropCounter _dropped = new("TBX010", DiagnosticSeverity.Warning, file);

    /// <summary>True for a file of another version or style, which owes nothing to the rules of TBX-Basic.</summary>
    public bool IsForeign { get; set; }

    /// <summary>Reports what breaks a rule of TBX-Basic but loses no term: an error, in a foreign file a warning.</summary>
    public void Invalid(string code, MarkupElement at, string message) =>
        Add(code, IsForeign ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error, at.Line, at.Column, message);

    /// <summary>Reports an error at an element.</summary>
    public void Error(string code, MarkupElement at, string message) => Add(code, DiagnosticSeverity.Error, at.Line, at.Column, message);

    /// <summary>Reports a warning at an element.</summary>
    public void Warn(string code, MarkupElement at, string message) => Add(code, DiagnosticSeverity.Warning, at.Line, at.Column, message);

    /// <summary>Reports at a place.</summary>
    public void Add(string code, DiagnosticSeverity severity, int line, int column, string message) =>
        sink.Add(new Diagnostic(code, severity, message, file, line, column));

    /// <summary>Reports what ended the reading.</summary>
    public void Fail(Exception exception) => sink.Add(MarkupFailure.ToDiagnostic(exception, "TBX001", file));

    /// <summary>Counts data that the model cannot carry.</summary>
    public void Drop(MarkupElement element) => _dropped.Add(TbxItem.CategoryOf(element), element.Line, element.Column);

    /// <summary>Counts data that the model cannot carry.</summary>
    public void Drop(string name, int line, int count) => _dropped.Add(name, line, 0, count);

    /// <summary>Reports what was counted, one finding a name, at its first place.</summary>
    public void ReportDropped() => _dropped.Report(sink);
}
