using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Extraction;

/// <summary>
/// Proposes terms that a glossary lacks, from aligned texts, with their likely equivalents. Nothing is decided here: every candidate is for a
/// linguist to approve. Thread-safe.
/// </summary>
public static class TermExtractor
{
    /// <summary>Candidates kept for the search of equivalents in the other language, for each one wanted.</summary>
    private const int MostUnitsOfACandidate = 500;

    private static readonly RecognitionOptions AnyCase = new() { Overlapping = true, IncludeDrift = true, IgnoreCase = true };

    /// <summary>The candidates, the best first.</summary>
    /// <param name="texts">Aligned texts.</param>
    /// <param name="source">The language of the candidates.</param>
    /// <param name="target">The language of their equivalents.</param>
    /// <param name="known">A glossary whose terms are left out.</param>
    /// <param name="options">What to look for, or null for the defaults.</param>
    public static ImmutableArray<TermCandidate> Extract(
        IReadOnlyList<AlignedText> texts, LanguageTag source, LanguageTag target, TermRecognizer known, ExtractionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(known);
        options ??= ExtractionOptions.Default;
        var sources = new TokenizedTexts([.. texts.Select(t => t.Source)], source);
        var termhood = new Termhood(sources);
        var best = new PhraseTable(sources, options).Phrases
            .Select(p => (Phrase: p, Score: termhood.Of(p)))
            .Where(p => p.Score > 0)
            .OrderByDescending(p => p.Score)
            .ThenBy(p => p.Phrase.Form, StringComparer.Ordinal)
            .Where(p => !IsKnown(known, p.Phrase.Form, source))
            .Take(options.Limit)
            .ToList();
        if (best.Count == 0)
        {
            return [];
        }

        var equivalents = new EquivalentFinder(sources, new TokenizedTexts([.. texts.Select(t => t.Target)], target), options);
        return
        [
            .. best.Select(p => new TermCandidate
            {
                Text = p.Phrase.Form,
                Count = p.Phrase.Count,
                Score = p.Score,
                Equivalents = equivalents.Find(p.Phrase),
                Examples = [.. p.Phrase.Units.Take(MostUnitsOfACandidate).Select(u => texts[u]).OrderBy(t => t.Source.Length).Take(options.Examples)],
            }),
        ];
    }

    private static bool IsKnown(TermRecognizer known, string text, LanguageTag language) =>
        known.Recognize(text, language, AnyCase).Any(o => o.Span.StartUtf16 == 0 && o.Span.EndUtf16 == text.Length);
}
