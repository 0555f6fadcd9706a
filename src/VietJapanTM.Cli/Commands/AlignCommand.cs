using System.CommandLine;
using VietJapanTM.Cli.Alignment;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Input;
using VietJapanTM.Errors;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm align</c>: two to four texts into beads, or a whole list of documents.</summary>
internal static class AlignCommand
{
    public static Command Create()
    {
        var languages = new Option<string>("--langs") { Description = "The languages of the files, in their order.", HelpName = "es,en[,vi[,ja]]", Required = true };
        var segmented = new Option<bool>("--segmented") { Description = "The files hold one segment a line already; an empty line ends a paragraph and is not counted." };
        var preparation = new PreparationOptions();
        var encoding = NamedEncodings.Option();
        var format = new Option<string>("--format") { Description = "ladder, tsv, tmx, json, or html: a page that shows each bead by its confidence.", HelpName = "FORMAT", DefaultValueFactory = _ => "ladder" };
        format.AcceptOnlyFromAmong("ladder", "tsv", "tmx", "json", "html");
        var pair = new Option<string?>("--pair") { Description = "With three or four languages: this pair instead of the closed chain.", HelpName = "es-en" };
        var glossary = new Option<string?>("--glossary") { Description = "A folder of TBX files whose terms are evidence.", HelpName = "DIR" };
        var batch = new Option<string?>("--batch") { Description = "A list of documents: a row each, with an id and a file for each language, separated by tabs. Files are looked for in the current folder, then in the list's.", HelpName = "LIST.tsv" };
        var output = new Option<string?>("--out") { Description = "With --batch: the folder that receives ID.ladder (or .tsv, .tmx, .json, .html) for each row; with three or four languages also ID.es-en.ladder for each pair.", HelpName = "DIR" };
        var files = new Argument<string[]>("FILE") { Description = "A file for each language: text in UTF-8 or what --encoding says, or a page (.md, .html, .docx), of which the running text is read.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command(
            "align",
            """
            Align two to four texts. Example: vjtm align --langs es,en --mend article.es.txt article.en.txt --format tsv

            A ladder has one bead a line: the segments of each side, counted from 0, then the confidence from 0 to 1. [3]:[4,5]:0.981200 says that
            the fourth segment of the first text is the fifth and sixth of the second; [7]:[]:0.930000 has no counterpart. Confidence is the
            probability that the bead is exactly right: look first at what has less than 0.8. tsv writes the texts themselves, tmx a memory, json both.
            """)
        {
            languages, segmented, encoding, format, pair, glossary, batch, output, files,
        };
        preparation.AddTo(command);
        command.Subcommands.Add(ReviewCommand.Create());
        return command.Runs((parsed, context) =>
        {
            var evidence = parsed.GetValue(glossary) is { } folder ? GlossaryEvidence.Read(folder) : null;
            var tags = CommonOptions.ParseAlignedLanguages(parsed.GetValue(languages)!);
            var job = new AlignmentJob(tags, parsed.GetValue(segmented), preparation.Read(parsed, context, tags), NamedEncodings.Parse(parsed.GetValue(encoding), tags), evidence);
            var paths = parsed.GetValue(files)!;
            if (parsed.GetValue(batch) is { } list)
            {
                var destination = parsed.GetValue(output)
                    ?? throw new DomainException(ErrorCode.ArgumentInvalid, "--batch needs --out, the folder that receives what is written.");
                RefuseBeside(list, paths, parsed.GetValue(pair));
                return AlignmentBatch.RunAsync(job, list, destination, parsed.GetValue(format)!, context);
            }

            RequireFiles(job, paths);
            var aligned = job.Run(job.Read(paths, context, warning => context.Error.WriteLine($"warning: {warning}")), context.CancellationToken);
            foreach (var warning in aligned.Warnings())
            {
                context.Error.WriteLine($"warning: {warning}");
            }

            AlignmentOutput.Write(
                parsed.GetValue(pair) is { } name ? aligned.OfPair(name) : aligned, parsed.GetValue(format)!, context.Out);
            return Task.FromResult(CommandRunner.Clean);
        });
    }

    private static void RefuseBeside(string list, string[] paths, string? pair)
    {
        if (paths.Length > 0)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, $"--batch {list} names the files itself. Leave {paths[0]} out.");
        }

        if (pair is not null)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, "--batch writes every pair beside the chain. Leave --pair out.");
        }
    }

    private static void RequireFiles(AlignmentJob job, string[] paths)
    {
        if (paths.Length != job.Languages.Count)
        {
            throw new DomainException(
                ErrorCode.ArgumentInvalid,
                $"--langs names {job.Languages.Count} languages, but there are {paths.Length} files. Give one file for each, in the same order.");
        }
    }
}
