using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Mapping;

/// <summary>Units on the wire.</summary>
internal static class UnitMapping
{
    private const int MaxVariants = 100;
    private const int MaxKeyLength = 1_024;

    public static Wire.Unit ToWire(this TranslationUnit unit)
    {
        var wire = new Wire.Unit
        {
            Name = unit.Id.Length == 0 ? "" : ResourceName.Unit(unit.MemoryId, unit.Id),
            Key = unit.Key ?? "",
            Document = unit.DocumentId is null ? "" : ResourceName.Document(unit.DocumentId),
            Variants = { unit.Variants.Select(ToWire) },
            Revision = unit.Revision,
        };
        foreach (var (name, value) in unit.Attributes)
        {
            wire.Attributes.Add(name, value);
        }

        return wire;
    }

    public static Wire.Variant ToWire(this Variant variant) => new()
    {
        LanguageCode = variant.Language.Value,
        Text = variant.Text,
        Tags = { variant.Tags.Select(ToWire) },
        Status = (Wire.Variant.Types.Status)(variant.Status + 1),
        Origin = (Wire.Variant.Types.Origin)(variant.Origin + 1),
        Author = variant.Author,
        CreateTime = variant.CreateTime is { } created ? Timestamp.FromDateTimeOffset(created) : null,
        UpdateTime = variant.UpdateTime is { } updated ? Timestamp.FromDateTimeOffset(updated) : null,
    };

    /// <summary>Reads a unit of a request.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="memoryId">The memory that receives it.</param>
    /// <param name="field">How the request calls it: <c>units[3]</c>.</param>
    public static TranslationUnit ToModel(this Wire.Unit unit, string memoryId, string field)
    {
        if (unit.Variants.Count is 0 or > MaxVariants)
        {
            throw new DomainException(
                ErrorCode.ArgumentInvalid,
                $"{field}.variants has {unit.Variants.Count} entries. Send 1 to {MaxVariants}.",
                $"{field}.variants");
        }

        if (unit.Key.Length > MaxKeyLength)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, $"{field}.key is longer than {MaxKeyLength}.", $"{field}.key");
        }

        return new TranslationUnit
        {
            Id = ReadId(unit, memoryId, field),
            MemoryId = memoryId,
            Key = unit.Key.Length == 0 ? null : TextRules.Require(unit.Key, $"{field}.key"),
            Variants = [.. unit.Variants.Select((v, i) => v.ToModel($"{field}.variants[{i}]"))],
            Attributes = unit.Attributes.ToImmutableSortedDictionary(
                a => TextRules.Require(a.Key, $"{field}.attributes"),
                a => TextRules.Require(a.Value, $"{field}.attributes", allowEmpty: true),
                StringComparer.Ordinal),
        };
    }

    private static string ReadId(Wire.Unit unit, string memoryId, string field)
    {
        if (unit.Name.Length == 0)
        {
            return "";
        }

        var (memory, id) = ResourceName.ParseUnit(unit.Name, $"{field}.name");
        return memory == memoryId
            ? id
            : throw new DomainException(ErrorCode.ArgumentInvalid, $"{field}.name lies in another memory than parent.", $"{field}.name");
    }

    private static Variant ToModel(this Wire.Variant variant, string field) => new()
    {
        Language = Languages.Parse(variant.LanguageCode, $"{field}.language_code"),
        Text = TextRules.Require(variant.Text, $"{field}.text"),
        Tags = [.. variant.Tags.Select((t, i) => t.ToModel(variant.Text.Length, $"{field}.tags[{i}]"))],
        Status = variant.Status == Wire.Variant.Types.Status.Unspecified ? VariantStatus.Draft : Known<VariantStatus>((int)variant.Status - 1, $"{field}.status"),
        Origin = variant.Origin == Wire.Variant.Types.Origin.Unspecified ? VariantOrigin.Typed : Known<VariantOrigin>((int)variant.Origin - 1, $"{field}.origin"),
        Author = TextRules.Require(variant.Author, $"{field}.author", allowEmpty: true),
        CreateTime = ReadTime(variant.CreateTime, $"{field}.create_time"),
        UpdateTime = ReadTime(variant.UpdateTime, $"{field}.update_time"),
        Previous = variant.HasPreviousText ? ContextHash.Of(TextRules.Require(variant.PreviousText, $"{field}.previous_text", allowEmpty: true)) : null,
        Next = variant.HasNextText ? ContextHash.Of(TextRules.Require(variant.NextText, $"{field}.next_text", allowEmpty: true)) : null,
    };

    /// <summary>Reads a time of a request.</summary>
    public static DateTimeOffset? ReadTime(Timestamp? time, string field)
    {
        try
        {
            return time?.ToDateTimeOffset();
        }
        catch (InvalidOperationException e)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, $"{field} lies outside the years 1 to 9999.", field, e);
        }
    }

    public static Wire.InlineTag ToWire(InlineTag tag) => new()
    {
        PositionUtf16 = tag.Position,
        Kind = (Wire.InlineTag.Types.Kind)(tag.Kind + 1),
        Id = tag.Id,
        Data = tag.Data,
        Type = tag.Type ?? "",
    };

    public static InlineTag ToModel(this Wire.InlineTag tag, int textLength, string field)
    {
        if (tag.PositionUtf16 < 0 || tag.PositionUtf16 > textLength)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, $"{field}.position_utf16 lies outside the text.", $"{field}.position_utf16");
        }

        var data = TextRules.Require(tag.Data, $"{field}.data", allowEmpty: true);
        var type = TextRules.Require(tag.Type, $"{field}.type", allowEmpty: true);
        return new InlineTag(tag.PositionUtf16, Known<InlineTagKind>((int)tag.Kind - 1, $"{field}.kind"), tag.Id, data, type.Length == 0 ? null : type);
    }

    /// <summary>Refuses a value of an enumeration that is not known here.</summary>
    public static T Known<T>(int value, string field)
        where T : struct, System.Enum =>
        System.Enum.IsDefined((T)(object)value)
            ? (T)(object)value
            : throw new DomainException(ErrorCode.ArgumentInvalid, $"{field} is not a value that this version knows.", field);
}
