using VietJapanTM.Store;

namespace VietJapanTM.Server.Workspace;

/// <summary>The operations of a change, and whether any of them touches a concept.</summary>
internal sealed class WatchedOperations
{
    // As many as the store takes for a small change, which may share a transaction with others.
    private const int Few = 1_000;

    private WatchedOperations(IEnumerable<ChangeOperation> operations, bool isStream)
    {
        Operations = isStream ? Watch(operations) : operations;
        TouchConcepts = !isStream && operations.Any(IsOfConcept);
    }

    /// <summary>The operations, for the store.</summary>
    public IEnumerable<ChangeOperation> Operations { get; }

    /// <summary>Does any touch a concept? Complete once the store has taken them all.</summary>
    public bool TouchConcepts { get; private set; }

    /// <summary>
    /// Watches operations. A few are looked at now, so that the store still sees how few they are; a stream of them is looked at as it passes.
    /// </summary>
    public static WatchedOperations Of(IEnumerable<ChangeOperation> operations) =>
        operations.TryGetNonEnumeratedCount(out var count) && count <= Few
            ? new WatchedOperations([.. operations], isStream: false)
            : new WatchedOperations(operations, isStream: true);

    private static bool IsOfConcept(ChangeOperation operation) =>
        operation is ChangeOperation.PutConcept or ChangeOperation.EditConcept or ChangeOperation.DeleteConcept or ChangeOperation.Revert;

    private IEnumerable<ChangeOperation> Watch(IEnumerable<ChangeOperation> operations)
    {
        foreach (var operation in operations)
        {
            TouchConcepts |= IsOfConcept(operation);
            yield return operation;
        }
    }
}
