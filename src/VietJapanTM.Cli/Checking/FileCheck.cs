using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Input;
using VietJapanTM.Errors;
using VietJapanTM.Exchange;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Model;
using VietJapanTM.Server.Mapping;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Checking;

/// <summary>Checks the segments of one file. What cannot be read is said on standard error, and the rest is checked all the same.</summary>
internal sealed class FileCheck(
    IGlossaryConnection glossary, LanguageTag source, IReadOnlyList<LanguageTag> targets, CheckReport report, bool saysProblems, CommandContext context)
{
    /// <summary>Checks a file against each target language in turn. One that cannot be opened does not keep the others from being checked.</summary>
    public async Task RunAsync(string file)
    {
        try
        {
            await CheckFileAsync(file).ConfigureAwait(false);
        }
        catch (DomainException e) when (e.Code is ErrorCode.FileUnreadable or ErrorCode.FileMalformed)
        {
            await SayAsync([new Diagnostic("CHK003", DiagnosticSeverity.Error, e.Message)]).ConfigureAwait(false);
            report.AddFile(new CheckedFile(file, 0, Failed: true), []);
        }
    }

    private async Task CheckFileAsync(string file)
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
            await SayAsync(diagnostics.Items.Where(said.Add)).ConfigureAwait(false);
            failed |= diagnostics.HasErrors;
        }

        if (segments == 0 && !failed)
        {
            var message = $"Nothing is translated from {source} to {string.Join(" or ", targets)} here.";
            await SayAsync([new Diagnostic("CHK004", DiagnosticSeverity.Warning, message, file)]).ConfigureAwait(false);
        }

        report.AddFile(new CheckedFile(file, segments, failed), findings.OrderBy(f => f.Line).ThenBy(f => f.Column));
    }

    private async Task SayAsync(IEnumerable<Diagnostic> problems)
    {
        foreach (var problem in problems)
        {
            report.AddProblem(problem);

            // A file that cannot be opened is the command's own failure, and is said as such.
            if (saysProblems)
            {
                await context.Error.WriteLineAsync(problem.File is null ? $"error: {problem.Message}" : problem.ToString()).ConfigureAwait(false);
            }
        }
    }

    private bool IsWanted(BilingualSegment segment, LanguageTag target) =>
        source.Covers(segment.SourceLanguage)
        && target.Covers(segment.TargetLanguage)
        && !string.IsNullOrWhiteSpace(segment.Target?.Text);

    private async Task<IEnumerable<PlacedFinding>> CheckAsync(BilingualSegment segment, LocatedText translation, DiagnosticSink diagnostics)
    {
        if (!IsFit(segment.Source, segment.SourceFile ?? segment.File, diagnostics) || !IsFit(translation, segment.File, diagnostics))
        {
            return [];
        }

        var request = new Wire.CheckRequest
        {
            SourceText = LostCharacters.AsSpaces(segment.Source.Text),
            SourceLanguageCode = segment.SourceLanguage.Value,
            TargetText = LostCharacters.AsSpaces(translation.Text),
            TargetLanguageCode = segment.TargetLanguage.Value,
        };
        var response = await glossary.CheckAsync(request, context.CancellationToken).ConfigureAwait(false);
        return response.Findings.Select(finding => finding.InSource
            ? Place(finding, segment.Source, segment, segment.SourceFile ?? segment.File)
            : Place(finding, translation, segment, segment.File));
    }

    /// <summary>CHK001 (error): longer than a segment may be, not checked. CHK002 (warning): a character was lost, checked without it.</summary>
    private static bool IsFit(LocatedText text, string file, DiagnosticSink diagnostics)
    {
        if (text.Text.Length > TextRules.MaxSegmentLength)
        {
            var message = $"The segment has {text.Text.Length} characters, more than {TextRules.MaxSegmentLength}; it is not checked. Split it into sentences.";
            Report("CHK001", DiagnosticSeverity.Error, message, 0);
            return false;
        }

        if (LostCharacters.In(text.Text))
        {
            Report("CHK002", DiagnosticSeverity.Warning, "U+FFFD stands where a character was lost. Write what the original has.", text.Text.IndexOf('\uFFFD', StringComparison.Ordinal));
        }

        return true;

        void Report(string code, DiagnosticSeverity severity, string message, int offset)
        {
            var (line, column) = text.Locate(offset);
            diagnostics.Add(new Diagnostic(code, severity, message, file, line, column));
        }
    }

    private static PlacedFinding Place(Wire.Finding finding, LocatedText text, BilingualSegment segment, string file)
    {
        var (line, column) = text.Locate(finding.Span.StartUtf16);
        var (endLine, endColumn) = text.LocateEnd(finding.Span.EndUtf16);
        return new PlacedFinding
        {
            File = file,
            Line = line,
            Column = column,
            EndLine = endLine,
            EndColumn = endColumn,
            Text = text.Text,
            Finding = finding,
            Segment = segment.Id,
        };
    }
}
