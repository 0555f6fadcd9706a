using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using VietJapanTM.Errors;
using VietJapanTM.Storage.Failures;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Writing;

/// <summary>
/// The one writer: a thread of its own takes changes from a bounded queue, in the order of the calls, and puts those that wait together
/// into one transaction (group commit), so that they share one wait for the disk. Each has a savepoint, so that one that fails does not
/// spoil its neighbours. A caller is answered only after COMMIT.
/// </summary>
internal sealed class ChangeWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteStoreOptions _options;
    private readonly Channel<PendingChange> _queue;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ChangeApplier _applier;
    private readonly Thread _thread;

    public ChangeWriter(SqliteConnection connection, SqliteStoreOptions options)
    {
        _connection = connection;
        _options = options;
        _queue = Channel.CreateBounded<PendingChange>(new BoundedChannelOptions(options.QueueCapacity) { SingleReader = true });
        _applier = new ChangeApplier(connection, options.TimeProvider, _stopping.Token);
        _thread = new Thread(Run) { IsBackground = true, Name = "store-writer" };
        _thread.Start();
    }

    /// <summary>Queues a change and waits until it is durable.</summary>
    public async Task<ChangeResult> CommitAsync(Change change, CancellationToken cancellationToken)
    {
        Inputs.Check(change);
        cancellationToken.ThrowIfCancellationRequested();
        var pending = new PendingChange(change, cancellationToken);
        await EnqueueAsync(pending, cancellationToken).ConfigureAwait(false);
        using var registration = cancellationToken.Register(pending.GiveUp);
        return await pending.Completion.ConfigureAwait(false);
    }

    /// <summary>Stops: the running change is rolled back at its next operation, those that wait are refused, the connection is closed.</summary>
    public void Dispose()
    {
        if (_queue.Writer.TryComplete())
        {
            _stopping.Cancel();
            _thread.Join();
            _applier.Dispose();
            _connection.Dispose();
            _stopping.Dispose();
        }
    }

    private async Task EnqueueAsync(PendingChange pending, CancellationToken cancellationToken)
    {
        if (_queue.Writer.TryWrite(pending))
        {
            return;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_options.BusyTimeout);
        try
        {
            await _queue.Writer.WriteAsync(pending, patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DomainException(ErrorCode.StoreBusy, "Too many changes are waiting. Nothing was changed; try again in a moment.");
        }
        catch (ChannelClosedException e)
        {
            throw new ObjectDisposedException("The store is closed.", e);
        }
    }

    private void Run()
    {
        // This thread does nothing else, so blocking it holds up nobody.
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            CommitNext();
        }
    }

    /// <summary>Commits what waits. A frame of its own, because what this thread's frame holds lives until the next change comes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CommitNext()
    {
        if (_queue.Reader.TryRead(out var first) && first.TryBegin())
        {
            CommitGroup(first);
        }
    }

    private void CommitGroup(PendingChange first)
    {
        var applied = new List<(PendingChange Pending, ChangeResult Result)>();
        try
        {
            _connection.Execute("BEGIN IMMEDIATE");
            ApplyOne(first, applied);
            for (var size = 1; size < _options.GroupSize && first.IsSmall && TryTakeSmall(out var next); size++)
            {
                ApplyOne(next, applied);
            }

            _connection.Execute("COMMIT");
        }
        catch (Exception e)
        {
            RollBack();
            var failure = SqliteFailure.Concerns(e) ? SqliteFailure.Translate(e) : e;
            first.Fail(failure);
            applied.ForEach(a => a.Pending.Fail(failure));
            return;
        }

        applied.ForEach(a => a.Pending.Complete(a.Result));
    }

    private bool TryTakeSmall(out PendingChange next)
    {
        while (_queue.Reader.TryPeek(out next!) && next.IsSmall && _queue.Reader.TryRead(out next!))
        {
            if (next.TryBegin())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Applies a change between savepoints; its own failure is its own. Throws where the transaction itself is lost.</summary>
    private void ApplyOne(PendingChange pending, List<(PendingChange Pending, ChangeResult Result)> applied)
    {
        try
        {
            _connection.Execute("SAVEPOINT change");
            var result = _applier.Apply(pending.Change, pending.CancellationToken);
            _connection.Execute("RELEASE change");
            applied.Add((pending, result));
        }
        catch (Exception e)
        {
            pending.Fail(SqliteFailure.Concerns(e) ? SqliteFailure.Translate(e) : e);

            // A full disk may have ended the whole transaction; then the neighbours have failed too.
            if (raw.sqlite3_get_autocommit(_connection.Handle!) != 0)
            {
                throw;
            }

            _connection.Execute("ROLLBACK TO change; RELEASE change");
        }
    }

    private void RollBack()
    {
        try
        {
            if (raw.sqlite3_get_autocommit(_connection.Handle!) == 0)
            {
                _connection.Execute("ROLLBACK");
            }
        }
        catch (SqliteException)
        {
            // The engine has rolled back by itself, or will when the connection is closed; the callers learn of the first failure.
        }
    }
}
