using System.CommandLine;
using System.Globalization;
using System.Text;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Documents;
using VietJapanTM.Cli.Input;
using VietJapanTM.Cli.Output;
using VietJapanTM.Cli.Review;
using VietJapanTM.Errors;
using VietJapanTM.Exchange;
using VietJapanTM.Server.Mapping;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm align review</c>: a reviewer's look at the beads of a stored document, the doubtful first.</summary>
internal static class ReviewCommand
{
    public static Command Create()
    {
        var document = new Argument<string?>("DOCUMENT") { Description = "The document's id, as 'ingest' and 'documents' name it; without it, the documents that want a review are listed, the most doubtful first.", Arity = ArgumentArity.ZeroOrOne };
        var pair = new Option<string?>("--pair") { Description = "The pair of languages; the first where absent.", HelpName = "es-en" };
        var list = new Option<bool>("--list") { Description = "List the beads, the undecided first, of these the disputed and then the least confident, instead of asking for keys." };
        var apply = new Option<string?>("--apply") { Description = "Take the actions from a file: a line each, such as confirm 1-10, reject 4, merge 5, split 7 1 1, move 8 1 0. A merge or a split counts the beads behind it anew, so work from the last bead to the first.", HelpName = "FILE|-" };
        var json = CommonOptions.Json("Write one JSON object a document or, with --list, a bead; with --apply one that says what was written.");
        var connection = new ConnectionOptions();
        var command = new Command(
            "review",
            "Confirm, reject, merge, split and move the beads of a stored document, both texts side by side. What is confirmed becomes approved units and evidence for further alignments. Beads count from 1 here, in ReviewBeads of the API from 0. Example: vjtm align review viet-nam-japan-upgrade --pair es-en")
        {
            document, pair, list, apply, json,
        };
        connection.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            await using var store = connection.Open(parsed, create: false);
            if (parsed.GetValue(document) is not { } id)
            {
                return await ListAsync(store, parsed.GetValue(json), context).ConfigureAwait(false);
            }

            var stored = await store.FindDocumentAsync(id, context.CancellationToken).ConfigureAwait(false)
                ?? throw new DomainException(ErrorCode.DocumentNotFound, $"There is no document '{OneLine.Of(id)}'. 'vjtm documents' lists all.");
            var index = IndexOf(stored, parsed.GetValue(pair));
            var session = new ReviewSession(stored, index);
            if (parsed.GetValue(list))
            {
                ReviewList.Write(session, parsed.GetValue(json), context.Out);
                return CommandRunner.Clean;
            }

            if (parsed.GetValue(apply) is not { } file)
            {
                return await AskAsync(session, store, index, context).ConfigureAwait(false);
            }

            ActionText.Apply(session, TextInput.Read(file, context), TextInput.NameOf(file));
            if (session.Actions.Count == 0)
            {
                throw new DomainException(ErrorCode.ArgumentInvalid, "There is no action to write. Give one a line.");
            }

            var reviewed = await store.ReviewBeadsAsync(Request(session), context.CancellationToken).ConfigureAwait(false);
            context.Out.WriteLine(parsed.GetValue(json)
                ? Json.ToText(new { actions = session.Actions.Count, revision = reviewed.Revision, beads = session.Beads.Length, undecided = session.Undecided.Count() })
                : Written(session, session.Actions.Count, reviewed));
            return CommandRunner.Clean;
        });
    }

    private static string Written(ReviewSession session, int actions, Wire.Document reviewed) =>
        $"{Count.Of(actions, "action")} written, revision {reviewed.Revision}; {session.Undecided.Count()} of {Count.Of(session.Beads.Length, "bead")} undecided.";

    /// <summary>The documents with doubtful beads, the most doubtful first.</summary>
    private static async Task<int> ListAsync(IMemoryConnection store, bool json, CommandContext context)
    {
        var all = await DocumentList.ReadAsync(store, memory: null, context.CancellationToken).ConfigureAwait(false);
        var doubtful = all.Where(d => d.DoubtfulCount > 0).OrderByDescending(d => d.DoubtfulCount).ToList();
        if (doubtful.Count > 0 || json)
        {
            DocumentList.Write(doubtful, json, context.Out);
        }

        if (!json)
        {
            context.Out.WriteLine($"{Count.Of(all.Count - doubtful.Count, "document")} without doubtful beads; 'vjtm documents' lists all.");
        }

        return CommandRunner.Clean;
    }

    /// <summary>Writes what a reviewer's keys came to. Where that fails, it is kept in a file.</summary>
    private static async Task<Wire.Document> WriteAsync(ReviewSession session, IMemoryConnection store, CommandContext context)
    {
        try
        {
            return await store.ReviewBeadsAsync(Request(session), context.CancellationToken).ConfigureAwait(false);
        }
        catch (DomainException e)
        {
            throw Kept(session, e, Environment.CurrentDirectory);
        }
    }

    /// <summary>The failure, and where the actions are kept.</summary>
    internal static DomainException Kept(ReviewSession session, DomainException failure, string folder)
    {
        var id = ResourceName.ParseDocument(session.Document.Name, "name");
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"review-{id}-{session.Document.Revision}-{session.Source}-{session.Target}.txt"));
        ExchangeFile.Replace(file, Encoding.UTF8.GetBytes(ActionText.Write(session.Actions)));
        return new DomainException(
            failure.Code,
            $"{failure.Message} Your {Count.Of(session.Actions.Count, "action")} {(session.Actions.Count == 1 ? "is" : "are")} kept in {file}. Look with --list --pair {session.Source}-{session.Target} whether the beads are numbered as before, then give --apply {file}.",
            innerException: failure);
    }

    /// <summary>Lets a reviewer work until he leaves; what he writes meanwhile is written at once.</summary>
    private static async Task<int> AskAsync(ReviewSession session, IMemoryConnection store, int pair, CommandContext context)
    {
        if (!context.IsInteractive || System.Console.IsInputRedirected)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, "There is no terminal to ask at. Give --list to see the beads, --apply FILE to act on them.");
        }

        var (end, actions, message) = (ReviewEnd.Write, 0, "");
        try
        {
            using var terminal = new ProcessTerminal(context.CancellationToken);
            while (end == ReviewEnd.Write)
            {
                end = ReviewLoop.Run(session, terminal, message);
                if (end is ReviewEnd.Write or ReviewEnd.WriteAndLeave)
                {
                    var reviewed = await WriteAsync(session, store, context).ConfigureAwait(false);
                    actions += session.Actions.Count;
                    message = Written(session, session.Actions.Count, reviewed);
                    var cursor = session.Cursor;
                    session = new ReviewSession(reviewed, pair);
                    session.GoTo(cursor);
                }
            }
        }
        catch (OperationCanceledException e) when (session.Actions.Count > 0)
        {
            throw Kept(session, new DomainException(ErrorCode.StoreBusy, "The review was stopped.", innerException: e), Environment.CurrentDirectory);
        }

        if (actions > 0)
        {
            context.Out.WriteLine(Written(session, actions, session.Document));
        }

        return end == ReviewEnd.Interrupt ? throw new OperationCanceledException() : CommandRunner.Clean;
    }

    private static int IndexOf(Wire.Document document, string? pair)
    {
        var names = document.Pairs.Select(p => $"{p.SourceLanguageCode}-{p.TargetLanguageCode}").ToList();
        // A pair is shown as it is stored, however it is asked for.
        var index = pair is null ? 0 : names.FindIndex(name => name == pair || name == string.Join('-', pair.Split('-').Reverse()));
        return index >= 0 && index < names.Count
            ? index
            : throw new DomainException(ErrorCode.ArgumentInvalid, $"--pair {pair} is no pair of the document. Use one of {string.Join(", ", names)}.");
    }

    private static Wire.ReviewBeadsRequest Request(ReviewSession session) => new()
    {
        Name = session.Document.Name,
        SourceLanguageCode = session.Source,
        TargetLanguageCode = session.Target,
        Actions = { session.Actions.Select(a => a.ToWire()) },
        Revision = session.Document.Revision,
        Author = Environment.UserName,
        RequestId = Guid.NewGuid().ToString(),
    };
}
