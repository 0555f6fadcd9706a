using System.CommandLine;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Input;
using VietJapanTM.Cli.Output;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm terms</c>: the glossary's terms in a text, with offsets and equivalents.</summary>
internal static class TermsCommand
{
    public static Command Create()
    {
        var language = CommonOptions.Language();
        var to = new Option<string?>("--to") { Description = "The languages of the equivalents; all where absent.", HelpName = "LANG[,LANG]" };
        var overlapping = new Option<bool>("--overlapping") { Description = "Also terms inside and across longer ones." };
        var json = CommonOptions.Json("Write one JSON object a term.");
        var file = CommonOptions.File();
        var connection = new ConnectionOptions();
        var command = new Command(
            "terms",
            "Recognise glossary terms in a text. Example: vjtm terms --lang es --to en,vi --glossary glossary article.txt")
        {
            language, to, overlapping, json, file,
        };
        connection.AddWithGlossaryTo(command);
        return command.Runs(async (parsed, context) =>
        {
            var request = new Wire.RecognizeTermsRequest
            {
                Text = TextInput.Read(parsed.GetValue(file), context),
                LanguageCode = parsed.GetValue(language)!,
                TargetLanguageCodes = { parsed.GetValue(to) is { } codes ? CommonOptions.ParseLanguages(codes, "--to").Select(l => l.Value) : [] },
                Overlapping = parsed.GetValue(overlapping),
            };
            await using var glossary = connection.OpenGlossary(parsed);
            var response = await glossary.RecognizeTermsAsync(request, context.CancellationToken).ConfigureAwait(false);
            foreach (var occurrence in response.Occurrences)
            {
                context.Out.WriteLine(parsed.GetValue(json) ? ToJson(occurrence) : ToText(occurrence, request.Text));
            }

            return CommandRunner.Clean;
        });
    }

    /// <summary><c>line:column text = equivalents [status]</c>, so that an editor can jump there.</summary>
    private static string ToText(Wire.TermOccurrence occurrence, string text)
    {
        var before = text.AsSpan(0, occurrence.Span.StartUtf16);
        var line = before.Count('\n') + 1;
        var column = before.Length - before.LastIndexOf('\n');
        var entry = occurrence.Entries[0];
        var equivalents = entry.Equivalents.Select(section =>
            $"{section.LanguageCode}: {string.Join(" / ", section.Terms.Where(IsApproved).Select(t => t.Text))}");
        var status = IsApproved(entry.Term) ? "" : $" [{entry.Term.Status.ToString().ToLowerInvariant()}]";
        return $"{line}:{column}  {OneLine.Of(occurrence.Text)}{status}  {string.Join("; ", equivalents)}";
    }

    private static string ToJson(Wire.TermOccurrence occurrence) => Json.ToLine(new
    {
        text = occurrence.Text,
        startUtf16 = occurrence.Span.StartUtf16,
        endUtf16 = occurrence.Span.EndUtf16,
        start = occurrence.Span.Start,
        end = occurrence.Span.End,
        entries = occurrence.Entries.Select(entry => new
        {
            entry.Concept,
            term = entry.Term.Text,
            status = entry.Term.Status.ToString().ToLowerInvariant(),
            definition = entry.Definition.Length == 0 ? null : entry.Definition,
            equivalents = entry.Equivalents.Select(section => new
            {
                language = section.LanguageCode,
                terms = section.Terms.Select(t => new { t.Text, status = t.Status.ToString().ToLowerInvariant() }),
            }),
        }),
    });

    private static bool IsApproved(Wire.Term term) =>
        term.Status is Wire.Term.Types.AdministrativeStatus.Preferred or Wire.Term.Types.AdministrativeStatus.Admitted;
}
