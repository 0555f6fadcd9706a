using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Input;
using VietJapanTM.Cli.Output;
using VietJapanTM.Errors;
using VietJapanTM.Exchange;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Exchange.Pages;
using VietJapanTM.Model;
using VietJapanTM.Server.Mapping;

namespace VietJapanTM.Cli.Analysis;

/// <summary>The segments of a file that are to be translated. Immutable.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Segments">The source texts that are not blank, in order, each once however many translations stand beside it.</param>
/// <param name="Failed">True where the file could not be read whole.</param>
internal sealed record AnalysisInput(string File, IReadOnlyList<string> Segments, bool Failed)
{
    /// <summary>Reads a file; what is wrong with it is said on standard error.</summary>
    /// <param name="file">The file; text is .txt, a page (.md, .html, .docx), the source language as the ending, or a hyphen for standard input.</param>
    /// <param name="source">The source language.</param>
    /// <param name="target">The target language, by which the counterpart of a file in one language is found.</param>
    /// <param name="preparation">How plain text is segmented.</param>
    /// <param name="context">Where to read and to speak.</param>
    public static AnalysisInput Read(string file, LanguageTag source, LanguageTag target, Preparation preparation, CommandContext context)
    {
        var name = TextInput.NameOf(file);
        try
        {
            var (segments, failed) = IsText(file, source)
                ? (FromText(file, source, preparation, context), false)
                : FromBilingual(file, source, target, context);
            if (segments.Count == 0 && !failed)
            {
                context.Error.WriteLine($"{name}: warning: there is no text in {source} here.");
            }

            return new AnalysisInput(name, segments, failed);
        }
        catch (DomainException e) when (e.Code is ErrorCode.FileUnreadable or ErrorCode.FileMalformed or ErrorCode.TextMalformed or ErrorCode.TextTooLong)
        {
            context.Error.WriteLine($"error: {OneLine.Of(e.Message)}");
            return new AnalysisInput(name, [], true);
        }
    }

    private static bool IsText(string file, LanguageTag source) =>
        file == TextInput.StandardInput || PageFile.CanRead(file) || string.Equals(Path.GetExtension(file), $".{source.Primary}", StringComparison.OrdinalIgnoreCase);

    private static List<string> FromText(string file, LanguageTag source, Preparation preparation, CommandContext context)
    {
        // As an ingestion reads it, so that what one stored the other finds.
        var content = PageFile.CanRead(file) ? PageFile.Read(file).Text : TextInput.Read(file, context);
        var text = SegmentedInput.Segment(source, content, TextInput.NameOf(file), preparation);
        var lines = text.ToDocumentText();
        return [.. Enumerable.Range(0, lines.Segments.Length).Select(i => OneLine.Of(lines.Join(i, 1))).Where(s => !string.IsNullOrWhiteSpace(s))];
    }

    private static (List<string> Segments, bool Failed) FromBilingual(string file, LanguageTag source, LanguageTag target, CommandContext context)
    {
        // A unit of many languages is to be translated whether or not it holds the target yet: every pair is read, each source counts once.
        var isTable = Path.GetExtension(file).ToLowerInvariant() is ".tmx" or ".tsv" or ".tab" or ".csv";
        var options = new BilingualOptions { SourceLanguage = source, TargetLanguage = isTable ? null : target, Columns = [source, target] };
        var diagnostics = new DiagnosticSink();
        var segments = new List<string>();
        var last = default((int, int));
        foreach (var segment in BilingualFile.Read(file, options, diagnostics).Where(s => source.Covers(s.SourceLanguage)))
        {
            var place = (segment.Source.Line, segment.Source.Column);
            if (string.IsNullOrWhiteSpace(segment.Source.Text) || (isTable && place == last))
            {
                continue;
            }

            last = place;
            SegmentLimit.Require(segment.Source.Text, TextRules.MaxSegmentLength, file, segment.Source.Line);
            segments.Add(segment.Source.Text);
        }

        foreach (var problem in diagnostics.Items)
        {
            context.Error.WriteLine(problem.ToString());
        }

        return (segments, diagnostics.HasErrors);
    }
}
