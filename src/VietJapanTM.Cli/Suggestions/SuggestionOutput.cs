using System.Text;
using VietJapanTM.Cli.Output;
using VietJapanTM.Exchange.Tbx;
using VietJapanTM.Model;

namespace VietJapanTM.Cli.Suggestions;

/// <summary>Writes proposed terms.</summary>
internal static class SuggestionOutput
{
    /// <summary>A line for each candidate: occurrences, the words, the best equivalents; then an example, indented.</summary>
    public static void WriteTable(IReadOnlyList<Suggestion> suggestions, TextWriter output)
    {
        foreach (var suggestion in suggestions)
        {
            var equivalents = suggestion.Equivalents.Select(e => $"{e.Language}: {(e.Texts.IsEmpty ? "?" : string.Join(" | ", e.Texts))}");
            output.WriteLine($"{suggestion.Candidate.Count}\t{suggestion.Candidate.Text}\t{string.Join('\t', equivalents)}");
            if (suggestion.Candidate.Examples.FirstOrDefault() is { } example)
            {
                output.WriteLine($"    {OneLine.Of(example.SourceText)}");
                output.WriteLine($"    {OneLine.Of(example.TargetText)}");
            }
        }
    }

    /// <summary>One JSON object.</summary>
    public static void WriteJson(IReadOnlyList<Suggestion> suggestions, int units, TextWriter output) => output.WriteLine(Json.ToText(new
    {
        candidates = suggestions.Select(s => new
        {
            s.Candidate.Text,
            s.Candidate.Count,
            score = Math.Round(s.Candidate.Score, 3),
            equivalents = s.Equivalents.ToDictionary(e => e.Language.Value, e => e.Texts, StringComparer.Ordinal),
            examples = s.Candidate.Examples.Select(e => new { source = e.SourceText, target = e.TargetText }),
        }),
        summary = new { units, candidates = suggestions.Count },
    }));

    /// <summary>A glossary file of concepts that are proposed, to be edited and imported.</summary>
    public static void WriteTbx(IReadOnlyList<Suggestion> suggestions, LanguageTag source, string memory, TextWriter output) =>
        output.Write(Encoding.UTF8.GetString(TbxWriter.ToBytes(new TbxFile
        {
            Title = "Proposed terms",
            SourceDescription = $"Proposed by vjtm glossary suggest from the memory {memory}; nobody has approved them.",
            Language = LanguageTag.English,
            Concepts = [.. Suggestion.ToConcepts(suggestions, source)],
        })));
}
