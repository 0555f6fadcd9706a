using System.Collections.Immutable;
using VietJapanTM.Model;
using VietJapanTM.Store;
using VietJapanTM.Text.Mending;

namespace VietJapanTM.Server.Workspace;

/// <summary>
/// The corpus and the glossary that come with the product. They enter a new store as one change, by the same code that serves
/// users: raw texts are mended, segmented and aligned, glossary files are read and checked.
/// </summary>
internal static class SampleLibrary
{
    /// <summary>The memory that receives the corpus.</summary>
    public const string MemoryId = "vietnam-japan";

    private const string Author = "samples";
    private static readonly ImmutableArray<LanguageTag> Languages =
        [LanguageTag.Spanish, LanguageTag.English, LanguageTag.Vietnamese, LanguageTag.Japanese];

    private static string CorpusFolder => Path.Combine(AppContext.BaseDirectory, "Samples");

    private static string ShippedGlossary => Path.Combine(AppContext.BaseDirectory, "Glossary");

    /// <summary>Imports everything into a store that nothing has been written to; null where something has.</summary>
    public static async Task<SampleImport?> ImportIntoNewStoreAsync(TranslationWorkspace workspace, CancellationToken cancellationToken)
    {
        if (workspace.Store.GetRevision(Tenants.Default) > 0)
        {
            return null;
        }

        var concepts = GlossaryFiles.Read(ShippedGlossary);
        var documents = ReadCorpus(workspace, cancellationToken).ToList();
        var operations = new List<ChangeOperation>
        {
            new ChangeOperation.PutMemory(new Memory { Id = MemoryId, DisplayName = "Vietnam–Japan diplomatic news", Languages = Languages }),
        };
        operations.AddRange(documents.SelectMany(d => d.ToOperations()));
        operations.AddRange(concepts.Select(c => new ChangeOperation.PutConcept(c)));
        await workspace.CommitAsync(
            new Change { Author = Author, Reason = "The shipped corpus and glossary", Operations = operations },
            cancellationToken).ConfigureAwait(false);
        return new SampleImport(documents.Count, documents.Sum(d => d.Units.Length), concepts.Count);
    }

    private static IEnumerable<AlignedDocument> ReadCorpus(TranslationWorkspace workspace, CancellationToken cancellationToken)
    {
        foreach (var line in File.ReadLines(Path.Combine(CorpusFolder, "corpus.tsv")).Skip(1))
        {
            var fields = line.Split('\t');
            var (id, name) = (fields[0], fields[1]);
            var texts = Languages.Select(l => (l, File.ReadAllText(Path.Combine(CorpusFolder, $"{id}.{l}.txt")))).ToList();
            yield return workspace.Align(
                new DocumentRequest { Id = id, MemoryId = MemoryId, DisplayName = name, Texts = texts, Mend = MendKind.Default },
                cancellationToken);
        }
    }
}
