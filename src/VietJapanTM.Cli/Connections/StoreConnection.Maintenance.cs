using VietJapanTM.Store;

namespace VietJapanTM.Cli.Connections;

internal sealed partial class StoreConnection
{
    public Task<IReadOnlyList<string>> VerifyStoreAsync(CancellationToken cancellationToken) => Task.FromResult(workspace.Store.Verify(cancellationToken));

    public Task<long> BackUpAsync(string file, CancellationToken cancellationToken)
    {
        workspace.Store.BackUp(file, cancellationToken);
        return Task.FromResult(workspace.Store.GetRevision(Tenants.Default));
    }
}
