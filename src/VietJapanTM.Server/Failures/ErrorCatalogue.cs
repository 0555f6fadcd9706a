using System.Collections.Frozen;
using Grpc.Core;
using VietJapanTM.Errors;

namespace VietJapanTM.Server.Failures;

/// <summary>What each domain failure looks like to a gRPC client, and what the client can do about it.</summary>
internal static class ErrorCatalogue
{
    private static readonly FrozenDictionary<ErrorCode, ErrorEntry> Entries = new Dictionary<ErrorCode, ErrorEntry>
    {
        [ErrorCode.ArgumentInvalid] = new(StatusCode.InvalidArgument, "Correct the field that the details name."),
        [ErrorCode.LanguageInvalid] = new(StatusCode.InvalidArgument, "Send a BCP 47 tag."),
        [ErrorCode.LanguageUnsupported] = new(StatusCode.InvalidArgument, "Send one of the languages that the message names."),
        [ErrorCode.TextEmpty] = new(StatusCode.InvalidArgument, "Send text that is not only white space."),
        [ErrorCode.TextMalformed] = new(StatusCode.InvalidArgument, "Send well-formed Unicode."),
        [ErrorCode.TextTooLong] = new(StatusCode.InvalidArgument, "Cut the text into segments first."),
        [ErrorCode.TextsMismatched] = new(StatusCode.InvalidArgument, "Send texts that say the same in the languages stated, or leave refuse_mismatches out."),
        [ErrorCode.MemoryNotFound] = new(StatusCode.NotFound, "Make it with CreateMemory, or ask ListMemories for the names."),
        [ErrorCode.MemoryReadOnly] = new(StatusCode.FailedPrecondition, "Write to another memory, or let UpdateMemory give this one its rights back."),
        [ErrorCode.MemoryNotEmpty] = new(StatusCode.FailedPrecondition, "Delete what it holds first, or set force."),
        [ErrorCode.UnitNotFound] = new(StatusCode.NotFound, "Use a name that Lookup or PutUnits gave."),
        [ErrorCode.DocumentNotFound] = new(StatusCode.NotFound, "Ask ListDocuments for the names."),
        [ErrorCode.ConceptNotFound] = new(StatusCode.NotFound, "Ask ListConcepts for the names."),
        [ErrorCode.ChangeSetNotFound] = new(StatusCode.NotFound, "Ask ListChangeSets for the names."),
        [ErrorCode.RequestIdReused] = new(StatusCode.InvalidArgument, "Repeat the first request unchanged, or send a new request_id."),
        [ErrorCode.RevertConflict] = new(StatusCode.FailedPrecondition, "Undo the later revisions first, or skip the conflicts that the details name."),
        [ErrorCode.AlreadyExists] = new(StatusCode.AlreadyExists, "Choose another id, or replace what is there where the method can."),
        [ErrorCode.RevisionStale] = new(StatusCode.Aborted, "Read again and repeat the change."),
        [ErrorCode.RevisionOutOfRange] = new(StatusCode.OutOfRange, "Ask for a revision up to the store's newest."),
        [ErrorCode.SchemaTooNew] = new(StatusCode.FailedPrecondition, "Start a newer version of the server."),
        [ErrorCode.NotAStore] = new(StatusCode.FailedPrecondition, "Name another data folder."),
        [ErrorCode.StoreLocked] = new(StatusCode.FailedPrecondition, "Use the process that holds the store."),
        [ErrorCode.StoreReadOnly] = new(StatusCode.FailedPrecondition, "Give the server write access to its data folder."),
        [ErrorCode.DiskFull] = new(StatusCode.ResourceExhausted, "Make room, then repeat the request with the same request_id."),
        [ErrorCode.StoreCorrupt] = new(StatusCode.DataLoss, "Restore the newest backup."),
        [ErrorCode.StoreBusy] = new(StatusCode.Unavailable, "Wait, then repeat the request with the same request_id."),
        [ErrorCode.ServerBusy] = new(StatusCode.Unavailable, "Wait as long as the details say, then repeat the request."),
        [ErrorCode.IndexUnavailable] = new(StatusCode.Unavailable, "Wait some seconds, then repeat the request."),
        [ErrorCode.FileMalformed] = new(StatusCode.InvalidArgument, "Correct the file at the line that the message names."),
        [ErrorCode.FileUnreadable] = new(StatusCode.FailedPrecondition, "Check the path and its permissions."),
        [ErrorCode.AddressRefused] = new(StatusCode.FailedPrecondition, "Listen on a free loopback address."),
    }.ToFrozenDictionary();

    /// <summary>The entry of a code.</summary>
    public static ErrorEntry Of(ErrorCode code) => Entries[code];
}

/// <summary>A line of the catalogue.</summary>
/// <param name="Status">The gRPC status.</param>
/// <param name="ClientAction">What a client can do.</param>
internal readonly record struct ErrorEntry(StatusCode Status, string ClientAction);
