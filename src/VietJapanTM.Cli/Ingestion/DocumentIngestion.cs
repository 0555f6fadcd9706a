using System.Collections.Concurrent;
using Google.Protobuf;
using VietJapanTM.Alignment;
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
/// the others go on; one that is there already, from the same texts, is left as it is, unless it shall be replaced.
/// </summary>
internal sealed class DocumentIngestion(IMemoryConnection connection, string memory, Preparation preparation, bool replace, bool trustNames)
{
    private readonly ByteString _rules = preparation.RulesFile is { } file ? ReadRules(file) : ByteString.Empty;

    /// <summary>Takes documents in, several at once.</summary>
    /// <returns>What became of each, in the order of <paramref name="documents"/>.</returns>
    public async Task<IReadOnlyList<IngestedDocument>> RunAsync(IReadOnlyList<DocumentFiles> documents, CommandContext context)
    {
        await connection.RequireMemoryAsync(memory, context.CancellationToken).ConfigureAwait(false);
        var results = new ConcurrentDictionary<string, IngestedDocument>(StringComparer.Ordinal);
        var options = new ParallelOptions { CancellationToken = context.CancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        return await ProgressReport.RunAsync(context, "ingested", documents.Count, async progress =>
        {
            await Parallel.ForEachAsync(documents, options, async (document, cancellationToken) =>
            {
                results[document.Id] = await TakeAsync(document, cancellationToken).ConfigureAwait(false);
                progress.Advance();
            }).ConfigureAwait(false);
            return (IReadOnlyList<IngestedDocument>)[.. documents.Select(d => results[d.Id])];
        }).ConfigureAwait(false);
    }

    private async Task<IngestedDocument> TakeAsync(DocumentFiles document, CancellationToken cancellationToken)
    {
        try
        {
            var texts = document.Files.Select(f => (f.Language, Text: Read(f.Path))).ToList();
            var stored = await connection.FindDocumentAsync(document.Id, cancellationToken).ConfigureAwait(false);
            if (stored is not null && stored.Memory != ResourceName.Memory(memory))
            {
                throw new DomainException(
                    ErrorCode.AlreadyExists,
                    $"there is a document {document.Id} already, in {stored.Memory}, and a document is in one memory alone. Give --prefix, which begins the names of these documents.");
            }

            if (stored is not null && !replace)
            {
                return stored.SourceDigest == DocumentDigest.Of(texts)
                    ? new IngestedDocument(document, IngestState.Unchanged, stored, null)
                    : throw new DomainException(
                        ErrorCode.AlreadyExists,
                        $"there is a document {document.Id} already, from other texts. Give --replace to make it anew, which also forgets what reviewers said of it.");
            }

            RequireLanguages(document, texts);
            return new IngestedDocument(
                document, IngestState.Stored, await connection.AlignDocumentAsync(Request(document, texts), cancellationToken).ConfigureAwait(false), null);
        }
        catch (DomainException e)
        {
            return new IngestedDocument(document, IngestState.Refused, null, e.Message);
        }
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
    };

    /// <summary>Texts that were put into each other's place would be a wrong answer for years.</summary>
    private void RequireLanguages(DocumentFiles document, List<(LanguageTag Language, string Text)> texts)
    {
        var doubts = trustNames ? [] : LanguageCheck.Find([.. texts.Select(t => AlignmentSide.OfLines(t.Language, t.Text.Split('\n')))]);
        if (doubts.Length > 0)
        {
            var path = document.Files.First(f => f.Language == doubts[0].Stated).Path;
            throw new DomainException(
                ErrorCode.LanguageUnsupported,
                $"{path} reads like {doubts[0].Likely}, not like {doubts[0].Stated}. Correct its name, or give --trust-names where the name is right.");
        }
    }

    private static ByteString ReadRules(string file)
    {
        using var stream = ExchangeFile.OpenRead(file);
        return ByteString.FromStream(stream);
    }

    // A lost character is a space to the aligner, and no server takes it.
    private static string Read(string path)
    {
        var text = LostCharacters.AsSpaces(PageFile.Read(path).Text);
        return string.IsNullOrWhiteSpace(text) ? throw new DomainException(ErrorCode.TextEmpty, $"{path} holds no text.")
            : text.Length > TextRules.MaxDocumentLength ? throw new DomainException(
                ErrorCode.TextTooLong, $"{path} has {text.Length} characters; a document may have {TextRules.MaxDocumentLength} in each language. Split it at a heading.")
            : text;
    }
}

/// <summary>What became of a document.</summary>
internal enum IngestState
{
    /// <summary>Aligned and stored.</summary>
    Stored,

    /// <summary>There already, from the same texts.</summary>
    Unchanged,

    /// <summary>Not taken; the error says why.</summary>
    Refused,
}

/// <summary>A document and what became of it.</summary>
/// <param name="Files">Its files.</param>
/// <param name="State">What became of it.</param>
/// <param name="Document">As it is stored; null where it was refused.</param>
/// <param name="Error">Why it was refused.</param>
internal sealed record IngestedDocument(DocumentFiles Files, IngestState State, Wire.Document? Document, string? Error);
