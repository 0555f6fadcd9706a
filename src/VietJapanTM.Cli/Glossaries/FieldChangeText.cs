using System.Text.RegularExpressions;
using VietJapanTM.Cli.Output;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Glossaries;

/// <summary>
/// Changed fields as people read them: a term that took another's place is one line, <c>en: frank zone → franc zone (deprecated)</c>, and of
/// its fields only those follow that differ.
/// </summary>
internal static partial class FieldChangeText
{
    /// <summary>A line for each change.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<Wire.FieldChange> changes)
    {
        var byPath = changes.GroupBy(change => change.Path, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            if (TermsPattern().Match(change.Path) is { Success: true } terms)
            {
                foreach (var line in OfTerms(terms.Groups[1].Value, change, byPath, told))
                {
                    yield return line;
                }
            }
            else if (!told.Any(prefix => change.Path.StartsWith(prefix, StringComparison.Ordinal)))
            {
                yield return Line(TermFieldPattern().Replace(change.Path, "$1: $2: $3"), change.Before, change.After);
            }
        }
    }

    private static IEnumerable<string> OfTerms(string language, Wire.FieldChange list, Dictionary<string, Wire.FieldChange> byPath, HashSet<string> told)
    {
        var (before, after) = (Terms(list.Before), Terms(list.After));
        var (gone, come) = (before.Except(after, StringComparer.Ordinal).ToList(), after.Except(before, StringComparer.Ordinal).ToList());
        foreach (var term in gone.Concat(come))
        {
            told.Add(At(language, term));
        }

        if (gone.Count == 1 && come.Count == 1)
        {
            var (old, now) = (At(language, gone[0]), At(language, come[0]));
            yield return $"{language}: {gone[0]} → {come[0]}{Status(now, byPath)}";
            foreach (var field in Fields(old, byPath).Union(Fields(now, byPath), StringComparer.Ordinal))
            {
                var (was, isNow) = (byPath.GetValueOrDefault(old + field)?.Before ?? "", byPath.GetValueOrDefault(now + field)?.After ?? "");
                if (was != isNow)
                {
                    yield return Line($"{language}: {come[0]}: {field}", was, isNow);
                }
            }

            yield break;
        }

        foreach (var term in gone)
        {
            yield return $"{language}: {term} → (none)";
        }

        foreach (var term in come)
        {
            yield return $"{language}: + {term}{Status(At(language, term), byPath)}";
        }

        if (gone.Count + come.Count == 0)
        {
            yield return Line($"{language}: terms", list.Before, list.After);
        }
    }

    private static string Line(string what, string before, string after)
    {
        var (was, isNow) = (OneLine.Of(before), OneLine.Of(after));
        return $"{what}: " + (was.Length == 0 ? isNow : isNow.Length == 0 ? $"{was} → (none)" : $"{was} → {isNow}");
    }

    private static string Status(string at, Dictionary<string, Wire.FieldChange> byPath) =>
        byPath.GetValueOrDefault(at + "status")?.After is { Length: > 0 } status ? $" ({status})" : "";

    private static IEnumerable<string> Fields(string at, Dictionary<string, Wire.FieldChange> byPath) =>
        byPath.Keys.Where(path => path.StartsWith(at, StringComparison.Ordinal)).Select(path => path[at.Length..]);

    private static string At(string language, string term) => $"languages[{language}].terms[{term}].";

    private static List<string> Terms(string list) => [.. list.Split(" | ", StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex(@"^languages\[([^\]]*)\]\.terms$", RegexOptions.CultureInvariant)]
    private static partial Regex TermsPattern();

    [GeneratedRegex(@"^languages\[([^\]]*)\]\.terms\[(.*)\]\.([a-z_]+(?:#\d+)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex TermFieldPattern();
}
