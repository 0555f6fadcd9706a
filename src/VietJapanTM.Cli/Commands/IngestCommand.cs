using System.CommandLine;
using System.Globalization;
using System.Text;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Ingestion;
using VietJapanTM.Cli.Input;
using VietJapanTM.Cli.Reports;
using VietJapanTM.Exchange;
using VietJapanTM.Text.Segmentation;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm ingest</c>: the documents of a folder into a memory, with a page that shows how they were aligned.</summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder; files in txt, md, html and docx are read, those below it too." };
        var languages = new Option<string>("--langs") { Description = "The languages to look for in names and folders.", HelpName = "es,en[,vi[,ja]]", Required = true };
        var memory = new Option<string>("--memory") { Description = "The memory that receives the units; made where it does not exist.", HelpName = "NAME", Required = true };
        var preparation = new PreparationOptions();
        var encoding = NamedEncodings.Option();
        var replace = new Option<bool>("--replace") { Description = "Make documents anew whose texts changed, or would be mended or segmented otherwise now; what reviewers said of them is forgotten." };
        var replaceAll = new Option<bool>("--replace-all") { Description = "Make all documents anew that are there already, likewise." };
        var prefix = new Option<string>("--prefix") { Description = "Begin the documents' names with this, as for another memory.", HelpName = "NAME", DefaultValueFactory = _ => "" };
        var mismatch = new Option<bool>("--allow-mismatch") { Description = "Take texts too that read like another language than their names say, or that do not look like translations of each other." };
        var report = new Option<string?>("--report") { Description = "Write a page that shows each bead by its confidence.", HelpName = "FILE.html" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show which files belong together and which documents are new, changed or unchanged; write nothing." };
        var json = CommonOptions.Json("Write one JSON object that says what became of each document.");
        var connection = new ConnectionOptions();
        var command = new Command(
            "ingest",
            """
            Take the documents of a folder into a memory: read, mend, segment, align, store. Files whose paths differ by the language alone are one document: news.es.txt and news.en.html, es/news.docx and en/news.docx, news/es.txt and news/en.txt. Example: vjtm ingest articles --langs es,en,vi --memory news --mend --rules house.srx --report alignment.html

            Links to files are followed; links to folders are left out, and named. Hidden files and what programs leave beside texts (~$news.docx,
            news.txt~, Thumbs.db, desktop.ini) are passed over.
            """)
        {
            folder, languages, memory, encoding, replace, replaceAll, prefix, mismatch, report, dryRun, json,
        };
        preparation.AddTo(command);
        connection.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            var name = CommonOptions.RequireMemory(parsed.GetValue(memory)!);
            var tags = CommonOptions.ParseAlignedLanguages(parsed.GetValue(languages)!);
            var prepared = preparation.Read(parsed, context, tags, isStored: true);
            foreach (var tag in tags)
            {
                // A language that nothing segments is said before a folder is searched for it.
                _ = (prepared.Rules ?? SegmentationRules.Shipped).For(tag);
            }

            var found = DocumentFolder.Scan(parsed.GetValue(folder)!, tags, parsed.GetValue(prefix)!);
            foreach (var reason in found.LeftOut)
            {
                context.Error.WriteLine($"warning: {reason}");
            }

            var mode = parsed.GetValue(replaceAll) ? ReplaceMode.All : parsed.GetValue(replace) ? ReplaceMode.Changed : ReplaceMode.None;
            var options = new IngestOptions(mode, parsed.GetValue(mismatch), parsed.GetValue(dryRun)) { Encodings = NamedEncodings.Parse(parsed.GetValue(encoding), tags) };
            if (options.IsTrial)
            {
                await using var present = connection.FindIfThere(parsed);
                var plan = await new DocumentIngestion(present, name, prepared, options).RunAsync(found.Documents, context).ConfigureAwait(false);
                IngestOutput.WritePlan(plan, found, parsed.GetValue(json), context);
                return plan.Any(r => r.Error is not null) ? CommandRunner.CouldNotRun : CommandRunner.Clean;
            }

            var page = parsed.GetValue(report);
            if (page is not null)
            {
                ExchangeFile.RequireWritable(page);
            }

            await using var store = connection.Open(parsed, create: true);
            var results = await new DocumentIngestion(store, name, prepared, options).RunAsync(found.Documents, context).ConfigureAwait(false);
            IngestOutput.Write(name, results, found, parsed.GetValue(json), context);
            if (page is not null)
            {
                ExchangeFile.Replace(page, Encoding.UTF8.GetBytes(PageOf(parsed.GetValue(folder)!, name, connection.ToArguments(parsed), results, found.LeftOut)));
            }

            context.CancellationToken.ThrowIfCancellationRequested();
            return results.Any(r => r.Error is not null) ? CommandRunner.CouldNotRun : CommandRunner.Clean;
        });
    }

    private static string PageOf(string folder, string memory, string place, IReadOnlyList<IngestedDocument> results, IReadOnlyList<string> leftOut)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        AlignmentPage.Write(
            Path.GetFileName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar)),
            [.. results.Where(r => r.Document is not null).Select(r => PageDocuments.Of(r.Document!, place))],
            writer,
            [.. results.Where(r => r.Document is null).Select(r => $"{r.Files.Name}: {r.Error ?? "the work was stopped before"}"), .. leftOut],
            string.Create(CultureInfo.InvariantCulture, $"Taken from {Path.GetFullPath(folder)} into memory {memory} by vjtm ingest, {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC."));
        return writer.ToString();
    }
}
