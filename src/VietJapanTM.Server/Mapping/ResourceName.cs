using System.Globalization;
using VietJapanTM.Errors;
using VietJapanTM.Store;

namespace VietJapanTM.Server.Mapping;

/// <summary>
/// Resource names as the Google API design guide has them: <c>memories/{memory}</c>, <c>memories/{memory}/units/{unit}</c>,
/// <c>documents/{document}</c>, <c>concepts/{concept}</c>.
/// </summary>
internal static class ResourceName
{
    public static string Memory(string id) => "memories/" + id;

    public static string Unit(string memory, string id) => $"memories/{memory}/units/{id}";

    public static string Document(string id) => "documents/" + id;

    public static string Concept(string id) => "concepts/" + id;

    public static string ChangeSet(long revision) => string.Create(CultureInfo.InvariantCulture, $"changeSets/{revision}");

    /// <summary>What a revert leaves as it is; a unit without its memory, which the store does not know there.</summary>
    public static string Reverted(RevertConflict conflict) => conflict.Kind switch
    {
        RevertedKind.Unit => "units/" + conflict.Id,
        RevertedKind.Document => Document(conflict.Id),
        _ => Concept(conflict.Id),
    };

    public static long ParseChangeSet(string name, string field) =>
        long.TryParse(Parse(name, field, "changeSets")[0], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? revision
            : throw new DomainException(ErrorCode.ArgumentInvalid, $"{field} must be a name of the form changeSets/{{revision}}.", field);

    public static string ParseMemory(string name, string field) => Parse(name, field, "memories")[0];

    public static string ParseDocument(string name, string field) => Parse(name, field, "documents")[0];

    public static string ParseConcept(string name, string field) => Parse(name, field, "concepts")[0];

    public static (string Memory, string Unit) ParseUnit(string name, string field)
    {
        var parts = Parse(name, field, "memories", "units");
        return (parts[0], parts[1]);
    }

    private static string[] Parse(string name, string field, params string[] collections)
    {
        var parts = name.Split('/');
        var ids = new string[collections.Length];
        var fits = parts.Length == 2 * collections.Length;
        for (var i = 0; fits && i < collections.Length; i++)
        {
            ids[i] = parts[(2 * i) + 1];
            fits = parts[2 * i] == collections[i] && ids[i].Length is > 0 and <= 200;
        }

        if (!fits)
        {
            var form = string.Join('/', collections.Select(c => $"{c}/{{{c[..^1].Replace("memorie", "memory", StringComparison.Ordinal)}}}"));
            throw new DomainException(ErrorCode.ArgumentInvalid, $"{field} must be a name of the form {form}.", field);
        }

        return ids;
    }
}
