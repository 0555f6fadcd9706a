using Google.Protobuf.WellKnownTypes;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Mapping;

/// <summary>Units on the wire.</summary>
internal static class UnitMapping
{
    public static Wire.Unit ToWire(this TranslationUnit unit)
    {
        var wire = new Wire.Unit
        {
            Name = unit.Id.Length == 0 ? "" : ResourceName.Unit(unit.MemoryId, unit.Id),
            Key = unit.Key ?? "",
            Document = unit.DocumentId is null ? "" : ResourceName.Document(unit.DocumentId),
            Variants = { unit.Variants.Select(ToWire) },
            Revision = unit.Revision,
            Etag = unit.Revision == 0 ? "" : Etags.Of(unit.Revision),
            Confidences = { unit.Confidences.Select(ToWire) },
        };
        wire.Attributes.Add(unit.Attributes);
        return wire;
    }

    public static Wire.Variant ToWire(this Variant variant)
    {
        var wire = new Wire.Variant
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
        if (variant.Position is { } position)
        {
            wire.Position = position;
        }

        if (variant.Previous is { } previous)
        {
            wire.PreviousHash = previous.Value;
        }

        if (variant.Next is { } next)
        {
            wire.NextHash = next.Value;
        }

        return wire;
    }

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

    private static Wire.PairConfidence ToWire(PairConfidence pair) =>
        new() { FirstLanguageCode = pair.First.Value, SecondLanguageCode = pair.Second.Value, Confidence = pair.Confidence };

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
