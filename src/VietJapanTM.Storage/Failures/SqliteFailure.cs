using System.Data;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using VietJapanTM.Errors;

namespace VietJapanTM.Storage.Failures;

/// <summary>
/// Turns the engine's failures into the product's: one code, plain words, neither SQL nor paths, because the message may reach a
/// client of a server. The engine's own words stay in the inner exception.
/// </summary>
internal static class SqliteFailure
{
    /// <summary>SQLITE_NOTADB: the first page is not a database's.</summary>
    public const int NotADatabase = 26;

    /// <summary>SQLITE_BUSY: somebody else has the lock.</summary>
    public const int Busy = 5;

    /// <summary>What to say of a file system on which the engine cannot work.</summary>
    public const string NoSharedMemory =
        "The data folder lies on a file system without shared memory or locks, such as a network share. Choose a folder on a local disk.";

    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;

    // Extended codes: sqlite.org/rescode.html.
    private const int ShortRead = 10 | (2 << 8);
    private const int WriteFailed = 10 | (3 << 8);
    private const int TruncateFailed = 10 | (6 << 8);
    private const int UnlockFailed = 10 | (8 << 8);
    private const int ReadLockFailed = 10 | (9 << 8);
    private const int LockFailed = 10 | (15 << 8);
    private const int SharedMemoryOpen = 10 | (18 << 8);
    private const int SharedMemorySize = 10 | (19 << 8);
    private const int SharedMemoryLock = 10 | (20 << 8);
    private const int SharedMemoryMap = 10 | (21 << 8);

    /// <summary>
    /// True for a failure of the engine or of what it stored. SQLite keeps the type with each value, so that one flipped bit can make a number
    /// a text: Dapper says so as a <see cref="DataException"/> or as the cast that failed.
    /// </summary>
    public static bool Concerns(Exception exception) =>
        exception is SqliteException or JsonException or StoredValueException or DataException or InvalidCastException;

    /// <summary>The product's failure for one of the engine's.</summary>
    public static DomainException Translate(Exception exception) => exception switch
    {
        SqliteException e when LacksLocks(e) => new DomainException(ErrorCode.FileUnreadable, NoSharedMemory, innerException: e),
        SqliteException e => new DomainException(CodeOf(e), MessageOf(CodeOf(e)), innerException: e),
        _ => new DomainException(ErrorCode.StoreCorrupt, MessageOf(ErrorCode.StoreCorrupt), innerException: exception),
    };

    /// <summary>True where the failure says that the file's bytes are wrong.</summary>
    public static bool IsDamage(Exception exception) => Concerns(exception) && Translate(exception).Code == ErrorCode.StoreCorrupt;

    private static bool LacksLocks(SqliteException e) =>
        e.SqliteExtendedErrorCode is UnlockFailed or ReadLockFailed or LockFailed or SharedMemoryOpen or SharedMemoryLock or SharedMemoryMap;

    private static ErrorCode CodeOf(SqliteException e) => e.SqliteErrorCode switch
    {
        Busy or Locked => ErrorCode.StoreBusy,
        ReadOnly => ErrorCode.StoreReadOnly,
        Full => ErrorCode.DiskFull,

        // A file-size limit and a full file system under the shared-memory file arrive as input/output errors.
        InputOutput when e.SqliteExtendedErrorCode is WriteFailed or TruncateFailed or SharedMemorySize => ErrorCode.DiskFull,
        InputOutput when e.SqliteExtendedErrorCode is ShortRead => ErrorCode.StoreCorrupt,
        InputOutput or Corrupt or NotADatabase => ErrorCode.StoreCorrupt,
        CannotOpen => ErrorCode.FileUnreadable,
        _ => ErrorCode.StoreCorrupt,
    };

    private static string MessageOf(ErrorCode code) => code switch
    {
        ErrorCode.StoreBusy => "The store is busy. Try again in a moment.",
        ErrorCode.StoreReadOnly => "The store cannot be written: its file, folder or disk is read-only. Nothing was changed.",
        ErrorCode.DiskFull => "The disk or a quota is full. Nothing was changed; make room and try again.",
        ErrorCode.FileUnreadable => "A file of the store cannot be opened. Check that it exists and that this account may read and write it.",
        _ => "The store is damaged. Verify it, and restore it from a backup.",
    };
}
