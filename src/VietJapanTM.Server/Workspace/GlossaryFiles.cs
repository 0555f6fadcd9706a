using VietJapanTM.Errors;
using VietJapanTM.Exchange;
using VietJapanTM.Exchange.Glossary;
using VietJapanTM.Model;

namespace VietJapanTM.Server.Workspace;

/// <summary>A folder of glossary files, for whoever needs its concepts and nothing else.</summary>
internal static class GlossaryFiles
{
    /// <summary>Reads all glossary files of a folder.</summary>
    /// <exception cref="DomainException">FileMalformed: a file has an error; the message names its place.</exception>
    public static IReadOnlyList<Concept> Read(string folder)
    {
        var diagnostics = new DiagnosticSink();
        var glossary = GlossaryFolder.Read(folder, diagnostics);
        return diagnostics.HasErrors
            ? throw new DomainException(ErrorCode.FileMalformed, diagnostics.Items.First(d => d.Severity == DiagnosticSeverity.Error).ToString())
            : [.. glossary.Entries.Select(e => e.Concept)];
    }
}
