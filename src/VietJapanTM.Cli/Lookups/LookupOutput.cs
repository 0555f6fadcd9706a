using VietJapanTM.Cli.Output;
using VietJapanTM.Cli.Terms;
using VietJapanTM.Server.Mapping;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Lookups;

/// <summary>Writes the answer to a look-up, for people and for programs.</summary>
internal static class LookupOutput
{
    /// <summary>One JSON object on one line.</summary>
    public static string ToJson(string query, Wire.LookupResponse response) => Json.ToLine(new
    {
        query,
        matches = response.Matches.Select(m => ToValue(query, m)),
        complete = response.Complete,
        notices = response.Notices.Count == 0 ? null : response.Notices.Select(n => n.Reason),
        fragments = response.Fragments.Count == 0 ? null : response.Fragments.Select(f => FragmentOutput.ToValue(query, f)),
        terms = response.Terms.Count == 0 ? null : response.Terms.Select(TermOutput.ToValue),
    });

    /// <summary>A value that becomes a JSON object: one match.</summary>
    public static object ToValue(string query, Wire.Match m) => new
    {
        score = m.MatchRate,
        source = m.Source.Text,
        target = m.Target?.Text,
        status = m.Target is { } target ? Words.Kebab(target.Status) : null,
        unit = m.Unit,
        document = m.Document.Length == 0 ? null : m.Document,
        baseScore = m.BaseScore,
        penalties = m.AppliedPenalties.Count == 0 ? null : m.AppliedPenalties.Select(p => new { p.Reason, p.Points }),
        previous = Context(m.PreviousContext),
        next = Context(m.NextContext),
        flaws = m.Flaws.Count == 0 ? null : m.Flaws.Select(f => new { f.Rule, f.Concept, f.Text, start = f.TargetSpan.StartUtf16, end = f.TargetSpan.EndUtf16, f.Replacements }),
        adapted = m.AdaptedTarget is null ? null : ToValue(m.AdaptedTarget),
        edits = m.Edits.Select(e => new
        {
            e.Action,
            e.Kind,
            e.Cost,
            query = Slice(query, e.QuerySpan),
            source = Slice(m.Source.Text, e.SourceSpan),
        }),
    };

    /// <summary>A block for each match: its rate, both texts, and what differs; then the terms of the query.</summary>
    /// <param name="query">The text that was looked up.</param>
    /// <param name="isFiltered">True where a filter, or a choice of memories, may have kept matches out.</param>
    /// <param name="response">The answer.</param>
    /// <param name="output">Where to.</param>
    public static void WriteText(string query, bool isFiltered, Wire.LookupResponse response, TextWriter output)
    {
        if (response.Matches.Count == 0)
        {
            output.WriteLine(isFiltered
                ? "No match that the options for memories, documents, status, author, time and attributes let through. Leave some out, or lower --min."
                : "No match. Lower --min, or put a similar sentence into the memory.");
        }

        foreach (var fragment in response.Fragments)
        {
            FragmentOutput.Write(query, fragment, output);
        }

        foreach (var notice in response.Notices)
        {
            output.WriteLine($"note  {notice.Message}");
        }

        foreach (var match in response.Matches)
        {
            WriteMatch(query, match, output);
        }

        if (!response.Complete)
        {
            output.WriteLine("More matches exist; raise --max to see them.");
        }

        foreach (var term in response.Terms)
        {
            output.WriteLine($"term  {TermOutput.Describe(term)}");
        }
    }

    /// <summary>A block for one match.</summary>
    public static void WriteMatch(string query, Wire.Match match, TextWriter output)
    {
        output.WriteLine($"{match.MatchRate} %  {match.Unit}{(match.Target is { } target ? $"  {Words.Kebab(target.Status)}" : "")}");
        WriteLine(output, match.Source.LanguageCode, match.Source.Text);
        WriteLine(output, match.Target?.LanguageCode ?? "-", match.Target?.Text ?? "not translated yet");
        if (match.Edits.Count > 0)
        {
            WriteLine(output, "diff", MarkedDifference.Of(query, match));
            var kinds = match.Edits.GroupBy(e => e.Kind, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}");
            WriteLine(output, "edits", string.Join(", ", kinds));
        }

        if (match.AdaptedTarget is { } adapted)
        {
            WriteLine(output, "fit", adapted.Text);
            foreach (var edit in adapted.Edits)
            {
                WriteLine(output, "by", $"{edit.Kind}: {edit.OldText} -> {edit.NewText}{(edit.NeedsReview ? ", review what agrees with it" : "")}");
            }
        }

        if (match.PreviousContext != Wire.Match.Types.Context.Unknown || match.NextContext != Wire.Match.Types.Context.Unknown)
        {
            WriteLine(output, "near", $"{Context(match.PreviousContext)} before, {Context(match.NextContext)} after");
        }

        foreach (var flaw in match.Flaws)
        {
            WriteLine(output, "flaw", $"{flaw.Rule} \"{flaw.Text}\"{(flaw.Replacements.Count == 0 ? "" : $", write \"{flaw.Replacements[0]}\"")}");
        }

        foreach (var penalty in match.AppliedPenalties)
        {
            WriteLine(output, "less", $"{penalty.Points} for {penalty.Reason}");
        }
    }

    private static object ToValue(Wire.AdaptedTarget adapted) => new
    {
        adapted.Text,
        adapted.NeedsReview,
        edits = adapted.Edits.Select(e => new
        {
            e.Kind,
            e.OldText,
            e.NewText,
            start = e.AdaptedSpan.StartUtf16,
            end = e.AdaptedSpan.EndUtf16,
            concept = e.Concept.Length == 0 ? null : e.Concept,
            e.NeedsReview,
        }),
    };

    /// <summary>same, different or unknown.</summary>
    private static string Context(Wire.Match.Types.Context context) => Words.Kebab(context);

    private static void WriteLine(TextWriter output, string label, string text) =>
        output.WriteLine($"  {label,-5}  {OneLine.Of(text)}");

    private static string Slice(string text, Wire.Span? span) => span is null ? "" : text[span.StartUtf16..span.EndUtf16];
}
