using System.Collections.Concurrent;
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
using Wire = VietJapanTM.V1Alpha1;
namespace VietJapanTM.Cli.Ingestion;

/// <summary>
/// Takes the documents of a folder into a memory: reads, mends, segments, aligns and stores each. A document that cannot be taken is reported and
/// the others go on; one that is there already, from the same texts, is left as it is, unless it shall be replaced. The memory is made with the
/// first document that is stored.
/// </summary>
internal sealed class DocumentIngestion(IMemoryConnection connection, string memory, Preparation preparation, bool replace, bool allowMismatch)
{
    private readonly ByteString _rules = preparation.RulesFile is { } file ? ReadRules(file) : ByteString.Empty;

    /// <summary>Takes documents in, several at once.</summary>
    /// <returns>What became of each, in the order of <paramref name="documents"/>, also where Ctrl-C ended the work before the last.</returns>
    public async Task<IReadOnlyList<IngestedDocument>> RunAsync(IReadOnlyList<DocumentFiles> documents, CommandContext context)
    {
        var results = new ConcurrentDictionary<string, IngestedDocument>(StringComparer.Ordinal);
        var options = new ParallelOptions { CancellationToken = context.CancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        return await ProgressReport.RunAsync(context, "ingested", documents.Count, async progress =>
        {
            try
            {
                await Parallel.ForEachAsync(documents, options, async (document, cancellationToken) =>
                {
                    results[document.Id] = await TakeAsync(document, cancellationToken).ConfigureAwait(false);
                    progress.Advance();
                }).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // What was stored is stored, and whoever stopped the work wants to know it.
            }

            return (IReadOnlyList<IngestedDocument>)[.. documents.Select(d => results.GetValueOrDefault(d.Id) ?? new IngestedDocument(d, IngestState.NotReached))];
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

            var texts = document.Files.Select(f => (f.Language, Text: Read(f.Path, warnings))).ToList();
            var stored = await connection.FindDocumentAsync(document.Id, cancellationToken).ConfigureAwait(false);
            if (stored is not null && IsAsItIs(document, texts, stored))
            {
                return new IngestedDocument(document, IngestState.Unchanged) { Document = stored };
            }

            var aligned = await connection.AlignDocumentAsync(Request(document, texts), cancellationToken).ConfigureAwait(false);
            return new IngestedDocument(document, IngestState.Stored)
            {
                Document = aligned,
                Warnings = warnings,
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

    /// <summary>True where the document is there from the same texts and shall stay as it was made.</summary>
    private bool IsAsItIs(DocumentFiles document, List<(LanguageTag Language, string Text)> texts, Wire.Document stored)
    {
        if (stored.Memory != ResourceName.Memory(memory))
        {
            throw new DomainException(
                ErrorCode.AlreadyExists,
                $"there is a document {document.Id} already, in {stored.Memory}, and a document is in one memory alone. Give --prefix, which begins the names of these documents.");
        }

        return !replace && (stored.SourceDigest == DocumentDigest.Of(texts)
            ? true
            : throw new DomainException(
                ErrorCode.AlreadyExists,
                $"there is a document {document.Id} already, from other texts. Give --replace to make it anew, which also forgets what reviewers said of it."));
    }

    private Wire.AlignDocumentRequest Request(DocumentFiles document, List<(LanguageTag Language, string Text)> texts) => new()
    {
        DocumentId = document.Id,
        Memory = ResourceName.Memory(memory),
        DisplayName = document.Name,
        Texts = { texts.Select(t => new Wire.LanguageText { LanguageCode = t.Language.Value, Text = t.Text }) },
        MendKinds = { MendKindNames.ToNames(preparation.Mend) },
        SegmentationRules = _rules,
        Author = Environment.UserName,
        Replace = replace,
        RefuseMismatches = !allowMismatch,
        CreateMemory = true,
    };

    private static ByteString ReadRules(string file)
    {
        using var stream = ExchangeFile.OpenRead(file);
        return ByteString.FromStream(stream);
    }

    // A lost character is a space to the aligner, and no server takes it.
    private static string Read(string path, List<string> warnings)
    {
        var page = PageFile.Read(path);
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
