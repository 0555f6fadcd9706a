using VietJapanTM.Errors;

namespace VietJapanTM.Cli.Output;

/// <summary>Diagnostics as JSON, in the names that the check of translations uses.</summary>
internal static class FindingOutput
{
    /// <summary>A value that becomes a JSON object.</summary>
    public static object ToValue(Diagnostic diagnostic) => new
    {
        rule = diagnostic.Code,
        severity = Word(diagnostic.Severity),
        diagnostic.File,
        line = diagnostic.Line == 0 ? (int?)null : diagnostic.Line,
        column = diagnostic.Column == 0 ? (int?)null : diagnostic.Column,
        diagnostic.Message,
    };

    private static string Word(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "info",
    };
}
