using Google.Protobuf.WellKnownTypes;
using VietJapanTM.Errors;
using VietJapanTM.Server.Hosting;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Answers;

/// <summary>
/// Follows the concepts of a store. Each round takes the signal of the next change first, then the newest revision, then what happened up
/// to it: a change is either in the round or wakes the next one, and never in two.
/// </summary>
internal static class GlossaryWatch
{
    private const int BytesPerReply = ServerOptions.MaxMessageBytes / 4;

    private static readonly TimeSpan DefaultHeartbeat = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestHeartbeat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestHeartbeat = TimeSpan.FromMinutes(5);

    /// <summary>Sends what happens until it is cancelled.</summary>
    /// <exception cref="DomainException">RevisionOutOfRange, ArgumentInvalid.</exception>
    public static async Task RunAsync(
        TranslationWorkspace workspace, Wire.WatchRequest request, Func<Wire.WatchResponse, Task> send, CancellationToken cancellationToken)
    {
        var heartbeat = ReadHeartbeat(request.HeartbeatInterval);
        var position = request.Revision;
        if (position < 0 || position > workspace.Store.GetRevision(Tenants.Default))
        {
            throw new DomainException(
                ErrorCode.RevisionOutOfRange,
                $"There is no revision {position}; the newest is {workspace.Store.GetRevision(Tenants.Default)}. List the concepts again and watch from there.",
                "revision");
        }

        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = workspace.NextGlossary;
            position = await TellAsync(workspace, position, send, cancellationToken).ConfigureAwait(false);
            await WaitAsync(next, heartbeat, workspace.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Tells what happened after a position, or that nothing did; the answer is the new position.</summary>
    private static async Task<long> TellAsync(
        TranslationWorkspace workspace, long position, Func<Wire.WatchResponse, Task> send, CancellationToken cancellationToken)
    {
        var newest = workspace.Store.GetRevision(Tenants.Default);
        var reply = new Wire.WatchResponse { Revision = position };
        var size = 0;
        foreach (var change in workspace.Store.ReadConceptChanges(Tenants.Default, position, newest))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var wire = change.ToWire();
            if (size > 0 && size + wire.CalculateSize() > BytesPerReply)
            {
                // All of the revisions before this change's have been told.
                reply.Revision = Math.Max(position, Math.Min(reply.Changes[^1].Revision, change.Revision - 1));
                await send(reply).ConfigureAwait(false);
                reply = new Wire.WatchResponse { Revision = reply.Revision };
                size = 0;
            }

            reply.Changes.Add(wire);
            size += wire.CalculateSize();
        }

        reply.Revision = newest;
        await send(reply).ConfigureAwait(false);
        return newest;
    }

    private static async Task WaitAsync(Task next, TimeSpan heartbeat, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await next.WaitAsync(heartbeat, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // A sign of life is due.
        }
    }

    private static TimeSpan ReadHeartbeat(Duration? interval)
    {
        if (interval is null)
        {
            return DefaultHeartbeat;
        }

        var asked = TimeSpan.FromSeconds(Math.Clamp(interval.Seconds, -1, 1_000_000)) + TimeSpan.FromMicroseconds(interval.Nanos / 1_000);
        return asked >= ShortestHeartbeat && asked <= LongestHeartbeat
            ? asked
            : throw new DomainException(
                ErrorCode.ArgumentInvalid, "heartbeat_interval must lie between 1 second and 5 minutes.", "heartbeat_interval");
    }
}
