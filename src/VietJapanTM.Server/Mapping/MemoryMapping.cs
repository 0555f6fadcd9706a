using Google.Protobuf.WellKnownTypes;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Mapping;

/// <summary>Memories on the wire.</summary>
internal static class MemoryMapping
{
    private static readonly Dictionary<string, Func<Memory, Memory, Memory>> Fields = new(StringComparer.Ordinal)
    {
        ["display_name"] = (to, from) => to with { DisplayName = from.DisplayName },
        ["language_codes"] = (to, from) => to with { Languages = from.Languages },
        ["priority"] = (to, from) => to with { Priority = from.Priority },
        ["penalty"] = (to, from) => to with { Penalty = from.Penalty },
        ["access"] = (to, from) => to with { Access = from.Access },
    };

    public static Wire.Memory ToWire(this Memory memory) => new()
    {
        Name = ResourceName.Memory(memory.Id),
        DisplayName = memory.DisplayName,
        LanguageCodes = { memory.Languages.Select(l => l.Value) },
        Priority = memory.Priority,
        Penalty = memory.Penalty,
        Access = memory.Access == MemoryAccess.ReadOnly ? Wire.Memory.Types.Access.ReadOnly : Wire.Memory.Types.Access.ReadWrite,
        CreateTime = Timestamp.FromDateTimeOffset(memory.CreateTime),
    };

    public static Memory ToModel(this Wire.Memory? memory, string id) => new()
    {
        Id = id,
        DisplayName = TextRules.Require(memory?.DisplayName ?? "", "memory.display_name", allowEmpty: true),
        Languages = [.. (memory?.LanguageCodes ?? []).Select((code, i) => Languages.Parse(code, $"memory.language_codes[{i}]"))],
        Priority = memory?.Priority ?? 0,
        Penalty = ReadPenalty(memory?.Penalty ?? 0),
        Access = ReadAccess(memory?.Access ?? Wire.Memory.Types.Access.Unspecified),
    };

    /// <summary>The edit that takes over the fields of a memory that an update names.</summary>
    /// <exception cref="DomainException">ArgumentInvalid: a field cannot be changed, or none is named.</exception>
    public static Func<Memory, Memory> ToEdit(this Wire.UpdateMemoryRequest request, string id)
    {
        var paths = request.UpdateMask?.Paths is { Count: > 0 } named ? [.. named] : Fields.Keys.Where(path => IsSet(request.Memory, path)).ToList();
        paths = paths.Contains("*") ? [.. Fields.Keys] : paths;
        var unknown = paths.Find(path => !Fields.ContainsKey(path));
        if (unknown is not null || paths.Count == 0)
        {
            var what = unknown is null ? "update_mask names nothing, and memory has nothing to change" : $"update_mask names '{unknown}', which cannot be changed";
            throw new DomainException(ErrorCode.ArgumentInvalid, $"{what}. Name some of {string.Join(", ", Fields.Keys)}, or *.", "update_mask");
        }

        var from = request.Memory.ToModel(id);
        return live => paths.Aggregate(live, (memory, path) => Fields[path](memory, from));
    }

    private static bool IsSet(Wire.Memory memory, string path) => path switch
    {
        "display_name" => memory.DisplayName.Length > 0,
        "language_codes" => memory.LanguageCodes.Count > 0,
        "priority" => memory.Priority != 0,
        "penalty" => memory.Penalty != 0,
        _ => memory.Access != Wire.Memory.Types.Access.Unspecified,
    };

    private static MemoryAccess ReadAccess(Wire.Memory.Types.Access access) => access switch
    {
        Wire.Memory.Types.Access.Unspecified or Wire.Memory.Types.Access.ReadWrite => MemoryAccess.ReadWrite,
        Wire.Memory.Types.Access.ReadOnly => MemoryAccess.ReadOnly,
        _ => throw new DomainException(ErrorCode.ArgumentInvalid, "memory.access is not a value that this version knows.", "memory.access"),
    };

    private static int ReadPenalty(int penalty) => penalty is >= 0 and <= 100
        ? penalty
        : throw new DomainException(ErrorCode.ArgumentInvalid, $"memory.penalty is {penalty}. Send 0 to 100.", "memory.penalty");
}
