using System.Diagnostics;
using VietJapanTM.Matching;
using VietJapanTM.Model;
using VietJapanTM.Storage;
using VietJapanTM.Store;

namespace VietJapanTM.Benchmarks.Matching;

/// <summary>A real store of Spanish units, some with an English side, and its index in files. A folder that has a store is used as it is.</summary>
internal sealed class StoredCorpus : IDisposable
{
    private readonly string _folder;

    /// <summary>Opens the store of a folder; fills one that is empty.</summary>
    public StoredCorpus(string folder, int units)
    {
        _folder = folder;
        Store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder });
        if (Store.GetRevision(Tenants.Default) == 0)
        {
            var watch = Stopwatch.StartNew();
            Import(CorpusText.SpanishSegments(units).Zip(CorpusText.EnglishSegments(units)));
            Console.WriteLine(FormattableString.Invariant($"imported {units} units into the store in {watch.Elapsed.TotalSeconds:0.0} s"));
        }
    }

    /// <summary>The store.</summary>
    public SqliteTranslationStore Store { get; }

    /// <summary>The folder of the index's files.</summary>
    public string IndexFolder => Path.Combine(_folder, "index");

    /// <summary>Opens the index, or builds it.</summary>
    public TranslationMemoryIndex OpenIndex()
    {
        var index = new TranslationMemoryIndex(Store, Tenants.Default, new IndexOptions { Folder = IndexFolder, Notice = Console.WriteLine });
        index.CatchUp();
        return index;
    }

    /// <summary>Commits units as one change.</summary>
    public void Import(IEnumerable<(string Spanish, string? English)> texts) => Store.CommitAsync(new Change
    {
        Operations = texts.Select(pair => (ChangeOperation)new ChangeOperation.PutUnit(new TranslationUnit
        {
            MemoryId = "m",
            Variants = [.. Variants(pair.Spanish, pair.English)],
        })).Prepend(new ChangeOperation.PutMemory(new Memory { Id = "m" })),
    }).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public void Dispose() => Store.Dispose();

    private static IEnumerable<Variant> Variants(string spanish, string? english)
    {
        yield return new Variant { Language = LanguageTag.Spanish, Text = spanish };
        if (english is not null)
        {
            yield return new Variant { Language = LanguageTag.English, Text = english };
        }
    }
}
