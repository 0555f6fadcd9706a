using System.Text.RegularExpressions;
using System.Xml;
using VietJapanTM.Errors;

namespace VietJapanTM.Exchange.Markup;

/// <summary>Turns what stops the reading of an XML file into a diagnostic.</summary>
internal static partial class MarkupFailure
{
    /// <summary>True for the exceptions that a malformed file raises while it is read.</summary>
    public static bool IsOfFile(Exception exception) => exception is XmlException or DomainException or IOException;

    /// <summary>The diagnostic.</summary>
    /// <param name="exception">What <see cref="IsOfFile"/> accepted.</param>
    /// <param name="code">The format's code for it.</param>
    /// <param name="file">The file as the user named it.</param>
    public static Diagnostic ToDiagnostic(Exception exception, string code, string file)
    {
        var (line, column) = exception is XmlException xml ? (xml.LineNumber, xml.LinePosition) : (0, 0);

        // The framework appends the place, which the diagnostic has in fields of its own.
        var message = PlacePattern().Replace(exception.Message, "");
        return new Diagnostic(code, DiagnosticSeverity.Error, message, file, line, column);
    }

    [GeneratedRegex(@" Line \d+, position \d+\.$", RegexOptions.CultureInvariant)]
    private static partial Regex PlacePattern();
}
