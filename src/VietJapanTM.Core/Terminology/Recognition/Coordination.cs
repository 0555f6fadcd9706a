using VietJapanTM.Model;
using VietJapanTM.Terminology.Inflection;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>
/// Terms that share a word with another: <em>digital and green transformation</em> holds <em>digital transformation</em>,
/// <em>transformación verde y digital</em> <em>transformación digital</em>, and so does <em>transformación verde y la digital</em>. No automaton finds them, for their words stand apart; so the
/// check looks for the few terms that it would otherwise call missing.
/// </summary>
internal static class Coordination
{
    private const int ShortestGap = 2;
    private const int LongestGap = 4;

    /// <summary>True where a text has a conjunction, without which nothing shares a word.</summary>
    public static bool IsPossible(TermText text)
    {
        for (var at = 0; at < text.Count; at++)
        {
            if (IsConjunction(text, at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True where the words of a term stand in a text in order, with one gap: in English, where the head comes last, one that begins
    /// with a conjunction, elsewhere one that ends with it.
    /// </summary>
    public static bool Holds(TermText text, Concept concept, LanguageSection section, Term term)
    {
        var rules = LanguageRules.For(section.Language);
        var headComesLast = section.Language.Primary == "en";
        return TermPattern.Of(concept, section, term, rules).Any(p => p.Words.Length > 1 && Holds(text, p, rules, headComesLast));
    }

    private static bool Holds(TermText text, TermPattern pattern, LanguageRules rules, bool headComesLast)
    {
        for (var start = 0; start + pattern.Words.Length + ShortestGap <= text.Count; start++)
        {
            var before = 0;
            while (before < pattern.Words.Length && IsForm(text, start + before, pattern, before, rules))
            {
                before++;
            }

            // The gap may stand after any of the words that agree.
            for (; before > 0; before--)
            {
                for (var gap = ShortestGap; gap <= LongestGap; gap++)
                {
                    if (EndsLink(text, start + before + (headComesLast ? 0 : gap - 1)) && Follows(text, start + before + gap, pattern, before, rules))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool Follows(TermText text, int at, TermPattern pattern, int from, LanguageRules rules)
    {
        for (var i = from; i < pattern.Words.Length; i++)
        {
            if (!IsForm(text, at + i - from, pattern, i, rules))
            {
                return false;
            }
        }

        return from < pattern.Words.Length;
    }

    private static bool IsForm(TermText text, int at, TermPattern pattern, int word, LanguageRules rules) =>
        at < text.Count
        && (text.Word(at).Equals(pattern.Words[word], StringComparison.OrdinalIgnoreCase)
            || IsForm(pattern.Words[word], text.Word(at), pattern.Term, rules));

    private static bool IsForm(string term, ReadOnlySpan<char> word, Term of, LanguageRules rules)
    {
        var change = rules.Compare(term, word);
        return (change & (WordChange.Different | WordChange.Accent)) == 0 && ((change & WordChange.Inflection) == 0 || rules.Allows(change, of));
    }

    /// <summary>A conjunction, or an article behind one.</summary>
    private static bool EndsLink(TermText text, int at) =>
        IsConjunction(text, at) || (at > 0 && at < text.Count && text.Word(at) is "el" or "la" or "los" or "las" && IsConjunction(text, at - 1));

    private static bool IsConjunction(TermText text, int at) =>
        at < text.Count && text.Word(at) is "y" or "e" or "o" or "u" or "and" or "or" or "và" or "hoặc" or ",";
}
