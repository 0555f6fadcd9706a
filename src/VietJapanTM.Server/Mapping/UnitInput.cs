using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Mapping;

/// <summary>Units as clients write them: every value is known, every text well formed.</summary>
internal static class UnitInput
{
    private const int MaxVariants = 100;
    private const int MaxKeyLength = 1_024;

    /// <summary>Reads a unit that is to stand in the memory as it is sent.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="memoryId">The memory that receives it.</param>
    /// <param name="field">How the request calls it: <c>units[3]</c>.</param>
    /// <exception cref="DomainException">ArgumentInvalid, LanguageInvalid, TextEmpty, TextTooLong, TextMalformed, naming the field.</exception>
    public static TranslationUnit ToModel(this Wire.Unit unit, string memoryId, string field) => unit.Variants.Count > 0
        ? unit.ToPart(memoryId, field)
        : throw new DomainException(ErrorCode.ArgumentInvalid, $"{field}.variants is empty. Send 1 to {MaxVariants}.", $"{field}.variants");

    /// <summary>Reads what a request says of a unit, which may be without variants.</summary>
    /// <inheritdoc cref="ToModel(Wire.Unit, string, string)"/>
    public static TranslationUnit ToPart(this Wire.Unit unit, string memoryId, string field)
    {
        if (unit.Variants.Count > MaxVariants)
        {
            throw new DomainException(
                ErrorCode.ArgumentInvalid, $"{field}.variants has {unit.Variants.Count} entries. Send 1 to {MaxVariants}.", $"{field}.variants");
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
            DocumentId = unit.Document.Length == 0
                ? null
                : ResourceIds.Require(ResourceName.ParseDocument(unit.Document, $"{field}.document"), $"{field}.document"),
            Variants = [.. unit.Variants.Select((v, i) => v.ToModel($"{field}.variants[{i}]"))],
            Confidences = [.. unit.Confidences.Select((c, i) => c.ToModel($"{field}.confidences[{i}]"))],
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
        Status = variant.Status == Wire.Variant.Types.Status.Unspecified
            ? VariantStatus.Draft
            : UnitMapping.Known<VariantStatus>((int)variant.Status - 1, $"{field}.status"),
        Origin = variant.Origin == Wire.Variant.Types.Origin.Unspecified
            ? VariantOrigin.Typed
            : UnitMapping.Known<VariantOrigin>((int)variant.Origin - 1, $"{field}.origin"),
        Author = TextRules.Require(variant.Author, $"{field}.author", allowEmpty: true),
        CreateTime = UnitMapping.ReadTime(variant.CreateTime, $"{field}.create_time"),
        UpdateTime = UnitMapping.ReadTime(variant.UpdateTime, $"{field}.update_time"),
        Position = variant.HasPosition ? ReadPosition(variant.Position, $"{field}.position") : null,
        Previous = ReadContext(variant.HasPreviousText ? variant.PreviousText : null, variant.HasPreviousHash ? variant.PreviousHash : null, $"{field}.previous_text"),
        Next = ReadContext(variant.HasNextText ? variant.NextText : null, variant.HasNextHash ? variant.NextHash : null, $"{field}.next_text"),
    };

    private static ContextHash? ReadContext(string? text, ulong? hash, string field) =>
        text is not null ? ContextHash.Of(TextRules.Require(text, field, allowEmpty: true))
        : hash is { } value ? new ContextHash(value)
        : null;

    private static int ReadPosition(int position, string field) => position >= 0
        ? position
        : throw new DomainException(ErrorCode.ArgumentInvalid, $"{field} is {position}. Send 0 or more.", field);

    private static PairConfidence ToModel(this Wire.PairConfidence pair, string field) => pair.Confidence is >= 0 and <= 1
        ? new PairConfidence(
            Languages.Parse(pair.FirstLanguageCode, $"{field}.first_language_code"),
            Languages.Parse(pair.SecondLanguageCode, $"{field}.second_language_code"),
            pair.Confidence)
        : throw new DomainException(ErrorCode.ArgumentInvalid, $"{field}.confidence must be 0 to 1.", $"{field}.confidence");
}
