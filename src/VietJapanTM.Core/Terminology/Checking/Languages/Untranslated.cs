using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Checking.Languages;

/// <summary>VJT010: a target that is the source again, or is written in another language.</summary>
internal sealed class Untranslated : ICheck
{
    private const int FewWords = 3;
    private const int ManyWords = 6;
    private const int LowerWords = 5;
    private const int FewJapanese = 4;

    /// <inheritdoc/>
    public CheckRule Rule { get; } = new(
        "VJT010",
        "Untranslated segment",
        "The target repeats the source, or its words are those of another language, as far as function words and the vocabularies tell. The rule keeps silent about names, numbers, web addresses and codes, "
            + "and about segments too short to tell.",
        RuleExample.Pair(LanguageTag.English, "Both leaders met in Hanoi.", LanguageTag.Spanish, "Both leaders met in Hanoi."),
        RuleExample.Pair(LanguageTag.English, "Both leaders met in Hanoi.", LanguageTag.Spanish, "Ambos líderes se reunieron en Hanói."),
        FindingSeverity.Warning);

    /// <inheritdoc/>
    public void Run(CheckedTexts texts, List<Finding> findings)
    {
        var segment = texts.Segment;
        if (!texts.IsPair || !texts.HasTarget || segment.SourceLanguage.Primary == segment.TargetLanguage.Primary)
        {
            return;
        }

        var evidence = new LanguageEvidence(segment.Target, texts.TargetTokens);
        var isCopy = segment.Target.AsSpan().Trim().Equals(segment.Source.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);
        var message = isCopy && IsWorthTranslating(evidence, segment.TargetLanguage.Primary)
            ? "The target is the source again. Translate it."
            : WrongLanguage(evidence, segment.TargetLanguage.Primary) is { } language
                ? $"The target is written in {language}, not in {NameOf(segment.TargetLanguage.Primary)}. Translate it, or correct its language code."
                : null;
        if (message is not null
            && texts.At(TextSide.Target, texts.TargetTokens[0].Start, texts.TargetTokens[^1].End, Rule, message) is { } finding)
        {
            findings.Add(finding);
        }
    }

    /// <summary>A copy is a fault where it has words that are no names.</summary>
    private static bool IsWorthTranslating(LanguageEvidence evidence, string target) => target == "ja"
        ? evidence.LowerWords >= FewWords
        : evidence.Hiragana >= 2
            || (evidence.Words >= FewWords && evidence.LowerWords >= 2 && evidence.FunctionWordsOf(target) == 0
                && (evidence.Likeliest() is not null || evidence.LowerWords >= FewWords));

    /// <summary>The language that the target seems to be written in where that is not its own, or null.</summary>
    private static string? WrongLanguage(LanguageEvidence evidence, string target)
    {
        if (target is not ("es" or "en" or "vi" or "ja"))
        {
            return null;
        }

        if (target != "ja" && evidence.Hiragana >= FewJapanese && evidence.Japanese > evidence.Letters)
        {
            return NameOf("ja");
        }

        var other = evidence.Likeliest();
        if (evidence.FunctionWordsOf(target) == 0 && evidence.Japanese == 0 && evidence.LowerWords >= LowerWords
            && VocabularyEvidence.Likeliest(evidence.LowerCase(), target) is { } language && (other is null || other == language))
        {
            return NameOf(language);
        }

        return other is not null && other != target && evidence.Words >= ManyWords
            && evidence.FunctionWordsOf(other) >= FewWords && evidence.FunctionWordsOf(other) * 4 >= evidence.Words
            && (target == "ja" ? evidence.Japanese == 0 : evidence.FunctionWordsOf(target) * 4 <= evidence.FunctionWordsOf(other))
                ? NameOf(other)
                : null;
    }

    private static string NameOf(string language) => language switch
    {
        "es" => "Spanish",
        "en" => "English",
        "vi" => "Vietnamese",
        "ja" => "Japanese",
        _ => language,
    };
}
