using System.Text.RegularExpressions;
using System.Xml;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Decoding;

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
        if (exception is not XmlException xml)
        {
            return MalformedFile.ToDiagnostic(exception, code, file);
        }

        // The framework appends the place, which the diagnostic has in fields of its own.
        var message = PlacePattern().Replace(exception.Message, "");
        return new Diagnostic(code, DiagnosticSeverity.Error, message + Remedy(message), file, xml.LineNumber, xml.LinePosition);
    }

    /// <summary>What to do, where the framework says only what it met.</summary>
    private static string Remedy(string message) =>
        message.Contains("EntityName", StringComparison.Ordinal) || message.Contains("expected token is ';'", StringComparison.Ordinal) ? " Write &amp; for an '&' that is text."
        : message.Contains("does not match the end tag", StringComparison.Ordinal) ? " Close the inner element first, or correct one of the two names."
        : message.Contains("Name cannot begin with", StringComparison.Ordinal) || message.Contains("0x3C", StringComparison.Ordinal) ? " Write &lt; for a '<' that is text."
        : message.Contains("Unexpected end of file", StringComparison.Ordinal) ? " The file is cut off: write or fetch it again, whole."
        : "";

    [GeneratedRegex(@" Line \d+, position \d+\.$", RegexOptions.CultureInvariant)]
    private static partial Regex PlacePattern();
}
