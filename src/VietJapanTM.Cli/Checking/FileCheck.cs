using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Errors;
using VietJapanTM.Exchange;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Model;
using VietJapanTM.Server.Mapping;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Checking;

/// <summary>Checks the segments of one file. What cannot be read is said on standard error, and the rest is checked all the same.</summary>
internal sealed class FileCheck(
    IGlossaryConnection glossary, LanguageTag source, IReadOnlyList<LanguageTag> targets, CheckReport report, CommandContext context)
{
    /// <summary>Checks a file against each target language in turn.</summary>
    public async Task RunAsync(string file)
    {
        var said = new HashSet<Diagnostic>();
        var findings = new List<PlacedFinding>();
        var segments = 0;
        var failed = false;
        foreach (var target in targets)
        {
            var diagnostics = new DiagnosticSink();
            var options = new BilingualOptions { SourceLanguage = source, TargetLanguage = target, Columns = [source, .. targets] };
            foreach (var segment in BilingualFile.Read(file, options, diagnostics).Where(s => IsWanted(s, target)))
            {
                segments++;
                findings.AddRange(await CheckAsync(segment, segment.Target!, diagnostics).ConfigureAwait(false));
            }

            // A file is read once for each language; what is wrong with it is said once.
            foreach (var diagnostic in diagnostics.Items.Where(said.Add))
            {
                await context.Error.WriteLineAsync(diagnostic.ToString()).ConfigureAwait(false);
            }

            failed |= diagnostics.HasErrors;
        }

        if (segments == 0 && !failed)
        {
            await context.Error.WriteLineAsync($"{file}: warning: nothing is translated from {source} to {string.Join(" or ", targets)} here.").ConfigureAwait(false);
        }

        report.AddFile(findings.OrderBy(f => f.Line).ThenBy(f => f.Column), segments, failed);
    }

    private bool IsWanted(BilingualSegment segment, LanguageTag target) =>
        source.Covers(segment.SourceLanguage)
        && target.Covers(segment.TargetLanguage)
        && !string.IsNullOrWhiteSpace(segment.Target?.Text);

    private async Task<IEnumerable<PlacedFinding>> CheckAsync(BilingualSegment segment, LocatedText translation, DiagnosticSink diagnostics)
    {
        foreach (var text in (LocatedText[])[segment.Source, translation])
        {
            if (text.Text.Length > TextRules.MaxSegmentLength)
            {
                var (line, column) = text.Locate(0);
                diagnostics.Add(new Diagnostic(
                    "CHK001",
                    DiagnosticSeverity.Error,
                    $"The segment has {text.Text.Length} characters, more than {TextRules.MaxSegmentLength}; it is not checked. Split it into sentences.",
                    segment.File,
                    line,
                    column));
                return [];
            }
        }

        var request = new Wire.CheckRequest
        {
            SourceText = segment.Source.Text,
            SourceLanguageCode = segment.SourceLanguage.Value,
            TargetText = translation.Text,
            TargetLanguageCode = segment.TargetLanguage.Value,
        };
        var response = await glossary.CheckAsync(request, context.CancellationToken).ConfigureAwait(false);
        return response.Findings.Select(finding => Place(finding, finding.InSource ? segment.Source : translation, segment.File));
    }

    private static PlacedFinding Place(Wire.Finding finding, LocatedText text, string file)
    {
        var (line, column) = text.Locate(finding.Span.StartUtf16);
        var (_, endColumn) = text.Locate(finding.Span.EndUtf16);
        return new PlacedFinding(file, line, column, endColumn, text.Text, finding);
    }
}
