using VietJapanTM.Errors;

namespace VietJapanTM.Exchange.Decoding;

/// <summary>Turns what stops the reading of a file into a diagnostic.</summary>
internal static class MalformedFile
{
    /// <summary>True for the exceptions that a malformed or vanished file raises while it is read.</summary>
    public static bool IsOfFile(Exception exception) => exception is DomainException or IOException or UnauthorizedAccessException;

    /// <summary>The diagnostic, at its place where that is known.</summary>
    public static Diagnostic ToDiagnostic(Exception exception, string code, string file)
    {
        var (line, column) = exception is DomainException domain ? (domain.Line, domain.Column) : (0, 0);
        return new Diagnostic(code, DiagnosticSeverity.Error, Sentence(exception.Message), file, line, column);
    }

    private static string Sentence(string message) => message.EndsWith('.') ? message : message + ".";
}
