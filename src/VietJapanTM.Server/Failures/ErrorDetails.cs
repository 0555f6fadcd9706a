using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Store;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Failures;

/// <summary>
/// A domain failure as a gRPC status with details: a google.rpc.Status in grpc-status-details-bin with an ErrorInfo (the code's name;
/// metadata: what to do); where a field is at fault, a BadRequest; where waiting helps, a RetryInfo; and what the client needs to go on.
/// </summary>
internal static class ErrorDetails
{
    /// <summary>The trailer that holds the details.</summary>
    public const string Trailer = "grpc-status-details-bin";
    private const string Domain = "vietjapantm";
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    // Headers are limited to a few kilobytes on the way; what is longer must be asked for.
    private const int MostBytes = 4_096;
    private const int MostViolations = 20;
    private const int MostCharacters = 200;
    private const int MostMessageCharacters = 1_000;

    /// <summary>The failure as a client hears it.</summary>
    public static RpcException ToRpcException(DomainException e)
    {
        var entry = ErrorCatalogue.Of(e.Code);
        var message = Plain(e.Message);
        var details = new Google.Rpc.Status { Code = (int)entry.Status, Message = message };
        details.Details.Add(Any.Pack(new ErrorInfo
        {
            // Published later under the name of reason, with the same number.
            Type = e.Code.ToString(),
            Domain = Domain,
            Metadata = { ["action"] = entry.ClientAction },
        }));
        if (e.Field is not null && entry.Status == StatusCode.InvalidArgument)
        {
            var failures = e.Details as IReadOnlyList<DomainException> ?? [e];
            details.Details.Add(Any.Pack(new BadRequest { FieldViolations = { failures.Take(MostViolations).Select(Of) } }));
        }

        if (entry.Status == StatusCode.Unavailable)
        {
            details.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(RetryDelay) }));
        }

        if (Of(e.Details) is { } more)
        {
            details.Details.Add(Any.Pack(more));
        }

        return new RpcException(new Grpc.Core.Status(entry.Status, message), new Metadata { { Trailer, details.ToByteArray() } });
    }

    /// <summary>The message in one line and of bounded length, because it may quote what a client sent.</summary>
    private static string Plain(string message)
    {
        var line = message.Any(char.IsControl) ? string.Concat(message.Select(c => char.IsControl(c) ? ' ' : c)) : message;
        if (line.Length <= MostMessageCharacters)
        {
            return line;
        }

        var end = char.IsHighSurrogate(line[MostMessageCharacters - 1]) ? MostMessageCharacters - 1 : MostMessageCharacters;
        return line[..end] + "…";
    }

    private static IMessage? Of(object? details) => details switch
    {
        Concept concept => Short(concept.ToWire()),
        TranslationUnit unit => Short(unit.ToWire()),
        IReadOnlyList<Diagnostic> diagnostics => new BadRequest { FieldViolations = { diagnostics.Take(MostViolations).Select(Of) } },
        IReadOnlyList<RevertConflict> conflicts => new PreconditionFailure { Violations = { conflicts.Take(MostViolations).Select(Of) } },
        _ => null,
    };

    /// <summary>The concept; of one that is too long, what a client needs to ask for the rest.</summary>
    private static Wire.Concept Short(Wire.Concept concept) => concept.CalculateSize() <= MostBytes
        ? concept
        : new Wire.Concept { Name = concept.Name, Etag = concept.Etag, Revision = concept.Revision, ApprovalState = concept.ApprovalState };

    /// <summary>The unit, likewise.</summary>
    private static Wire.Unit Short(Wire.Unit unit) => unit.CalculateSize() <= MostBytes
        ? unit
        : new Wire.Unit { Name = unit.Name, Key = unit.Key, Etag = unit.Etag, Revision = unit.Revision };

    private static BadRequest.Types.FieldViolation Of(DomainException failure) => new()
    {
        Field = failure.Field ?? "",
        Description = Plain(failure.Message),
    };

    private static BadRequest.Types.FieldViolation Of(Diagnostic diagnostic) => new()
    {
        Field = "chunk",
        Description = diagnostic.ToString() is { Length: > MostCharacters } text ? text[..MostCharacters] + "…" : diagnostic.ToString(),
    };

    private static PreconditionFailure.Types.Violation Of(RevertConflict conflict) => new()
    {
        Type = "REVERT_CONFLICT",
        Subject = ResourceName.Reverted(conflict),
        Description = $"Changed again by revision {conflict.Revision}.",
    };
}
