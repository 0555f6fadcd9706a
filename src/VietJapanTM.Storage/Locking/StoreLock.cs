using System.Text.Json;
using VietJapanTM.Errors;

namespace VietJapanTM.Storage.Locking;

/// <summary>
/// Keeps a second process away from a database. The operating system's lock on an open file decides, so it ends with its process however
/// that ends; a note beside it only informs. Both files bear the name of the database that symbolic links lead to.
/// </summary>
internal sealed class StoreLock : IDisposable
{
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;
    private const int SharingViolationOnWindows = unchecked((int)0x80070020);

    private readonly FileStream _lock;
    private readonly string _notePath;
    private readonly Lock _gate = new();
    private StoreHolder _holder;
    private bool _released;

    private StoreLock(FileStream handle, string notePath, StoreHolder holder, HolderNote? abandoned)
    {
        _lock = handle;
        _notePath = notePath;
        _holder = holder;
        Abandoned = abandoned;
    }

    /// <summary>The note of a process that ended without closing the store, or null.</summary>
    public HolderNote? Abandoned { get; }

    /// <summary>Takes the lock.</summary>
    /// <exception cref="DomainException">StoreLocked, StoreReadOnly.</exception>
    public static StoreLock Take(string databasePath, string dataFolder, DateTimeOffset now)
    {
        var notePath = NotePath(databasePath);
        try
        {
            var handle = new FileStream(LockPath(databasePath), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new StoreLock(handle, notePath, new StoreHolder(Environment.ProcessId, now, null), ReadNote(notePath));
        }
        catch (IOException e) when (IsHeld(e))
        {
            throw new DomainException(ErrorCode.StoreLocked, Describe(ReadNote(notePath)?.Holder, dataFolder), innerException: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DomainException(
                ErrorCode.StoreReadOnly,
                $"The data folder {dataFolder} cannot be written. Make it writable for this account, or choose another data folder.",
                innerException: e);
        }
    }

    /// <summary>Who holds a database now, or null where nobody does.</summary>
    public static StoreHolder? FindHolder(string databasePath)
    {
        try
        {
            if (!File.Exists(LockPath(databasePath)))
            {
                return null;
            }

            using var probe = new FileStream(LockPath(databasePath), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return null;
        }
        catch (IOException e) when (IsHeld(e))
        {
            return ReadNote(NotePath(databasePath))?.Holder ?? new StoreHolder(0, DateTimeOffset.UnixEpoch, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever may not open the lock cannot open the store either, and is told so then.
            return null;
        }
    }

    /// <summary>Writes the note. Called once the log exists, because a note without a log means that the log was lost.</summary>
    public void Announce(string? address)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_released, this);
            _holder = _holder with { Address = address };
            WriteNote(closing: false);
        }
    }

    /// <summary>Notes that an orderly close has begun.</summary>
    public void BeginClosing()
    {
        lock (_gate)
        {
            if (!_released && File.Exists(_notePath))
            {
                WriteNote(closing: true);
            }
        }
    }

    /// <summary>Takes the note away and releases the lock. The lock's file stays: deleting it would let two processes lock two files.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (!_released)
            {
                _released = true;
                DeleteNote();
                _lock.Dispose();
            }
        }
    }

    /// <summary>Releases the lock and leaves an abandoned note where it is.</summary>
    public void ReleaseOnly()
    {
        _released = true;
        _lock.Dispose();
    }

    /// <summary>Takes the note away: the state that an abandoned one tells of has been looked at.</summary>
    public void DeleteNote()
    {
        try
        {
            File.Delete(_notePath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It says that the close was orderly.
        }
    }

    private static string LockPath(string databasePath) => databasePath + ".lock";

    private static string NotePath(string databasePath) => databasePath + ".holder";

    private static bool IsHeld(IOException e) =>
        e.HResult is WouldBlockOnLinux or WouldBlockOnMac or SharingViolationOnWindows;

    private static string Describe(StoreHolder? holder, string dataFolder) => holder switch
    {
        null => $"The store in {dataFolder} is in use by another process. Wait until it has ended, stop it, or choose another data folder.",
        { Address: null } =>
            $"The store in {dataFolder} is in use by process {holder.ProcessId}; it may be a command under way, or a server that is still starting. Wait a moment, stop that process, or choose another data folder.",
        _ => $"The store in {dataFolder} is in use by process {holder.ProcessId}, which serves it at {holder.Address}. " +
            "Use that address, stop that process, or choose another data folder.",
    };

    private static HolderNote? ReadNote(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), HolderShape.Default.HolderNote);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            // The note only informs.
            return null;
        }
    }

    private void WriteNote(bool closing)
    {
        var partial = _notePath + ".partial";
        try
        {
            File.WriteAllText(partial, JsonSerializer.Serialize(new HolderNote(_holder, closing), HolderShape.Default.HolderNote));
            File.Move(partial, _notePath, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full disk must not keep a store from opening for reading or from closing; the lock itself stands.
        }
    }
}
