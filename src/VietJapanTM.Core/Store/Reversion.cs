namespace VietJapanTM.Store;

/// <summary>What a revert would do to one thing.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="IsThere">True where it stands now; false where it would be made again.</param>
/// <param name="WasThere">True where it stood before the change set; false where it would be ended.</param>
public readonly record struct Reversion(RevertedKind Kind, string Id, bool IsThere, bool WasThere);
