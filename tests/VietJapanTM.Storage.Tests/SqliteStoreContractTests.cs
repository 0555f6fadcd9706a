using VietJapanTM.Storage.Tests.Contract;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Tests;

/// <summary>The contract over SQLite.</summary>
public sealed class SqliteStoreContractTests : TranslationStoreContract
{
    private readonly List<TemporaryFolder> _folders = [];

    protected override ITranslationStore MakeStore(TimeProvider time)
    {
        var folder = new TemporaryFolder();
        _folders.Add(folder);
        return SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root, TimeProvider = time });
    }

    protected override void CleanUp() => _folders.ForEach(folder => folder.Dispose());
}
