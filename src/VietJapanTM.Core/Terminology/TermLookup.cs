using System.Collections.Immutable;
using VietJapanTM.Model;
using VietJapanTM.Text;

namespace VietJapanTM.Terminology;

/// <summary>
/// Looks terms up as people type them: in any case, inflected, with or without an article. Immutable and thread-safe.
/// </summary>
public sealed class TermLookup
{
    private static readonly RecognitionOptions AnyCase = new() { Overlapping = true, IncludeDrift = true, IgnoreCase = true };
    private readonly TermRecognizer _recognizer;
    private readonly Lazy<ImmutableArray<Entry>> _entries;

    /// <summary>Makes the look-up of a glossary.</summary>
    public TermLookup(TermRecognizer recognizer)
    {
        ArgumentNullException.ThrowIfNull(recognizer);
        _recognizer = recognizer;
        _entries = new Lazy<ImmutableArray<Entry>>(() => Sorted(recognizer));
    }

    /// <summary>
    /// The concepts that <paramref name="text"/> as a whole names in <paramref name="language"/>: exact matches first, then
    /// inflected ones, then misspelt ones. Articles, contracted prepositions and punctuation around the term do not count.
    /// Empty where nothing matches.
    /// </summary>
    public ImmutableArray<TermMatch> LookupTerm(string text, LanguageTag language)
    {
        ArgumentNullException.ThrowIfNull(text);
        return
        [
            .. _recognizer.Recognize(text, language, AnyCase)
                .Where(o => IsAll(text, o.Span, language))
                .OrderBy(o => o.Match)
                .ThenByDescending(o => o.Text.Equals(o.Term.Text, StringComparison.Ordinal))
                .Select(o => new TermMatch(o.Concept, o.Section, o.Term, o.Match)),
        ];
    }

    /// <summary>Terms that begin with <paramref name="prefix"/> in any case, in ordinal order of their lower case.</summary>
    /// <param name="prefix">What was typed so far.</param>
    /// <param name="language">The language of the terms.</param>
    /// <param name="limit">At most so many, 1 or more.</param>
    public ImmutableArray<TermMatch> Suggest(string prefix, LanguageTag language, int limit = 10)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var key = Entry.KeyOf(prefix);
        var entries = _entries.Value;
        var found = ImmutableArray.CreateBuilder<TermMatch>();
        for (var i = FirstFrom(entries, key); i < entries.Length && found.Count < limit; i++)
        {
            if (!entries[i].Key.StartsWith(key, StringComparison.Ordinal))
            {
                break;
            }

            if (entries[i].Match.Section.Language.Primary == language.Primary)
            {
                found.Add(entries[i].Match);
            }
        }

        return found.ToImmutable();
    }

    private static bool IsAll(string text, TextSpan span, LanguageTag language) =>
        !text.AsSpan(span.EndUtf16).ContainsAnyLetterOrDigit()
        && Articles.Cover(text.AsSpan(0, span.StartUtf16), language);

    private static int FirstFrom(ImmutableArray<Entry> entries, string key)
    {
        var (low, high) = (0, entries.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(entries[middle].Key, key) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static ImmutableArray<Entry> Sorted(TermRecognizer recognizer) =>
    [
        .. (from concept in recognizer.Concepts
            from section in concept.Languages
            from term in section.Terms
            select new Entry(Entry.KeyOf(term.Text), new TermMatch(concept, section, term, MatchKind.Exact)))
            .OrderBy(e => e.Key, StringComparer.Ordinal),
    ];

    private readonly record struct Entry(string Key, TermMatch Match)
    {
        public static string KeyOf(string text) => text.ToLowerInvariant();
    }
}
