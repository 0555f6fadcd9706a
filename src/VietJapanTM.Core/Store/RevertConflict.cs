namespace VietJapanTM.Store;

/// <summary>Something that a revert cannot put back, because a later change touches it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Revision">The later revision that touches it.</param>
public readonly record struct RevertConflict(RevertedKind Kind, string Id, long Revision)
{
    /// <summary>Conflicts that a result or a failure names at most.</summary>
    public const int MostReported = 1_000;
}

/// <summary>What keeps versions.</summary>
public enum RevertedKind
{
    /// <summary>A translation unit.</summary>
    Unit,

    /// <summary>A document.</summary>
    Document,

    /// <summary>A concept.</summary>
    Concept,
}
