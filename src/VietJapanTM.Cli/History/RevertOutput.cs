using VietJapanTM.Cli.Glossaries;
using VietJapanTM.Cli.Output;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.History;

/// <summary>What a revert did, or would do, for people and programs.</summary>
internal static class RevertOutput
{
    /// <summary>Conflicts, with a trial the concepts field by field, and a summary; or one JSON object.</summary>
    public static void Write(Wire.RevertChangeSetResponse response, long revision, bool json, TextWriter output)
    {
        if (json)
        {
            output.WriteLine(Json.ToText(ToValue(response, revision)));
            return;
        }

        foreach (var concept in response.Concepts)
        {
            ConceptChangeOutput.Write(concept, output);
        }

        foreach (var conflict in response.Conflicts)
        {
            output.WriteLine($"{conflict.Name}: {(response.DryRun ? "in the way" : "left as it is")}, because revision {conflict.Revision} changed it.");
        }

        output.WriteLine(
            response.ChangeSet is null ? $"Nothing of revision {revision} is left to undo."
            : response.DryRun ? $"Revision {revision} would be undone: {HistoryOutput.Counted(response.ChangeSet)}. Nothing was written."
            : $"Revision {revision} is undone by revision {response.Revision}: {HistoryOutput.Counted(response.ChangeSet)}.");
    }

    private static object ToValue(Wire.RevertChangeSetResponse response, long revision)
    {
        var conflicts = response.Conflicts.Select(c => new { c.Name, c.Revision });
        return response.DryRun
            ? new { dryRun = true, reverted = revision, changes = Counts(response.ChangeSet), concepts = response.Concepts.Select(ConceptChangeOutput.ToValue), conflicts }
            : new { reverted = revision, changeSet = response.ChangeSet is null ? null : HistoryOutput.ToValue(response.ChangeSet), response.Revision, conflicts };
    }

    private static object? Counts(Wire.ChangeSet? changes) => changes is null
        ? null
        : new { units = HistoryOutput.ToValue(changes.Units), documents = HistoryOutput.ToValue(changes.Documents), concepts = HistoryOutput.ToValue(changes.Concepts) };
}
