using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using VietJapanTM.Errors;
using VietJapanTM.Storage.Failures;

namespace VietJapanTM.Storage.Connections;

/// <summary>A bounded set of connections that only read. Each read is one short transaction. Thread-safe.</summary>
internal sealed class ReaderPool(ConnectionFactory factory, int capacity) : IDisposable
{
    private readonly SemaphoreSlim _places = new(capacity, capacity);
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private volatile bool _disposed;

    /// <summary>Runs <paramref name="read"/> inside one read transaction, so that several statements see the same state.</summary>
    /// <exception cref="DomainException">StoreBusy: no connection came free in time; or what the engine reported.</exception>
    public T Read<T>(Func<SqliteConnection, T> read) => ReadLoosely(connection =>
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        var result = read(connection);
        transaction.Rollback();
        return result;
    });

    /// <summary>
    /// Runs <paramref name="read"/> without a transaction, which costs as much as a short statement: for reads of which each statement may see a
    /// state of its own.
    /// </summary>
    /// <exception cref="DomainException">As <see cref="Read"/>.</exception>
    public T ReadLoosely<T>(Func<SqliteConnection, T> read)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!_places.Wait(factory.BusyTimeout))
        {
            throw new DomainException(ErrorCode.StoreBusy, "Too many reads are running. Try again in a moment.");
        }

        SqliteConnection? connection = null;
        try
        {
            connection = _idle.TryTake(out var idle) ? idle : factory.OpenReader();
            var result = read(connection);
            Return(connection);
            connection = null;
            return result;
        }
        catch (Exception e) when (SqliteFailure.Concerns(e))
        {
            throw SqliteFailure.Translate(e);
        }
        finally
        {
            // Not returned above: the read failed, and its connection with it.
            connection?.Dispose();
            _places.Release();
        }
    }

    /// <summary>Closes the idle connections; one that still reads closes itself when it is done.</summary>
    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    private void Return(SqliteConnection connection)
    {
        _idle.Add(connection);
        if (_disposed)
        {
            Dispose();
        }
    }
}
