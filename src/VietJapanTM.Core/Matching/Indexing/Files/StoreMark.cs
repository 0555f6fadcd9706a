using System.Globalization;
using System.Text;
using VietJapanTM.Store;

namespace VietJapanTM.Matching.Indexing.Files;

/// <summary>
/// Tells a store at a revision from every other: its newest change set there, with the time to the tick. A copy of a store has the same
/// mark, and the same content; a backup that was restored and has gone another way has not.
/// </summary>
internal static class StoreMark
{
    /// <summary>The mark of a revision; empty where the store has no such revision.</summary>
    public static string Of(IUnitSource source, string tenant, long revision)
    {
        var change = source.ListChangeSets(tenant, revision + 1, 1).FirstOrDefault();
        if (change is null || change.Revision != revision)
        {
            return "";
        }

        var words = string.Join('\n', change.Author, change.Reason, change.SourceFile, change.RequestId);
        return string.Create(
            CultureInfo.InvariantCulture, $"{revision}-{change.Time.UtcTicks:x}-{Checksum.Of(Encoding.UTF8.GetBytes(words)):x8}");
    }
}
