using System.CommandLine;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Input;
using VietJapanTM.Cli.Output;
using VietJapanTM.Text;
using VietJapanTM.Text.Preparation;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm segment</c>: one segment a line, an empty line between paragraphs.</summary>
internal static class SegmentCommand
{
    public static Command Create()
    {
        var language = CommonOptions.Language();
        var preparation = new PreparationOptions();
        var encoding = NamedEncodings.Option();
        var json = CommonOptions.Json("Write one JSON object a segment, with offsets.");
        var file = CommonOptions.File();
        var command = new Command(
            "segment",
            "Cut a text into segments, one a line, an empty line between paragraphs. Plain text is meant: a line's end is a border unless the paragraph was wrapped. "
            + "Example: vjtm segment --lang es --mend article.txt")
        {
            language, encoding, json, file,
        };
        preparation.AddTo(command);
        return command.Runs((parsed, context) =>
        {
            var path = parsed.GetValue(file);
            var tag = CommonOptions.ParseLanguage(parsed.GetValue(language)!);
            var text = NamedEncodings.Parse(parsed.GetValue(encoding), [tag]).Read(
                tag, named => TextInput.ReadArticle(path, context, warning => context.Error.WriteLine($"warning: {warning}"), named));
            var prepared = SegmentedInput.Segment(tag, text, TextInput.NameOf(path), preparation.Read(parsed, context, [tag]));
            if (parsed.GetValue(json))
            {
                WriteJson(prepared, context.Out);
            }
            else
            {
                WriteLines(prepared, context.Out);
            }

            return Task.FromResult(CommandRunner.Clean);
        });
    }

    private static void WriteLines(PreparedText text, TextWriter output)
    {
        var paragraph = 0;
        var lines = text.ToDocumentText();
        for (var i = 0; i < lines.Segments.Length; i++)
        {
            if (lines.Segments[i].Paragraph != paragraph)
            {
                output.Write('\n');
                paragraph = lines.Segments[i].Paragraph;
            }

            output.Write(OneLine.Of(lines.Join(i, 1)));
            output.Write('\n');
        }
    }

    private static void WriteJson(PreparedText text, TextWriter output)
    {
        var counter = new CodePointCounter(text.Text);
        foreach (var segment in text.Segments)
        {
            var span = counter.Span(segment.Start, segment.End);
            output.Write(Json.ToLine(new
            {
                text = text[segment],
                startUtf16 = span.StartUtf16,
                endUtf16 = span.EndUtf16,
                start = span.StartCodePoint,
                end = span.EndCodePoint,
                segment.Paragraph,
            }));
            output.Write('\n');
        }
    }
}
