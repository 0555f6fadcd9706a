namespace VietJapanTM.Model;

/// <summary>A write: who changed the store, when, why and from which file. Each has a revision of its own.</summary>
/// <param name="Revision">The tenant's counter after the write, 1 or more.</param>
/// <param name="Author">Who; empty where unknown.</param>
/// <param name="Time">When.</param>
/// <param name="Reason">Why, in the author's words; may be empty.</param>
/// <param name="SourceFile">The file that it came from, or null.</param>
/// <param name="RequestId">The client's identifier of the request, or null.</param>
public sealed record ChangeSet(long Revision, string Author, DateTimeOffset Time, string Reason, string? SourceFile, string? RequestId);
