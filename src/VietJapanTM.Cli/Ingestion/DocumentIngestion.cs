using System.Collections.Concurrent;
using System.Text;
using Google.Protobuf;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Input;
using VietJapanTM.Cli.Output;
using VietJapanTM.Errors;
using VietJapanTM.Exchange;
using VietJapanTM.Exchange.Pages;
using VietJapanTM.Model;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Text.Mending;
using VietJapanTM.Text.Preparation;
using Wire = VietJapanTM.V1Alpha1;
namespace VietJapanTM.Cli.Ingestion;

/// <summary>
/// Takes the documents of a folder into a memory: reads, mends, segments, aligns and stores each. A document that cannot be taken is reported and
/// the others go on; one that is there already, from the same texts, is left as it is, unless all shall be replaced, or those that are prepared
/// otherwise now. The memory is made with the first document that is stored.
/// </summary>
/// <param name="connection">The store; null for a trial where there is none yet.</param>
/// <param name="memory">The memory.</param>
/// <param name="preparation">How texts are mended and segmented.</param>
/// <param name="options">What may be taken.</param>
internal sealed class DocumentIngestion(IMemoryConnection? connection, string memory, Preparation preparation, IngestOptions options)
{
    private readonly ByteString _rules = preparation.RulesFile is { } file ? ReadRules(file) : ByteString.Empty;

    /// <summary>Takes documents in, several at once.</summary>
    /// <returns>What became of each, in the order of <paramref name="documents"/>, also where Ctrl-C ended the work before the last.</returns>
    public async Task<IReadOnlyList<IngestedDocument>> RunAsync(IReadOnlyList<DocumentFiles> documents, CommandContext context)
    {
        var results = new ConcurrentDictionary<string, IngestedDocument>(StringComparer.Ordinal);
        var parallel = new ParallelOptions { CancellationToken = context.CancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        return await ProgressReport.RunAsync(context, "ingested", documents.Count, async progress =>
        {
            try
            {
                await Parallel.ForEachAsync(documents, parallel, async (document, cancellationToken) =>
                {
                    results[document.Name] = await TakeAsync(document, cancellationToken).ConfigureAwait(false);
                    progress.Advance();
                }).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // What was stored is stored, and whoever stopped the work wants to know it.
            }

            return (IReadOnlyList<IngestedDocument>)[.. documents.Select(d => results.GetValueOrDefault(d.Name) ?? new IngestedDocument(d, IngestState.NotReached))];
        }).ConfigureAwait(false);
    }

    private async Task<IngestedDocument> TakeAsync(DocumentFiles document, CancellationToken cancellationToken)
    {
        var warnings = new List<string>();
        try
        {
            if (document.Problem is { } problem)
            {
                throw new DomainException(ErrorCode.AlreadyExists, problem);
            }

            var texts = ReadAll(document, warnings);
            var stored = await FindAsync(document.Id, cancellationToken).ConfigureAwait(false);
            if (stored is null ? document.IsSecond : stored.DisplayName != document.Name)
            {
                document = document with { Id = document.SpareId };
                stored = await FindAsync(document.Id, cancellationToken).ConfigureAwait(false);
            }

            if (stored is not null && IsAsItIs(document, texts, stored))
            {
                return new IngestedDocument(document, IngestState.Unchanged) { Document = stored };
            }

            if (options.IsTrial || connection is null)
            {
                return new IngestedDocument(document, stored is null ? IngestState.New : IngestState.Changed) { Warnings = warnings, ForgottenBeads = stored?.ReviewedCount ?? 0 };
            }

            var aligned = await connection.AlignDocumentAsync(Request(document, texts), cancellationToken).ConfigureAwait(false);
            return new IngestedDocument(document, IngestState.Stored)
            {
                Document = aligned,
                Warnings = warnings,
                ForgottenBeads = stored?.ReviewedCount ?? 0,
                DamagedPlaces = preparation.Mend == MendKind.None ? texts.Sum(t => DamagedPlaces.Count(t.Language, t.Text)) : 0,
            };
        }
        catch (DomainException e) when (e.Code == ErrorCode.TextsMismatched)
        {
            var files = string.Join(", ", document.Files.Select(f => f.Path));
            return new IngestedDocument(document, IngestState.Mismatched)
            {
                Error = $"{e.Message} Look at {files}; where they are right all the same, give --allow-mismatch.",
                Warnings = warnings,
            };
        }
        catch (DomainException e)
        {
            return new IngestedDocument(document, IngestState.Refused) { Error = e.Message, Warnings = warnings };
        }
    }

    private async Task<Wire.Document?> FindAsync(string id, CancellationToken cancellationToken) =>
        connection is null ? null : await connection.FindDocumentAsync(id, cancellationToken).ConfigureAwait(false);

    /// <summary>True where the document is there from the same texts and shall stay as it was made.</summary>
    private bool IsAsItIs(DocumentFiles document, List<(LanguageTag Language, string Text)> texts, Wire.Document stored)
    {
        if (stored.Memory != ResourceName.Memory(memory))
        {
            throw new DomainException(
                ErrorCode.AlreadyExists,
                $"there is a document {document.Id} already, in {stored.Memory}, and a document is in one memory alone. Give --prefix, which begins the names of these documents.");
        }

        var isFromTheseTexts = stored.SourceDigest == DocumentDigest.Of(texts);
        return options.Replace switch
        {
            ReplaceMode.All => false,
            ReplaceMode.Changed => isFromTheseTexts && IsPreparedAlike(texts, stored),
            _ when isFromTheseTexts => true,
            _ => throw new DomainException(
                ErrorCode.AlreadyExists,
                $"there is a document {document.Id} already, from other texts. Where this is another document, give --prefix; where it has changed, give --replace to make it anew, which also forgets what reviewers said of it{(stored.ReviewedCount > 0 ? $": {Count.Of(stored.ReviewedCount, "bead")}" : "")}."),
        };
    }

    /// <summary>True where mending and segmentation of today give the segments that are stored.</summary>
    private bool IsPreparedAlike(List<(LanguageTag Language, string Text)> texts, Wire.Document stored) => texts.TrueForAll(text =>
    {
        var prepared = TextPreparation.Prepare(text.Language, text.Text, preparation.Mend, preparation.Rules).ToDocumentText().Segments;
        var before = stored.Texts.Single(t => t.LanguageCode == text.Language.Value).Segments;
        return prepared.Select(s => (s.Text, s.Paragraph)).SequenceEqual(before.Select(s => (s.Text, s.Paragraph)));
    });

    private Wire.AlignDocumentRequest Request(DocumentFiles document, List<(LanguageTag Language, string Text)> texts) => new()
    {
        DocumentId = document.Id,
        Memory = ResourceName.Memory(memory),
        DisplayName = document.Name,
        Texts = { texts.Select(t => new Wire.LanguageText { LanguageCode = t.Language.Value, Text = t.Text }) },
        MendKinds = { MendKindNames.ToNames(preparation.Mend) },
        SegmentationRules = _rules,
        Author = Environment.UserName,
        Replace = options.Replace != ReplaceMode.None,
        RefuseMismatches = !options.AllowMismatch,
        CreateMemory = true,
    };

    private static ByteString ReadRules(string file)
    {
        using var stream = ExchangeFile.OpenRead(file);
        return ByteString.FromStream(stream);
    }

    // Of several files that cannot be read, people want to know all at once.
    private List<(LanguageTag Language, string Text)> ReadAll(DocumentFiles document, List<string> warnings)
    {
        var texts = new List<(LanguageTag, string)>();
        var failures = new List<DomainException>();
        foreach (var (language, path) in document.Files)
        {
            try
            {
                texts.Add((language, options.Encodings.Read(language, encoding => Read(path, encoding, warnings))));
            }
            catch (DomainException e)
            {
                failures.Add(e);
            }
        }

        return failures.Count == 0 ? texts : throw new DomainException(failures[0].Code, string.Join(" ", failures.Select(f => f.Message)), innerException: failures[0]);
    }

    // A lost character is a space to the aligner, and no server takes it.
    private static string Read(string path, Encoding? encoding, List<string> warnings)
    {
        var page = PageFile.Read(path, encoding);
        if (PageWarning.Of(path, page) is { } warning)
        {
            warnings.Add(warning);
        }

        var text = LostCharacters.AsSpaces(page.Text);
        return string.IsNullOrWhiteSpace(text) ? throw new DomainException(ErrorCode.TextEmpty, $"{path} holds no text.")
            : text.Length > TextRules.MaxDocumentLength ? throw new DomainException(
                ErrorCode.TextTooLong, $"{path} has {text.Length} characters; a document may have {TextRules.MaxDocumentLength} in each language. Split it at a heading.")
            : text;
    }
}
