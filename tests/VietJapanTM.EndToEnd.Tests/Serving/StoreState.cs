using VietJapanTM.Server.Workspace;
using VietJapanTM.Storage;
using VietJapanTM.Store;

namespace VietJapanTM.EndToEnd.Tests.Serving;

/// <summary>A closed store, looked at from outside.</summary>
internal static class StoreState
{
    /// <summary>What an import in this process, from beginning to end, makes of the samples.</summary>
    private static readonly Lazy<StoreCounts> Expected = new(() =>
    {
        using var folder = new TemporaryFolder();
        using var workspace = TranslationWorkspace.Open(folder.Root, TimeProvider.System);
        Assert.NotNull(SampleLibrary.ImportIntoNewStoreAsync(workspace, CancellationToken.None).GetAwaiter().GetResult());
        return workspace.Store.Count(Tenants.Default);
    });

    /// <summary>What the store holds. Asserts that it is whole.</summary>
    public static StoreCounts Read(string dataFolder)
    {
        using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = dataFolder });
        Assert.Empty(store.Verify());
        return store.Count(Tenants.Default);
    }

    /// <summary>Asserts that the store holds the samples, exactly once.</summary>
    public static void AssertSamples(StoreCounts counts)
    {
        var glossary = GlossaryFiles.Read(RepositoryRoot.Combine("glossary"));
        Assert.Equal((1, 2, 1), (counts.Memories, counts.Documents, counts.Revision));
        Assert.Equal(Expected.Value.Units, counts.Units);
        Assert.Equal(Expected.Value.Variants, counts.Variants);
        Assert.Equal(glossary.Count, counts.Concepts);
        Assert.InRange(counts.Concepts, 80, int.MaxValue);
        Assert.Equal(glossary.Sum(c => c.Languages.Sum(l => l.Terms.Length)), counts.Terms);
    }
}
