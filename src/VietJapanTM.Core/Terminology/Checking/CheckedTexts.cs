using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Checking;

/// <summary>A source and a target with the terms in them; or a target alone.</summary>
internal sealed class CheckedTexts
{
    private static readonly RecognitionOptions Longest = new() { IncludeDrift = true };
    private static readonly RecognitionOptions Every = new() { IncludeDrift = true, Overlapping = true };
    private readonly CheckOptions _options;

    /// <summary>Recognises the terms.</summary>
    public CheckedTexts(
        TermRecognizer recognizer,
        string? source,
        LanguageTag sourceLanguage,
        string target,
        LanguageTag targetLanguage,
        CheckOptions options)
    {
        _options = options;
        TargetLanguage = targetLanguage;
        IsPair = source is not null;
        HasTarget = Articles.ContainsAnyLetterOrDigit(target);
        Source = source is null ? [] : recognizer.Recognize(source, sourceLanguage, Longest);
        Target = recognizer.Recognize(target, targetLanguage, Longest);
        TargetConcepts = IsPair
            ? [.. recognizer.Recognize(target, targetLanguage, Every).Where(o => o.IsApproved).Select(o => o.Concept.Id)]
            : [];
        SourceConcepts = [.. Source.Where(o => o.IsLikely).Select(o => o.Concept.Id)];
    }

    /// <summary>False where a text is checked on its own.</summary>
    public bool IsPair { get; }

    /// <summary>False where the target holds no letter and no digit.</summary>
    public bool HasTarget { get; }

    /// <summary>The target's language.</summary>
    public LanguageTag TargetLanguage { get; }

    /// <summary>The longest terms in the source, drift included.</summary>
    public ImmutableArray<TermOccurrence> Source { get; }

    /// <summary>The longest terms in the target, drift included.</summary>
    public ImmutableArray<TermOccurrence> Target { get; }

    /// <summary>Ids of the concepts that the source names.</summary>
    public HashSet<string> SourceConcepts { get; }

    /// <summary>Ids of the concepts of which an approved term stands anywhere in the target, inside longer terms too.</summary>
    public HashSet<string> TargetConcepts { get; }

    /// <summary>A finding at an occurrence, or null where the rule is silenced.</summary>
    public Finding? At(TermOccurrence occurrence, TextSide side, CheckRule rule, string message)
    {
        var severity = _options.SeverityOf(rule);
        return severity == FindingSeverity.Off
            ? null
            : new Finding
            {
                Rule = rule,
                Severity = severity,
                Side = side,
                Span = occurrence.Span,
                Text = occurrence.Text,
                Concept = occurrence.Concept,
                Term = occurrence.Term,
                Message = message,
            };
    }

    /// <summary>The approved terms of a concept in a language, the preferred one first.</summary>
    public static ImmutableArray<string> Approved(Concept concept, LanguageTag language) =>
    [
        .. concept.Languages
            .Where(s => s.Language.Primary == language.Primary)
            .SelectMany(s => s.Terms)
            .Where(t => t.Status is AdministrativeStatus.Preferred or AdministrativeStatus.Admitted)
            .OrderByDescending(t => t.Status == AdministrativeStatus.Preferred)
            .Select(t => t.Text)
            .Distinct(StringComparer.Ordinal),
    ];
}
