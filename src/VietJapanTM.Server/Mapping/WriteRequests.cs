using Google.Protobuf;
using VietJapanTM.Store;

namespace VietJapanTM.Server.Mapping;

/// <summary>What every request that writes has in common.</summary>
internal static class WriteRequests
{
    /// <summary>A change with the request's head; its operations are still to come.</summary>
    /// <param name="author">Who.</param>
    /// <param name="reason">Why.</param>
    /// <param name="requestId">The client's identifier, or empty.</param>
    /// <param name="method">The method, so that one identifier does not serve two.</param>
    /// <param name="request">The whole request, which a retry must repeat.</param>
    /// <exception cref="Errors.DomainException">ArgumentInvalid, TextTooLong, TextMalformed.</exception>
    public static Change Begin(string author, string reason, string requestId, string method, IMessage request)
    {
        var id = RequestIds.Read(requestId);
        return new Change
        {
            Author = TextRules.Require(author, "author", allowEmpty: true),
            Reason = TextRules.Require(reason, "reason", allowEmpty: true),
            RequestId = id,
            RequestDigest = RequestDigest.Of(id, method, request),
            Operations = [],
        };
    }
}
