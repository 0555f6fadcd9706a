using VietJapanTM.Model;
using VietJapanTM.Terminology.Inflection;
using VietJapanTM.Text;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>The terms of one language behind their automaton. Immutable and thread-safe.</summary>
/// <param name="rules">The language.</param>
/// <param name="tokens">Id of each token key.</param>
/// <param name="automaton">The automaton over these ids.</param>
/// <param name="patterns">The written forms of all terms; those of one state side by side.</param>
/// <param name="words">The words of all patterns.</param>
/// <param name="namesScripts">True where a section's language names its script.</param>
internal sealed class TermIndex(
    LanguageRules rules, KeyTable tokens, TokenAutomaton automaton, PatternRow[] patterns, string[] words, bool namesScripts)
{
    /// <summary>The occurrences in <paramref name="text"/>, by start and then from long to short.</summary>
    public List<TermOccurrence> Recognize(string text, LanguageTag language, RecognitionOptions options, out RecognitionWork work)
    {
        var cut = new TermText(text, rules);
        var states = new int[cut.Count];
        var lookups = automaton.Scan(TokenIds(cut), states);
        var candidate = new Candidate(cut, rules, options);
        var occurrences = new List<TermOccurrence>();
        var sharers = new Sharers();
        var counter = new CodePointCounter(text);
        for (var start = 0; start < states.Length;)
        {
            var skip = 1;
            for (var state = automaton.LongestOutput(states[start]); state != 0; state = automaton.ShorterOutput(state))
            {
                var length = automaton.Length(state);
                Verify(state, length, start, candidate, language, sharers);
                if (sharers.Count == 0)
                {
                    continue;
                }

                var span = SpanOf(text, cut[start].Start, cut[start + length - 1].End, counter);
                sharers.MoveTo(occurrences, span, span.Of(text).ToString());
                if (!options.Overlapping)
                {
                    skip = length;
                    break;
                }
            }

            start += skip;
        }

        work = new RecognitionWork(lookups, candidate.WordsCompared);
        return occurrences;
    }

    private void Verify(int state, int length, int start, Candidate candidate, LanguageTag language, Sharers sharers)
    {
        for (var at = automaton.FirstPattern(state); ; at++)
        {
            ref readonly var row = ref patterns[at];
            if (!namesScripts || SharesScript(row.Section.Language, language))
            {
                var pattern = new TermPattern(in row, words, length);
                if (candidate.Fits(pattern, start) is { } fit)
                {
                    sharers.Add(pattern, fit);
                }
            }

            if (row.IsLast)
            {
                return;
            }
        }
    }

    // The counter sees the starts alone, which never decrease: ends of nested terms would make it count again.
    private static TextSpan SpanOf(string text, int start, int end, CodePointCounter counter)
    {
        var codePoint = counter.Span(start, start).StartCodePoint;
        var length = 0;
        foreach (var _ in text.AsSpan(start, end - start).EnumerateRunes())
        {
            length++;
        }

        return new TextSpan(start, end, codePoint, codePoint + length);
    }

    private static bool SharesScript(LanguageTag one, LanguageTag other) =>
        one == other || one.Script is null || other.Script is null || one.Script == other.Script;

    private int[] TokenIds(TermText text)
    {
        var ids = new int[text.Count];
        Span<char> buffer = stackalloc char[LanguageRules.StackKey];
        for (var i = 0; i < ids.Length; i++)
        {
            var word = text.Word(i);
            var key = word.Length < buffer.Length ? buffer : new char[word.Length + 1];
            ids[i] = tokens.Find(key[..rules.WriteKey(word, key)]);
        }

        return ids;
    }
}
