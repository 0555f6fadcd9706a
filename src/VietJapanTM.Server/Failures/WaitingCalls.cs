using VietJapanTM.Errors;

namespace VietJapanTM.Server.Failures;

/// <summary>
/// The cap of the queue before the processors. A call waits in the thread pool before anything of this program sees it, so the pool's queue is
/// the one that is measured: when a call's turn comes and more wait behind it than may, it is refused at once, which is quicker than any
/// answer, and the queue shrinks. Thread-safe.
/// </summary>
/// <param name="most">How many may wait, 0 or more.</param>
internal sealed class WaitingCalls(int most)
{
    // Whoever watches over the server must hear that it lives, above all when it is busy.
    private const string Health = "/grpc.health.v1.Health/";

    /// <summary>Lets a call go on.</summary>
    /// <param name="method">The method with its service, such as <c>/package.Service/Method</c>.</param>
    /// <exception cref="DomainException">Too many calls wait.</exception>
    public void RequireRoom(string method)
    {
        if (ThreadPool.PendingWorkItemCount > most && !method.StartsWith(Health, StringComparison.Ordinal))
        {
            throw new DomainException(ErrorCode.ServerBusy, "The server is busy: too many calls wait. Repeat the request in a second.");
        }
    }
}
