using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using VietJapanTM.Errors;
using VietJapanTM.Matching.Indexing.Files;
using VietJapanTM.Matching.Scoring;

namespace VietJapanTM.Matching;

/// <summary>
/// Keeps an index in files: opens them, and on a thread of its own verifies them, writes new rows into chunks, merges chunks and rebuilds
/// what is damaged. Neither look-ups nor the writer wait for it.
/// </summary>
internal sealed class IndexKeeper : IDisposable
{
    /// <summary>So many rows in memory are written down at once; fewer when the index has been quiet, and at the end.</summary>
    private const int FlushRows = 1 << 13;

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IndexState _state;
    private readonly IndexFolder _folder;
    private readonly ConcurrentQueue<string> _notices = new();
    private readonly ConcurrentQueue<(IndexDamagedException Damage, IndexScope Scope)> _damages = new();
    private readonly Dictionary<string, (string File, int Count)> _ends = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _work = new(0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Thread _thread;
    private long _writtenRevision;
    private ImmutableArray<MatchProfile> _writtenProfiles = [];
    private bool _isUsable = true;
    private int _isBegun;

    public IndexKeeper(IndexState state, string folder)
    {
        _state = state;
        _folder = new IndexFolder(folder);
        _thread = new Thread(Run) { IsBackground = true, Name = "index-keeper" };
    }

    /// <summary>What people should know, oldest first.</summary>
    public IReadOnlyList<string> Notices => [.. _notices];

    /// <summary>Bytes in files.</summary>
    public long Bytes => _folder.Bytes;

    /// <summary>The snapshot that the files hold, or null where they hold none of this store.</summary>
    public IndexSnapshot? Open()
    {
        IndexSnapshot? snapshot = null;
        try
        {
            var opening = new IndexOpening(_state, _folder, _ends, Notice);
            snapshot = opening.Read();
            if (snapshot is not null)
            {
                (_writtenRevision, _writtenProfiles) = (opening.IsWhole ? snapshot.Revision : -1, snapshot.Profiles);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _isUsable = false;
            Notice($"The index is kept in memory alone, because its folder cannot be used: {e.Message}");
        }

        return snapshot;
    }

    /// <summary>Says that there may be something to do, once the index has been opened. The first call begins the work in the background.</summary>
    public void Signal()
    {
        if (Interlocked.Exchange(ref _isBegun, 1) == 0)
        {
            _thread.Start();
        }

        if (_work.CurrentCount == 0)
        {
            _work.Release();
        }
    }

    /// <summary>Has an index rebuilt that was withdrawn because of a damaged file; nothing where another thread has seen to it.</summary>
    public void Report(IndexDamagedException damage, IndexScope? scope)
    {
        if (scope is { } withdrawn)
        {
            _damages.Enqueue((damage, withdrawn));
            Signal();
        }
    }

    /// <summary>Stops the background and writes down what is only in memory.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        if (_thread.IsAlive)
        {
            _thread.Join();
        }

        while (_damages.TryDequeue(out var damaged))
        {
            // Its absence is what the next start will notice.
            _folder.SetAside(damaged.Damage.File);
        }

        TryFlush(CancellationToken.None);
        _stopping.Dispose();
        _work.Dispose();
    }

    private void Run()
    {
        try
        {
            Verify();
            while (true)
            {
                var signalled = _work.Wait(Quiet, _stopping.Token);
                if (!TryMend() || ((RowsInMemory() >= FlushRows || !signalled) && !TryFlush(_stopping.Token)))
                {
                    _stopping.Token.WaitHandle.WaitOne(Patience);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped; what was begun is waste that the next manifest does not name.
        }
    }

    /// <summary>Rows of whole revisions that are in no file.</summary>
    private int RowsInMemory()
    {
        var snapshot = _state.Snapshot;
        return snapshot.Indexes().Sum(i => i.Index.Chunks.Where(c => c.File is null && c.Changes.Newest <= snapshot.Revision).Sum(c => c.Count));
    }

    /// <summary>Holds every file against its checksums, so that damage is found before a look-up meets it.</summary>
    private void Verify()
    {
        foreach (var chunk in _state.Snapshot.Indexes().SelectMany(i => i.Index.Chunks))
        {
            _stopping.Token.ThrowIfCancellationRequested();
            try
            {
                chunk.EnsureWhole();
            }
            catch (IndexDamagedException e)
            {
                Report(e, _state.Withdraw(e.File));
            }
        }
    }

    /// <summary>Rebuilds the indexes of damaged files; false where the store would not be read.</summary>
    private bool TryMend()
    {
        while (_damages.TryPeek(out var damage))
        {
            try
            {
                Notice($"The index file {damage.Damage.Message}. It was set aside; its part of the index is rebuilt from the store.");
                _folder.SetAside(damage.Damage.File);
                Rebuild(damage.Scope);
                _damages.TryDequeue(out _);
            }
            catch (DomainException e)
            {
                Notice($"A part of the index cannot be rebuilt yet: {e.Message}");
                return false;
            }
        }

        return true;
    }

    private void Rebuild(IndexScope scope)
    {
        var watch = Stopwatch.StartNew();
        var built = _state.Build([scope.Key!.Value.Profile], _state.Snapshot.Revision, scope, _stopping.Token);
        _state.Adopt(built, scope);
        _writtenRevision = -1;
        Notice($"Rebuilt the index of memory {scope.MemoryId} in {scope.Key.Value.Language} in {watch.Elapsed.TotalSeconds:0.0} s.");
    }

    /// <summary>Writes down what is in memory and merges chunks; false where the disk would not have it.</summary>
    private bool TryFlush(CancellationToken cancellationToken)
    {
        var snapshot = _state.Snapshot;
        if (!_isUsable || snapshot.Revision == 0
            || (snapshot.Revision == _writtenRevision && snapshot.Profiles.SequenceEqual(_writtenProfiles) && RowsInMemory() == 0)
            || snapshot.Indexes().Any(i => !i.Index.IsWhole))
        {
            return true;
        }

        var flush = new IndexFlush(_state, _folder, _ends);
        try
        {
            flush.Run(cancellationToken);
            (_writtenRevision, _writtenProfiles) = (flush.Revision, flush.Profiles);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DomainException)
        {
            Notice($"The index could not be written: {e.Message} Look-ups go on; it is tried again.");
            return false;
        }
        catch (IndexDamagedException e)
        {
            Report(e, _state.Withdraw(e.File));
            return true;
        }
        finally
        {
            flush.Release();
        }
    }

    private void Notice(string sentence)
    {
        const int kept = 32;
        _notices.Enqueue(sentence);
        while (_notices.Count > kept)
        {
            _notices.TryDequeue(out _);
        }

        _state.Options.Notice?.Invoke(sentence);
    }
}
