using System.Text.Json.Serialization;

namespace VietJapanTM.Storage.Locking;

/// <summary>Who holds a store.</summary>
/// <param name="ProcessId">The process.</param>
/// <param name="StartTime">When it opened the store, by its own clock.</param>
/// <param name="Address">Where it serves the store, such as <c>http://localhost:5280</c>, or null where it serves nobody.</param>
public sealed record StoreHolder(int ProcessId, DateTimeOffset StartTime, string? Address);

/// <summary>What the holder's file says.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Closing">True from the moment an orderly close began: from then on the log may be gone without any loss.</param>
internal sealed record HolderNote(StoreHolder Holder, bool Closing);

[JsonSerializable(typeof(HolderNote))]
internal sealed partial class HolderShape : JsonSerializerContext;
