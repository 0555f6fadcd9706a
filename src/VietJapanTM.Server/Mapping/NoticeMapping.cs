using VietJapanTM.Alignment;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Text.Segmentation;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Mapping;

/// <summary>What is strange about texts, on the wire.</summary>
internal static class NoticeMapping
{
    public static Wire.TextNotice ToWire(this LanguageDoubt doubt) => new()
    {
        Kind = Wire.TextNotice.Types.Kind.LanguageDoubtful,
        LanguageCode = doubt.Stated.Value,
        LikelyLanguageCode = doubt.Likely.Value,
        Message = $"{doubt.ToSentence()} If texts and languages are not in the same order, change the order.",
    };

    public static Wire.TextNotice ToWire(this TranslationDoubt doubt) => new()
    {
        Kind = doubt.LengthRatio is null ? Wire.TextNotice.Types.Kind.NotTranslations : Wire.TextNotice.Types.Kind.LengthsDiffer,
        LanguageCode = doubt.Source.Value,
        OtherLanguageCode = doubt.Target.Value,
        Message = doubt.ToSentence(),
    };

    public static Wire.TextNotice ToWire(this MissingPart part) => new()
    {
        Kind = Wire.TextNotice.Types.Kind.PartMissing,
        LanguageCode = part.Language.Value,
        OtherLanguageCode = part.Other.Value,
        Message = Sentence(part.ToString()),
    };

    /// <summary>What is strange, in a sentence.</summary>
    public static string ToSentence(this LanguageDoubt doubt) => $"The text marked {doubt.Stated} reads like {doubt.Likely}.";

    /// <summary>What is strange, in a sentence.</summary>
    public static string ToSentence(this TranslationDoubt doubt) => Sentence(doubt.ToString());

    /// <summary>All that is strange about aligned texts, what concerns their languages first.</summary>
    public static IEnumerable<Wire.TextNotice> Of(IEnumerable<LanguageDoubt> doubts, IEnumerable<TranslationDoubt> mismatches, IEnumerable<MissingPart> missing) =>
        doubts.Select(ToWire).Concat(mismatches.Select(ToWire)).Concat(missing.Select(ToWire));

    /// <summary>What a request's own rules lack for the languages of its texts.</summary>
    public static IEnumerable<Wire.TextNotice> Of(SegmentationRules? rules, IReadOnlyCollection<LanguageTag> languages) => (rules?.RefusedFor(languages) ?? []).Select(ToWire);

    private static string Sentence(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}.";

    private static Wire.TextNotice ToWire(Diagnostic refused) => new() { Kind = Wire.TextNotice.Types.Kind.RuleRefused, Message = refused.ToString() };
}
