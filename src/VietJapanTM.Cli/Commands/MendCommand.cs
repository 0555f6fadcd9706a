using System.CommandLine;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Input;
using VietJapanTM.Cli.Output;
using VietJapanTM.Text.Mending;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm mend</c>: the mended text and nothing else, or each edit as JSON.</summary>
internal static class MendCommand
{
    public static Command Create()
    {
        var language = CommonOptions.Language("The language of the text: es, en or vi.");
        var kinds = PreparationOptions.MendKinds("--kinds", "Mend these kinds only; by default the lost spaces, hyphenated-word and mojibake.");
        var encoding = NamedEncodings.Option();
        var json = CommonOptions.Json("Write the mended text and each edit as one JSON object.");
        var file = CommonOptions.File();
        var command = new Command(
            "mend",
            "Mend a text that was damaged on its way: lost spaces, words split at line ends, UTF-8 read as Windows-1252. Clean text stays as it is. Example: vjtm mend --lang es --json article.txt")
        {
            language, kinds, encoding, json, file,
        };
        return command.Runs((parsed, context) =>
        {
            var options = new MendingOptions { Kinds = PreparationOptions.Parse(parsed.GetValue(kinds), "--kinds") };
            var tag = CommonOptions.ParseLanguage(parsed.GetValue(language)!);
            var text = NamedEncodings.Parse(parsed.GetValue(encoding), [tag]).Read(tag, named => TextInput.Read(parsed.GetValue(file), context, named));
            var mended = Mender.Mend(text, tag, options);
            if (!parsed.GetValue(json))
            {
                context.Out.Write(mended.Text);
                return Task.FromResult(CommandRunner.Clean);
            }

            context.Out.WriteLine(Json.ToText(new
            {
                mended.Text,
                edits = mended.Edits.Select(edit => new
                {
                    offset = edit.Span.StartUtf16,
                    codePointOffset = edit.Span.StartCodePoint,
                    length = edit.Span.EndUtf16 - edit.Span.StartUtf16,
                    edit.Inserted,
                    kind = MendKindNames.Of(edit.Kind),
                    confidence = Math.Round(edit.Confidence, 4),
                }),
            }));
            return Task.FromResult(CommandRunner.Clean);
        });
    }
}
