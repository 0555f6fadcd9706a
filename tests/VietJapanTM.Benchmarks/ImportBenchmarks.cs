using BenchmarkDotNet.Attributes;
using VietJapanTM.Model;
using VietJapanTM.Storage;
using VietJapanTM.Store;
using VietJapanTM.Testing;

namespace VietJapanTM.Benchmarks;

/// <summary>Fifty thousand units of two languages into a new store, as one change, to the disk.</summary>
public class ImportBenchmarks
{
    private const int Units = 50_000;
    private IReadOnlyList<string> _texts = [];
    private TemporaryFolder _folder = new();

    /// <summary>Reads the texts.</summary>
    [GlobalSetup]
    public void Prepare() => _texts = CorpusText.SpanishSegments(Units);

    /// <summary>A fresh folder for each import.</summary>
    [IterationSetup]
    public void Empty()
    {
        _folder.Dispose();
        _folder = new TemporaryFolder();
    }

    /// <summary>The import.</summary>
    [Benchmark(OperationsPerInvoke = Units)]
    [Items("units")]
    public async Task<int> Import()
    {
        using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = _folder.Root });
        await store.CommitAsync(new Change { Operations = [new ChangeOperation.PutMemory(new Memory { Id = "m" })] }).ConfigureAwait(false);
        var result = await store.CommitAsync(new Change
        {
            Operations = _texts.Select((text, i) => new ChangeOperation.PutUnit(new TranslationUnit
            {
                MemoryId = "m",
                Variants =
                [
                    new Variant { Language = LanguageTag.Spanish, Text = text },
                    new Variant { Language = LanguageTag.English, Text = _texts[^(i + 1)] },
                ],
            })),
        }).ConfigureAwait(false);
        return result.Written;
    }

    /// <summary>Removes the last store.</summary>
    [GlobalCleanup]
    public void CleanUp() => _folder.Dispose();
}
