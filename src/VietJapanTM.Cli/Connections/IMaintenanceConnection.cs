namespace VietJapanTM.Cli.Connections;

/// <summary>The care of a store: one opened here, or a server's.</summary>
internal interface IMaintenanceConnection
{
    /// <summary>What is damaged, a sentence each; empty where the store is whole.</summary>
    Task<IReadOnlyList<string>> VerifyStoreAsync(CancellationToken cancellationToken);

    /// <summary>Writes a whole and checked copy of the store to a file, in place of what lies there, which stays until the copy is whole.</summary>
    /// <returns>The newest revision in it, at least.</returns>
    Task<long> BackUpAsync(string file, CancellationToken cancellationToken);
}
