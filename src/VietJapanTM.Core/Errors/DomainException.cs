namespace VietJapanTM.Errors;

/// <summary>A failure that a caller can do something about. Its code stands in the catalogue (<see cref="ErrorCode"/>).</summary>
public sealed class DomainException : Exception
{
    /// <summary>Makes the failure.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="message">Plain words for people: what is wrong and what to do.</param>
    /// <param name="field">The request's field that is at fault (<c>memory</c>, <c>units[3].variants</c>), or null.</param>
    /// <param name="innerException">The cause, or null.</param>
    public DomainException(ErrorCode code, string message, string? field = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Code = code;
        Field = field;
    }

    /// <summary>The code.</summary>
    public ErrorCode Code { get; }

    /// <summary>The request's field at fault, or null.</summary>
    public string? Field { get; }

    /// <summary>
    /// What a caller needs to go on: for RevisionStale and AlreadyExists the version that stands there now, for RevertConflict the
    /// conflicts, for a request with several faults the failure of each; null for the rest.
    /// </summary>
    public object? Details { get; init; }

    /// <summary>1-based line of the file at fault, or 0 where unknown.</summary>
    public int Line { get; init; }

    /// <summary>1-based column in UTF-16 units, or 0 where unknown.</summary>
    public int Column { get; init; }
}
