namespace VietJapanTM.Errors;

/// <summary>How much a diagnostic weighs.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing.</summary>
    Information,

    /// <summary>Something was dropped or guessed.</summary>
    Warning,

    /// <summary>The item was rejected.</summary>
    Error,
}

/// <summary>A problem in an input file, at its place. Import problems are collected, not thrown.</summary>
/// <param name="Code">Stable identifier such as <c>TMX004</c>.</param>
/// <param name="Severity">Its weight.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="File">The file as the user named it, or null.</param>
/// <param name="Line">1-based line, or 0 where unknown.</param>
/// <param name="Column">1-based column in UTF-16 units, or 0 where unknown.</param>
public sealed record Diagnostic(string Code, DiagnosticSeverity Severity, string Message, string? File = null, int Line = 0, int Column = 0)
{
    /// <summary><c>file:line:column: error CODE: message</c>, the form that editors and builds recognise.</summary>
    public override string ToString()
    {
        var place = File is null ? "" : Line == 0 ? $"{File}: " : Column == 0 ? $"{File}:{Line}: " : $"{File}:{Line}:{Column}: ";
        var severity = Severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "info",
        };
        return $"{place}{severity} {Code}: {Message}";
    }
}
