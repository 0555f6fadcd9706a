using VietJapanTM.Errors;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Checking.Reports;

/// <summary>What reports call a severity.</summary>
internal static class SeverityWord
{
    /// <summary><c>error</c>, <c>warning</c>, or the format's word for what is less.</summary>
    public static string Of(Wire.Finding.Types.Severity severity, string least = "info") => severity switch
    {
        Wire.Finding.Types.Severity.Error => "error",
        Wire.Finding.Types.Severity.Warning => "warning",
        _ => least,
    };

    /// <summary><c>error</c>, <c>warning</c>, or the format's word for what is less.</summary>
    public static string Of(DiagnosticSeverity severity, string least = "info") => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => least,
    };
}
