using Google.Protobuf;
using VietJapanTM.Alignment;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Text.Mending;
using VietJapanTM.Text.Segmentation;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Mapping;

/// <summary>Reads what requests about texts have in common.</summary>
internal static class AlignmentRequests
{
    /// <summary>Largest file of segmentation rules, in bytes.</summary>
    private const int MaxRulesLength = 1_048_576;

    public static List<(LanguageTag Language, string Text)> ReadTexts(IReadOnlyList<Wire.LanguageText> texts, Action<LanguageTag>? support)
    {
        if (texts.Count is < 2 or > MultilingualAligner.MaxLanguages)
        {
            throw new DomainException(
                ErrorCode.ArgumentInvalid,
                $"texts has {texts.Count} entries. Send 2 to {MultilingualAligner.MaxLanguages}, each in a language of its own.",
                "texts");
        }

        var read = texts.Select((t, i) => Read(t, $"texts[{i}]", support)).ToList();
        var twice = read.GroupBy(t => t.Language).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? read
            : throw new DomainException(ErrorCode.ArgumentInvalid, $"texts has two entries in '{twice.Key}'.", "texts");
    }

    public static (LanguageTag Language, string Text) Read(Wire.LanguageText? text, string field, Action<LanguageTag>? support) => text is null
        ? throw new DomainException(ErrorCode.TextEmpty, $"{field} is missing. Send a text and its language.", field)
        : (Languages.Parse(text.LanguageCode, $"{field}.language_code", support), TextRules.Require(text.Text, $"{field}.text", TextRules.MaxDocumentLength));

    /// <summary>The segmentation rules that a request brings along; null where it brings none.</summary>
    /// <param name="file">The SRX file.</param>
    public static SegmentationRules? ReadRules(ByteString file)
    {
        const string field = "segmentation_rules";
        if (file.Length > MaxRulesLength)
        {
            throw new DomainException(
                ErrorCode.ArgumentInvalid, $"{field} has {file.Length} bytes, more than the {MaxRulesLength} that a file of rules may have.", field);
        }

        return file.IsEmpty ? null : SegmentationRules.Read(field, new MemoryStream(file.ToByteArray()), new List<Diagnostic>());
    }

    /// <summary>Refuses languages that the rules, the shipped ones where there are none, say nothing of.</summary>
    public static Action<LanguageTag> SegmentableBy(SegmentationRules? rules) => language => (rules ?? SegmentationRules.Shipped).For(language);

    /// <summary>What is mended; nothing unless the request asks for it, by the flag or by naming kinds.</summary>
    public static MendKind Mending(bool mend, IReadOnlyCollection<string> kinds) =>
        mend || kinds.Count > 0 ? MendKindNames.Parse(kinds, "mend_kinds") : MendKind.None;
}
