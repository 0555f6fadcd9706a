using VietJapanTM.Cli.Output;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Lookups;

/// <summary>Writes the answer to a look-up, for people and for programs.</summary>
internal static class LookupOutput
{
    /// <summary>One JSON object on one line.</summary>
    public static string ToJson(string query, Wire.LookupResponse response) => Json.ToLine(new
    {
        query,
        matches = response.Matches.Select(m => new
        {
            score = m.MatchRate,
            source = m.Source.Text,
            target = m.Target?.Text,
            unit = m.Unit,
            document = m.Document.Length == 0 ? null : m.Document,
            baseScore = m.BaseScore,
            penalties = m.AppliedPenalties.Count == 0 ? null : m.AppliedPenalties.Select(p => new { p.Reason, p.Points }),
            edits = m.Edits.Select(e => new
            {
                e.Action,
                e.Kind,
                e.Cost,
                query = Slice(query, e.QuerySpan),
                source = Slice(m.Source.Text, e.SourceSpan),
            }),
        }),
        complete = response.Complete,
    });

    /// <summary>A block for each match: its rate, both texts, and what differs.</summary>
    public static void WriteText(string query, Wire.LookupResponse response, TextWriter output)
    {
        if (response.Matches.Count == 0)
        {
            output.WriteLine("No match. Lower --min, or put a similar sentence into the memory.");
        }

        foreach (var match in response.Matches)
        {
            output.WriteLine($"{match.MatchRate} %  {match.Unit}");
            output.WriteLine($"  {match.Source.LanguageCode}  {match.Source.Text}");
            output.WriteLine(match.Target is { } target ? $"  {target.LanguageCode}  {target.Text}" : "  not translated yet");
            if (match.Edits.Count > 0)
            {
                output.WriteLine($"  differs by  {string.Join(", ", match.Edits.Select(e => Describe(e, query, match.Source.Text)))}");
            }

            foreach (var penalty in match.AppliedPenalties)
            {
                output.WriteLine($"  penalty     {penalty.Reason} -{penalty.Points}");
            }
        }

        if (!response.Complete)
        {
            output.WriteLine("More matches exist; raise --max to see them.");
        }
    }

    private static string Describe(Wire.Edit edit, string query, string source) => edit.Action switch
    {
        "insert" => $"+«{Slice(query, edit.QuerySpan)}» ({edit.Kind})",
        "delete" => $"-«{Slice(source, edit.SourceSpan)}» ({edit.Kind})",
        _ => $"«{Slice(source, edit.SourceSpan)}» → «{Slice(query, edit.QuerySpan)}» ({edit.Kind})",
    };

    private static string Slice(string text, Wire.Span? span) => span is null ? "" : text[span.StartUtf16..span.EndUtf16];
}
