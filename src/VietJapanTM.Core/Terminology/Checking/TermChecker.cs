using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Checking;

/// <summary>Checks texts against a glossary by the rules of <see cref="CheckRules"/>. Immutable and thread-safe.</summary>
public sealed class TermChecker
{
    private readonly TermRecognizer _recognizer;

    /// <summary>Makes the check of a glossary.</summary>
    public TermChecker(TermRecognizer recognizer)
    {
        ArgumentNullException.ThrowIfNull(recognizer);
        _recognizer = recognizer;
    }

    /// <summary>What is wrong with <paramref name="target"/> as a translation of <paramref name="source"/>.</summary>
    /// <param name="source">The source text.</param>
    /// <param name="sourceLanguage">Its language.</param>
    /// <param name="target">The target text; an empty one fails no rule.</param>
    /// <param name="targetLanguage">Its language.</param>
    /// <param name="options">The rules' weights, or null for their defaults.</param>
    /// <returns>The findings: those in the target by place, then those in the source by place.</returns>
    public ImmutableArray<Finding> Check(
        string source, LanguageTag sourceLanguage, string target, LanguageTag targetLanguage, CheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        return Run(new CheckedTexts(_recognizer, source, sourceLanguage, target, targetLanguage, options ?? CheckOptions.Default));
    }

    /// <summary>What is wrong with a text on its own: forbidden terms, drift.</summary>
    /// <param name="text">The text; findings call it the target.</param>
    /// <param name="language">Its language.</param>
    /// <param name="options">The rules' weights, or null for their defaults.</param>
    /// <returns>The findings by place.</returns>
    public ImmutableArray<Finding> CheckText(string text, LanguageTag language, CheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Run(new CheckedTexts(_recognizer, null, language, text, language, options ?? CheckOptions.Default));
    }

    private static ImmutableArray<Finding> Run(CheckedTexts texts)
    {
        var findings = new List<Finding>();
        foreach (var check in CheckRules.Checks)
        {
            check.Run(texts, findings);
        }

        return
        [
            .. findings
                .OrderByDescending(f => f.Side)
                .ThenBy(f => f.Span.StartUtf16)
                .ThenBy(f => f.Rule.Id, StringComparer.Ordinal)
                .ThenBy(f => f.Concept.Id, StringComparer.Ordinal),
        ];
    }
}
