using VietJapanTM.Cli.History;
using VietJapanTM.Cli.Output;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Glossaries;

/// <summary>Changes of concepts for people and programs.</summary>
internal static class ConceptChangeOutput
{
    /// <summary>A line for the concept, and a line for each change.</summary>
    public static void Write(Wire.ConceptDifference difference, TextWriter output)
    {
        output.WriteLine($"{Sign(difference.Kind)} {IdOf(difference.Name)}");
        if (difference.Kind == Wire.ConceptDifference.Types.Kind.Updated)
        {
            Write(difference.Changes, output);
        }
    }

    /// <summary>A step of a concept's history.</summary>
    public static void Write(Wire.ConceptStep step, TextWriter output)
    {
        var author = step.ChangeSet.Author.Length == 0 ? "-" : OneLine.Of(step.ChangeSet.Author);
        var what = step.Kind.ToString().ToLowerInvariant();
        output.WriteLine($"revision {step.ChangeSet.Revision}  {HistoryOutput.TimeOf(step.ChangeSet)}  {author}  {what}  {OneLine.Of(HistoryOutput.Why(step.ChangeSet))}".TrimEnd());
        Write(step.Concept is null ? [] : step.Changes, output);
    }

    /// <summary>A step as a value that becomes JSON.</summary>
    public static object ToValue(Wire.ConceptStep step) => new
    {
        step.ChangeSet.Revision,
        time = step.ChangeSet.CreateTime.ToDateTimeOffset(),
        step.ChangeSet.Author,
        step.ChangeSet.Reason,
        kind = step.Kind.ToString().ToLowerInvariant(),
        deleted = step.Concept is null,
        changes = step.Changes.Select(ToValue),
    };

    /// <summary>A difference as a value that becomes JSON.</summary>
    public static object ToValue(Wire.ConceptDifference difference) => new
    {
        concept = IdOf(difference.Name),
        kind = difference.Kind.ToString().ToLowerInvariant(),
        changes = difference.Changes.Select(ToValue),
    };

    /// <summary>The last part of a resource's name.</summary>
    public static string IdOf(string name) => name[(name.LastIndexOf('/') + 1)..];

    private static void Write(IEnumerable<Wire.FieldChange> changes, TextWriter output)
    {
        foreach (var line in FieldChangeText.Lines([.. changes]))
        {
            output.WriteLine("    " + line);
        }
    }

    private static string Sign(Wire.ConceptDifference.Types.Kind kind) => kind switch
    {
        Wire.ConceptDifference.Types.Kind.Created => "+",
        Wire.ConceptDifference.Types.Kind.Deleted => "-",
        _ => "~",
    };

    private static object ToValue(Wire.FieldChange change) => new { change.Path, change.Before, change.After };
}
