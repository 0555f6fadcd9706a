using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Output;
using VietJapanTM.Errors;

namespace VietJapanTM.Cli.Imports;

/// <summary>What an import has done so far, for people while it runs and as one JSON object at its end.</summary>
/// <param name="memory">The memory that receives the units.</param>
/// <param name="dryRun">True where nothing is written.</param>
/// <param name="json">Write JSON?</param>
/// <param name="context">Where to write.</param>
internal sealed class ImportReport(string memory, bool dryRun, bool json, CommandContext context)
{
    private readonly List<object> _files = [];
    private long _revision;
    private bool _madeMemory;

    /// <summary>A file was read and nothing written.</summary>
    public void Checked(ImportSource source)
    {
        Add(source, written: 0);
        if (!json)
        {
            context.Out.WriteLine($"{source.Name}: {Count.Of(source.Read, "unit")} can be imported{Warnings(source)}.");
        }
    }

    /// <summary>A file was imported.</summary>
    public void Imported(ImportSource source, ImportOutcome outcome)
    {
        var (written, revision, madeMemory, leftOut) = outcome;
        _revision = revision;
        _madeMemory |= madeMemory;
        Add(source, written);
        if (leftOut > 0)
        {
            context.Error.WriteLine(
                $"{source.Name}: warning: {Count.Of(leftOut, "unit")} left out, because U+FFFD in them stands where a character was lost. Mend the file and import it again.");
        }

        if (!json)
        {
            if (madeMemory)
            {
                context.Out.WriteLine($"Memory {memory} did not exist; it was made.");
            }

            context.Out.WriteLine(
                $"{source.Name}: {Count.Of(source.Read, "unit")} read, {written} new or changed in memory {memory}, revision {revision}{Warnings(source)}.");
        }
    }

    /// <summary>Runs what reads a file; where the file is refused, shows its findings in order, but for an only one, which the command's last line is.</summary>
    public async Task RefusalsOfAsync(ImportSource source, Func<Task> read)
    {
        try
        {
            await read().ConfigureAwait(false);
        }
        catch (DomainException e) when (e.Code == ErrorCode.FileMalformed)
        {
            if (source.Diagnostics.Items.Count > 1)
            {
                Show(source, source.Diagnostics.Items);
            }

            throw;
        }
    }

    /// <summary>Ends the report.</summary>
    public void End()
    {
        if (json)
        {
            context.Out.WriteLine(Json.ToText(new { memory, madeMemory = _madeMemory, dryRun, files = _files, revision = dryRun ? (long?)null : _revision }));
        }
    }

    private static string Warnings(ImportSource source) =>
        source.Diagnostics.WarningCount == 0 ? "" : $", {Count.Of(source.Diagnostics.WarningCount, "warning")}";

    private void Add(ImportSource source, long written)
    {
        Show(source, source.Diagnostics.Items);
        _files.Add(new
        {
            file = source.Name,
            read = source.Read,
            written,
            warnings = source.Diagnostics.WarningCount,
            findings = source.Diagnostics.Items.Select(FindingOutput.ToValue),
        });
    }

    private void Show(ImportSource source, IEnumerable<Diagnostic> findings)
    {
        foreach (var diagnostic in findings)
        {
            context.Error.WriteLine(diagnostic.ToString());
        }

        var unshown = source.Diagnostics.Counts.Values.Sum() - source.Diagnostics.Items.Count;
        if (unshown > 0)
        {
            context.Error.WriteLine($"{source.Name}: and {unshown} more.");
        }
    }
}
