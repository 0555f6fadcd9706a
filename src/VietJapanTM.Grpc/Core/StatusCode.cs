namespace Grpc.Core;

/// <summary>The outcome of a call, as the gRPC specification numbers it.</summary>
public enum StatusCode
{
    /// <summary>Not an error.</summary>
    OK = 0,

    /// <summary>The call was cancelled, as a rule by the caller.</summary>
    Cancelled = 1,

    /// <summary>An error that belongs to no other code, such as an exception that a handler let escape.</summary>
    Unknown = 2,

    /// <summary>The request is wrong whatever the state of the system.</summary>
    InvalidArgument = 3,

    /// <summary>The deadline passed before the call ended.</summary>
    DeadlineExceeded = 4,

    /// <summary>What the request names does not exist.</summary>
    NotFound = 5,

    /// <summary>What the request would create exists already.</summary>
    AlreadyExists = 6,

    /// <summary>The caller is known and may not do this.</summary>
    PermissionDenied = 7,

    /// <summary>A quota, a limit or a disk is full.</summary>
    ResourceExhausted = 8,

    /// <summary>The system is not in the state that the request needs; a retry alone does not help.</summary>
    FailedPrecondition = 9,

    /// <summary>A concurrent change got in the way; the caller may read again and retry.</summary>
    Aborted = 10,

    /// <summary>The request went past the valid range.</summary>
    OutOfRange = 11,

    /// <summary>The server does not have this method.</summary>
    Unimplemented = 12,

    /// <summary>An invariant of the system or of the protocol is broken.</summary>
    Internal = 13,

    /// <summary>The service cannot be reached or is busy; a retry after a pause may help.</summary>
    Unavailable = 14,

    /// <summary>Data is lost or corrupt beyond repair.</summary>
    DataLoss = 15,

    /// <summary>The caller has no valid credentials.</summary>
    Unauthenticated = 16,
}
