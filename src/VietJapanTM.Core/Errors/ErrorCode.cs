namespace VietJapanTM.Errors;

/// <summary>
/// The catalogue of domain failures. Each code has a kind, which decides the gRPC status and the exit code; the catalogue with
/// cause and remedy for each stands in ARCHITECTURE.md.
/// </summary>
public enum ErrorCode
{
    /// <summary>A value of a request is malformed.</summary>
    ArgumentInvalid,

    /// <summary>A language code is not well-formed BCP 47.</summary>
    LanguageInvalid,

    /// <summary>The language is well formed, but nothing here supports it.</summary>
    LanguageUnsupported,

    /// <summary>A text is empty where one is needed.</summary>
    TextEmpty,

    /// <summary>A text holds a lone surrogate or bytes that are not UTF-8.</summary>
    TextMalformed,

    /// <summary>A text exceeds the stated limit.</summary>
    TextTooLong,

    /// <summary>Texts are not in the languages stated, or no translations of each other.</summary>
    TextsMismatched,

    /// <summary>No such memory.</summary>
    MemoryNotFound,

    /// <summary>A memory may be read but not written.</summary>
    MemoryReadOnly,

    /// <summary>A memory holds units or documents.</summary>
    MemoryNotEmpty,

    /// <summary>No such unit.</summary>
    UnitNotFound,

    /// <summary>No such document.</summary>
    DocumentNotFound,

    /// <summary>No such concept.</summary>
    ConceptNotFound,

    /// <summary>No such change set.</summary>
    ChangeSetNotFound,

    /// <summary>The name is taken.</summary>
    AlreadyExists,

    /// <summary>The identifier of a request was used for another request.</summary>
    RequestIdReused,

    /// <summary>Later changes touch what a revert would undo.</summary>
    RevertConflict,

    /// <summary>Somebody else changed it meanwhile.</summary>
    RevisionStale,

    /// <summary>The revision asked for does not exist yet, or no longer.</summary>
    RevisionOutOfRange,

    /// <summary>The store's schema is newer than this program.</summary>
    SchemaTooNew,

    /// <summary>The file is not a store of this program.</summary>
    NotAStore,

    /// <summary>Another process holds the store.</summary>
    StoreLocked,

    /// <summary>The store cannot be written: read-only file, folder or mount.</summary>
    StoreReadOnly,

    /// <summary>The disk, or a quota, is full.</summary>
    DiskFull,

    /// <summary>The store is damaged.</summary>
    StoreCorrupt,

    /// <summary>The store is busy; trying again may succeed.</summary>
    StoreBusy,

    /// <summary>More calls wait than the server lets wait; trying again may succeed.</summary>
    ServerBusy,

    /// <summary>A part of the index is being rebuilt; trying again will succeed.</summary>
    IndexUnavailable,

    /// <summary>An exchange file is malformed.</summary>
    FileMalformed,

    /// <summary>A file or folder is absent or unreadable.</summary>
    FileUnreadable,

    /// <summary>The address is not loopback, or is taken.</summary>
    AddressRefused,
}
