using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Output;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Glossaries;

/// <summary>What an import of a glossary says: everything that is wrong with its files, then what it changes.</summary>
/// <param name="dryRun">True where nothing is written; then every change is listed.</param>
/// <param name="json">Write JSON?</param>
/// <param name="context">Where to write.</param>
internal sealed class GlossaryImportReport(bool dryRun, bool json, CommandContext context)
{
    private const string LintPrefix = "GLS";

    /// <summary>Lists what the trial found; false where there are errors, and nothing may be written.</summary>
    public bool Accepts(Wire.ImportGlossaryResponse trial)
    {
        foreach (var diagnostic in trial.Diagnostics)
        {
            context.Error.WriteLine(Line(diagnostic));
        }

        var errors = trial.Diagnostics.Where(d => d.Severity == Wire.Finding.Types.Severity.Error).ToList();
        if (errors.Count > 0)
        {
            var remedy = errors.TrueForAll(d => d.Code.StartsWith(LintPrefix, StringComparison.Ordinal))
                ? "mend them and import again, or go on with --despite-lint"
                : "mend them and import again";
            context.Error.WriteLine($"error: {Count.Of(errors.Count, "error")} in the files. Nothing was done; {remedy}.");
        }

        return errors.Count == 0;
    }

    /// <summary>What was, or would be, written.</summary>
    public void Write(Wire.ImportGlossaryResponse response)
    {
        var (created, updated, deleted) = (Of(response, Wire.ConceptDifference.Types.Kind.Created), Of(response, Wire.ConceptDifference.Types.Kind.Updated), Of(response, Wire.ConceptDifference.Types.Kind.Deleted));
        if (json)
        {
            context.Out.WriteLine(Json.ToText(new
            {
                dryRun,
                concepts = response.ConceptCount,
                written = dryRun ? 0 : created + updated + deleted,
                created,
                updated,
                deleted,
                revision = response.Revision,
                changes = dryRun ? response.Changes.Select(ConceptChangeOutput.ToValue) : null,
            }));
            return;
        }

        var summary = $"{created} new, {updated} changed, {deleted} deleted";
        if (!dryRun)
        {
            context.Out.WriteLine($"{Count.Of(response.ConceptCount, "concept")} read: {summary}; revision {response.Revision}.");
            return;
        }

        foreach (var change in response.Changes)
        {
            ConceptChangeOutput.Write(change, context.Out);
        }

        context.Out.WriteLine($"{Count.Of(response.ConceptCount, "concept")} can be imported: {summary}.");
    }

    private static int Of(Wire.ImportGlossaryResponse response, Wire.ConceptDifference.Types.Kind kind) => response.Changes.Count(c => c.Kind == kind);

    private static string Line(Wire.FileDiagnostic diagnostic)
    {
        var place = diagnostic.Line == 0 ? $"{diagnostic.File}: "
            : diagnostic.Column == 0 ? $"{diagnostic.File}:{diagnostic.Line}: "
            : $"{diagnostic.File}:{diagnostic.Line}:{diagnostic.Column}: ";
        var severity = diagnostic.Severity switch
        {
            Wire.Finding.Types.Severity.Error => "error",
            Wire.Finding.Types.Severity.Warning => "warning",
            _ => "info",
        };
        return $"{place}{severity} {diagnostic.Code}: {diagnostic.Message}";
    }
}
