using System.Globalization;
using System.Text;
using VietJapanTM.Cli.Output;
using VietJapanTM.Server.Mapping;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.History;

/// <summary>Change sets for people and programs.</summary>
internal static class HistoryOutput
{
    /// <summary>The name of a change set.</summary>
    public static string NameOf(long revision) => ResourceName.ChangeSet(revision);

    /// <summary>The page token of what came before a revision; empty for 0, which stands for the newest.</summary>
    public static string TokenBefore(long revision) => revision == 0 ? "" : Convert.ToBase64String(Encoding.UTF8.GetBytes(Page.Of(revision)));

    /// <summary>A line, or a JSON object.</summary>
    public static void Write(Wire.ChangeSet changeSet, bool json, TextWriter output)
    {
        if (json)
        {
            output.WriteLine(Json.ToLine(ToValue(changeSet)));
            return;
        }

        var what = Counted(changeSet);
        output.WriteLine(string.Join("  ", new[]
        {
            changeSet.Revision.ToString(CultureInfo.InvariantCulture).PadLeft(6),
            TimeOf(changeSet),
            changeSet.Author.Length == 0 ? "-" : OneLine.Of(changeSet.Author),
            what.Length == 0 ? "-" : what,
            OneLine.Of(Why(changeSet)),
        }.Where(part => part.Length > 0)));
    }

    /// <summary>When, in UTC.</summary>
    public static string TimeOf(Wire.ChangeSet changeSet) =>
        changeSet.CreateTime.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The reason and the file.</summary>
    public static string Why(Wire.ChangeSet changeSet) => changeSet.SourceFile.Length == 0 ? changeSet.Reason
        : changeSet.Reason.Length == 0 ? $"({changeSet.SourceFile})"
        : $"{changeSet.Reason} ({changeSet.SourceFile})";

    /// <summary><c>+3 ~1 -2 units, +1 concept</c>; empty where nothing is counted.</summary>
    public static string Counted(Wire.ChangeSet changeSet) => string.Join(", ", new[]
    {
        Counted(changeSet.Units, "unit"), Counted(changeSet.Documents, "document"), Counted(changeSet.Concepts, "concept"),
    }.Where(part => part.Length > 0));

    /// <summary><c>+3 ~1 -2 units</c>: made, changed, ended.</summary>
    private static string Counted(Wire.ChangeCounts counts, string noun)
    {
        var parts = new[] { ("+", counts.Created), ("~", counts.Updated), ("-", counts.Deleted) }.Where(part => part.Item2 > 0).ToList();
        var total = counts.Created + counts.Updated + counts.Deleted;
        return total == 0
            ? ""
            : string.Join(' ', parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Item1}{part.Item2}"))) + " " + noun + (total == 1 ? "" : "s");
    }

    /// <summary>A change set as a value that becomes JSON.</summary>
    public static object ToValue(Wire.ChangeSet changeSet) => new
    {
        changeSet.Revision,
        time = changeSet.CreateTime.ToDateTimeOffset(),
        changeSet.Author,
        changeSet.Reason,
        sourceFile = changeSet.SourceFile.Length == 0 ? null : changeSet.SourceFile,
        units = ToValue(changeSet.Units),
        documents = ToValue(changeSet.Documents),
        concepts = ToValue(changeSet.Concepts),
    };

    /// <summary>Counts as a value that becomes JSON.</summary>
    public static object ToValue(Wire.ChangeCounts counts) => new { counts.Created, counts.Updated, counts.Deleted };
}
