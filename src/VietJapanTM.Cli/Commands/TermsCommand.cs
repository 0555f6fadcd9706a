using System.CommandLine;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Input;
using VietJapanTM.Cli.Output;
using VietJapanTM.Cli.Terms;
using VietJapanTM.Errors;
using VietJapanTM.Server.Mapping;
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
        var approval = CommonOptions.Approval();
        var json = CommonOptions.Json("Write one JSON object a term.");
        var file = CommonOptions.File();
        var connection = new ConnectionOptions();
        var command = new Command(
            "terms",
            "Recognise glossary terms in a text. Example: vjtm terms --lang es --to en,vi --glossary glossary article.txt")
        {
            language, to, overlapping, approval, json, file,
        };
        connection.AddWithGlossaryTo(command);
        return command.Runs(async (parsed, context) =>
        {
            var request = new Wire.RecognizeTermsRequest
            {
                Text = LostCharacters.AsSpaces(Read(parsed.GetValue(file), context)),
                LanguageCode = CommonOptions.ParseLanguage(parsed.GetValue(language)!).Value,
                TargetLanguageCodes = { parsed.GetValue(to) is { } codes ? CommonOptions.ParseLanguages(codes, "--to").Select(l => l.Value) : [] },
                Overlapping = parsed.GetValue(overlapping),
                ApprovalStates = { CommonOptions.ParseApproval(parsed.GetValue(approval)) },
            };
            await using var glossary = connection.OpenGlossary(parsed);
            if (string.IsNullOrWhiteSpace(request.Text))
            {
                return CommandRunner.Clean;
            }

            var response = await glossary.RecognizeTermsAsync(request, context.CancellationToken).ConfigureAwait(false);
            foreach (var notice in response.Notices)
            {
                context.Error.WriteLine(notice.Message);
            }

            foreach (var occurrence in response.Occurrences)
            {
                context.Out.WriteLine(parsed.GetValue(json) ? Json.ToLine(TermOutput.ToValue(occurrence)) : TermOutput.ToText(occurrence, request.Text));
            }

            return CommandRunner.Clean;
        });
    }

    private static string Read(string? path, CommandContext context)
    {
        var text = TextInput.Read(path, context);
        return text.Length <= TextRules.MaxTextLength
            ? text
            : throw new DomainException(
                ErrorCode.TextTooLong,
                $"{TextInput.NameOf(path)} has {text.Length} characters, more than the {TextRules.MaxTextLength} that are searched at once. Split it.");
    }
}
