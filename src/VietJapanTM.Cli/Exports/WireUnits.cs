using System.Collections.Immutable;
using VietJapanTM.Model;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Exports;

/// <summary>Units as a server sends them, as they are: also one that lost a character long ago must be exported.</summary>
internal static class WireUnits
{
    public static TranslationUnit Read(Wire.Unit unit, string memoryId) => new()
    {
        MemoryId = memoryId,
        Key = unit.Key.Length == 0 ? null : unit.Key,
        DocumentId = unit.Document.Length == 0 ? null : unit.Document[(unit.Document.LastIndexOf('/') + 1)..],
        Variants = [.. unit.Variants.Select(Read)],
        Confidences =
        [
            .. unit.Confidences.Select(c => new PairConfidence(LanguageTag.Parse(c.FirstLanguageCode), LanguageTag.Parse(c.SecondLanguageCode), c.Confidence)),
        ],
        Attributes = unit.Attributes.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Revision = unit.Revision,
    };

    private static Variant Read(Wire.Variant variant) => new()
    {
        Language = LanguageTag.Parse(variant.LanguageCode),
        Text = variant.Text,
        Tags =
        [
            .. variant.Tags.Select(t => new InlineTag(t.PositionUtf16, (InlineTagKind)((int)t.Kind - 1), t.Id, t.Data, t.Type.Length == 0 ? null : t.Type)),
        ],
        Status = (VariantStatus)((int)variant.Status - 1),
        Origin = (VariantOrigin)((int)variant.Origin - 1),
        Author = variant.Author,
        CreateTime = variant.CreateTime?.ToDateTimeOffset(),
        UpdateTime = variant.UpdateTime?.ToDateTimeOffset(),
        Position = variant.HasPosition ? variant.Position : null,
        Previous = variant.HasPreviousHash ? new ContextHash(variant.PreviousHash) : null,
        Next = variant.HasNextHash ? new ContextHash(variant.NextHash) : null,
    };
}
