using System.Collections.Immutable;
using System.Globalization;
using VietJapanTM.Cli.Checking.Changes;
using VietJapanTM.Cli.Checking.Configuration;
using VietJapanTM.Cli.Checking.Fixing;
using VietJapanTM.Cli.Checking.Suppressions;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Output;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Bilingual;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Checking;

/// <summary>
/// Checks files that share their settings: reads them side by side, checks all segments at once, and reports in the order of the files,
/// whatever was ready first.
/// </summary>
internal sealed class CheckRun(CheckSettings settings, IGlossaryConnection glossary, CommandContext context)
{
    /// <summary>Checks files and adds what is found to a report.</summary>
    /// <param name="group">The files.</param>
    /// <param name="listed">Those of them that a list names.</param>
    /// <param name="report">Takes findings and problems.</param>
    /// <param name="saysProblems">Say problems of the files on standard error, too?</param>
    public async Task RunAsync(CheckGroup group, IReadOnlySet<string> listed, CheckReport report, bool saysProblems)
    {
        var files = group.Files;
        var inputs = new FileInput[files.Count];
        var paths = files.Select(Path.GetFullPath).ToImmutableHashSet(StringComparer.Ordinal);
        Parallel.For(
            0,
            files.Count,
            new ParallelOptions { CancellationToken = context.CancellationToken },
            i => inputs[i] = listed.Contains(files[i]) && FileGlobs.Excludes(group.Configuration, files[i])
                ? FileInput.PassedOver(files[i], $"'exclude' of {group.Configuration.Path} names it")
                : FileInput.Read(files[i], settings.Source, settings.Targets, paths, listed.Contains(files[i])));
        Say(group.Problems.Concat(inputs.SelectMany(i => i.Problems)), report, saysProblems);
        report.Fail(group.Problems.Count > 0);

        var segments = inputs.SelectMany(i => i.Segments).ToList();
        var findings = await CheckAsync(segments).ConfigureAwait(false);
        var edits = await new SafeEdits(glossary, settings).FindAsync(segments, findings, context.CancellationToken).ConfigureAwait(false);
        var changes = settings.ChangedSince is { } revision ? new GitChanges(revision) : null;
        var next = 0;
        foreach (var input in inputs)
        {
            var suppressions = new SuppressionPass(settings.Severities);
            var placed = new List<PlacedFinding>();
            foreach (var segment in input.Segments)
            {
                var ofSegment = suppressions.Apply(segment, findings[next].Select((f, i) => Place(f, segment, segments, edits.GetValueOrDefault((next, i)))));
                placed.AddRange(changes is null || changes.Touch(segment) ? ofSegment : []);
                next++;
            }

            placed.AddRange(suppressions.Complaints().Where(c => changes is null || changes.Touch(c.File, c.Place.Line, c.Place.EndLine)));
            report.AddFile(new CheckedFile(input.File, input.Segments.Count, input.Failed, input.IsPassedOver), placed.OrderBy(f => f.Place.Line).ThenBy(f => f.Place.Column));
        }
    }

    private async Task<IReadOnlyList<IReadOnlyList<Wire.Finding>>> CheckAsync(IReadOnlyList<BilingualSegment> segments)
    {
        var requests = segments.Select((s, i) => SegmentRequest.Of(s, s.Target!.Text, i)).ToList();
        SegmentRequest.Weigh(requests, settings.Severities, settings.Approval);
        return context.IsInteractive
            ? await ProgressReport.RunAsync(
                context, "checked", requests.Count, progress => glossary.CheckAsync(requests, () => progress.Advance(), context.CancellationToken)).ConfigureAwait(false)
            : await glossary.CheckAsync(requests, null, context.CancellationToken).ConfigureAwait(false);
    }

    private void Say(IEnumerable<Diagnostic> problems, CheckReport report, bool saysProblems)
    {
        foreach (var problem in problems)
        {
            report.AddProblem(problem);

            // A file that cannot be opened is the command's own failure, and is said as such.
            if (saysProblems)
            {
                context.Error.WriteLine(problem.File is null ? $"error: {problem.Message}" : problem.ToString());
            }
        }
    }

    private static PlacedFinding Place(Wire.Finding finding, BilingualSegment segment, IReadOnlyList<BilingualSegment> segments, TextEdit? edit)
    {
        var other = finding.RelatedSegmentId.Length > 0 ? segments[int.Parse(finding.RelatedSegmentId, CultureInfo.InvariantCulture)] : null;
        return PlacedFinding.Of(finding, segment, other) with { Edits = edit is null ? [] : [edit] };
    }
}
