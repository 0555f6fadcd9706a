using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Exchange;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Model;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Checking;

/// <summary>Checks the segments of one file. What cannot be read is said on standard error, and the rest is checked all the same.</summary>
internal static class FileCheck
{
    public static async Task RunAsync(
        IGlossaryConnection glossary,
        string file,
        LanguageTag source,
        IReadOnlyList<LanguageTag> targets,
        CheckReport report,
        CommandContext context)
    {
        foreach (var target in targets)
        {
            var diagnostics = new DiagnosticSink();
            foreach (var segment in BilingualFile.Read(file, new BilingualOptions { SourceLanguage = source, TargetLanguage = target }, diagnostics))
            {
                if (segment.Target is { } translation && !string.IsNullOrWhiteSpace(translation.Text))
                {
                    await CheckAsync(glossary, segment, translation, report, context.CancellationToken).ConfigureAwait(false);
                }
            }

            foreach (var diagnostic in diagnostics.Items)
            {
                await context.Error.WriteLineAsync(diagnostic.ToString()).ConfigureAwait(false);
            }

            report.EndFile(diagnostics);
        }
    }

    private static async Task CheckAsync(
        IGlossaryConnection glossary, BilingualSegment segment, LocatedText translation, CheckReport report, CancellationToken cancellationToken)
    {
        var request = new Wire.CheckRequest
        {
            SourceText = segment.Source.Text,
            SourceLanguageCode = segment.SourceLanguage.Value,
            TargetText = translation.Text,
            TargetLanguageCode = segment.TargetLanguage.Value,
        };
        var response = await glossary.CheckAsync(request, cancellationToken).ConfigureAwait(false);
        report.CountSegment();
        foreach (var finding in response.Findings)
        {
            var text = finding.InSource ? segment.Source : translation;
            var (line, column) = text.Locate(finding.Span.StartUtf16);
            var (_, endColumn) = text.Locate(finding.Span.EndUtf16);
            report.Add(new PlacedFinding(segment.File, line, column, endColumn, text.Text, finding));
        }
    }
}
