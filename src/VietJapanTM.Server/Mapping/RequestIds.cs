using VietJapanTM.Errors;

namespace VietJapanTM.Server.Mapping;

/// <summary>The client's identifier of a request, which makes a retry harmless.</summary>
internal static class RequestIds
{
    private const int MaxLength = 128;

    /// <summary>The identifier, or null where none was sent.</summary>
    public static string? Read(string requestId)
    {
        if (requestId.Length > MaxLength)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, $"request_id is longer than {MaxLength} characters. Send a UUID.", "request_id");
        }

        return requestId.Length == 0 ? null : TextRules.Require(requestId, "request_id");
    }
}
