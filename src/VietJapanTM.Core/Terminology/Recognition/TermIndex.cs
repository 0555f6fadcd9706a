using VietJapanTM.Model;
using VietJapanTM.Terminology.Inflection;
using VietJapanTM.Text;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>The terms of one language behind their automaton. Immutable and thread-safe.</summary>
/// <param name="rules">The language.</param>
/// <param name="tokens">Id of each token key.</param>
/// <param name="automaton">The automaton over these ids.</param>
/// <param name="patterns">The written forms of all terms.</param>
/// <param name="firstPattern">For each state its first pattern, or -1.</param>
/// <param name="nextPattern">For each pattern the next one of the same state, or -1.</param>
internal sealed class TermIndex(
    LanguageRules rules,
    Dictionary<string, int> tokens,
    TokenAutomaton automaton,
    TermPattern[] patterns,
    int[] firstPattern,
    int[] nextPattern)
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _tokens =
        tokens.GetAlternateLookup<ReadOnlySpan<char>>();

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
                Verify(state, start, candidate, language, sharers);
                if (sharers.Count == 0)
                {
                    continue;
                }

                var length = automaton.Length(state);
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

    private void Verify(int state, int start, Candidate candidate, LanguageTag language, Sharers sharers)
    {
        for (var pattern = firstPattern[state]; pattern >= 0; pattern = nextPattern[pattern])
        {
            if (SharesScript(patterns[pattern].Section.Language, language) && candidate.Fits(patterns[pattern], start) is { } fit)
            {
                sharers.Add(patterns[pattern], fit);
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
            ids[i] = _tokens.TryGetValue(key[..rules.WriteKey(word, key)], out var id) ? id : -1;
        }

        return ids;
    }
}
