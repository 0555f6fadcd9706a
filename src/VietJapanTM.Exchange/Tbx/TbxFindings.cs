using System.Globalization;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Markup;

namespace VietJapanTM.Exchange.Tbx;

/// <summary>What the reader has to say of one file; the codes stand in <c>FORMAT.md</c>. Not thread-safe.</summary>
internal sealed class TbxFindings(string file, DiagnosticSink sink)
{
    private readonly DropCounter _dropped = new("TBX010", DiagnosticSeverity.Warning, file, TbxNames.OwnCategories);
    private readonly Dictionary<string, (int Count, MarkupElement First, string Message)> _absent = new(StringComparer.Ordinal);

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

    /// <summary>Reports a category that a term lacks: an error, in a foreign file one warning for all its terms.</summary>
    public void Absent(string category, MarkupElement at, string message)
    {
        if (!IsForeign)
        {
            Error("TBX016", at, message);
            return;
        }

        var (count, first, said) = _absent.GetValueOrDefault(category, (0, at, message));
        _absent[category] = (count + 1, first, said);
    }

    /// <summary>Reports what ended the reading.</summary>
    public void Fail(Exception exception) => sink.Add(MarkupFailure.ToDiagnostic(exception, "TBX001", file));

    /// <summary>Counts data that the model cannot carry.</summary>
    public void Drop(MarkupElement element) => _dropped.Add(TbxItem.CategoryOf(element), element.Line, element.Column);

    /// <summary>Counts data that the model cannot carry.</summary>
    public void Drop(string name, int line, int count) => _dropped.Add(name, line, 0, count);

    /// <summary>Reports what was counted, one finding a name, at its first place.</summary>
    public void ReportCounted()
    {
        foreach (var (count, first, message) in _absent.Values)
        {
            Warn("TBX016", first, count == 1 ? message : string.Create(CultureInfo.InvariantCulture, $"{message} So it is with {count} terms of this file."));
        }

        _dropped.Report(sink);
    }
}
