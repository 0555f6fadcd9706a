using Google.Protobuf.WellKnownTypes;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Mapping;

/// <summary>Memories on the wire.</summary>
internal static class MemoryMapping
{
    public static Wire.Memory ToWire(this Memory memory) => new()
    {
        Name = ResourceName.Memory(memory.Id),
        DisplayName = memory.DisplayName,
        LanguageCodes = { memory.Languages.Select(l => l.Value) },
        Priority = memory.Priority,
        Penalty = memory.Penalty,
        CreateTime = Timestamp.FromDateTimeOffset(memory.CreateTime),
    };

    public static Memory ToModel(this Wire.Memory? memory, string id) => new()
    {
        Id = id,
        DisplayName = TextRules.Require(memory?.DisplayName ?? "", "memory.display_name", allowEmpty: true),
        Languages = [.. (memory?.LanguageCodes ?? []).Select((code, i) => Languages.Parse(code, $"memory.language_codes[{i}]"))],
        Priority = memory?.Priority ?? 0,
        Penalty = ReadPenalty(memory?.Penalty ?? 0),
    };

    private static int ReadPenalty(int penalty) => penalty is >= 0 and <= 100
        ? penalty
        : throw new DomainException(ErrorCode.ArgumentInvalid, $"memory.penalty is {penalty}. Send 0 to 100.", "memory.penalty");
}
