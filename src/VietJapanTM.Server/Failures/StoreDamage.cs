namespace VietJapanTM.Server.Failures;

/// <summary>Whether a call has met a damaged part of the store. Damage does not heal while the server runs. Thread-safe.</summary>
internal sealed class StoreDamage
{
    private volatile bool _found;

    /// <summary>True from the first report on.</summary>
    public bool Found => _found;

    /// <summary>Reports damage; true for the first report.</summary>
    public bool Report() => !_found && (_found = true);
}
