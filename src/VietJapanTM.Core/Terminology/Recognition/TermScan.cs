using VietJapanTM.Model;
using VietJapanTM.Terminology.Inflection;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>
/// One text in one index: where patterns may begin, and whether they do. What the automaton found serves one recognition after another. For one thread.
/// </summary>
internal sealed class TermScan
{
    private readonly TermIndex _index;
    private readonly IReadOnlySet<Concept> _without;
    private readonly TermText _text;
    private readonly LanguageTag _language;
    private readonly KnownWord[] _words;
    private readonly int[] _states;
    private Candidate _candidate;
    private WordChange[] _changes = [];
    private string[] _term = [];

    /// <summary>Runs the automaton over the text.</summary>
    /// <param name="index">The index.</param>
    /// <param name="without">Concepts of the index that do not count.</param>
    /// <param name="text">The text.</param>
    /// <param name="language">Its language.</param>
    public TermScan(TermIndex index, IReadOnlySet<Concept> without, TermText text, LanguageTag language)
    {
        _index = index;
        _without = without;
        _text = text;
        _language = language;
        _candidate = new Candidate(text, index.Vocabulary.Rules, RecognitionOptions.Default);
        _words = index.Vocabulary.Find(text);
        _states = new int[text.Count];
        EdgeLookups = index.Automaton.Scan(_words, _states);
    }

    /// <summary>Edges looked up in the automaton.</summary>
    public int EdgeLookups { get; }

    /// <summary>Words of candidates compared with words of the text since the recognition began.</summary>
    public long WordsCompared { get; private set; }

    /// <summary>Begins a recognition.</summary>
    /// <param name="options">What fits.</param>
    public void Begin(RecognitionOptions options)
    {
        _candidate = new Candidate(_text, _index.Vocabulary.Rules, options);
        WordsCompared = 0;
    }

    /// <summary>The state of the longest pattern that may begin at a token, or 0.</summary>
    public int LongestAt(int start) => _index.Automaton.LongestOutput(_states[start]);

    /// <summary>The state of the next shorter one, or 0.</summary>
    public int ShorterThan(int state) => _index.Automaton.ShorterOutput(state);

    /// <summary>The number of tokens of the patterns of a state; 0 for state 0.</summary>
    public int Length(int state) => state == 0 ? 0 : _index.Automaton.Length(state);

    /// <summary>Adds the patterns of a state that do stand at a token.</summary>
    public void Verify(int state, int length, int start, Sharers sharers)
    {
        var patterns = _index.Patterns;
        for (var at = _index.Automaton.FirstPattern(state); ; at += 1 + length)
        {
            if (Fits(at, length, start) is { } fit)
            {
                ref readonly var row = ref patterns.Row(at);
                if ((_without.Count == 0 || !_without.Contains(row.Concept))
                    && (!_index.NamesScripts || SharesScript(row.Section.Language, _language)))
                {
                    sharers.Add(in row, fit);
                }
            }

            if (patterns.IsLast(at))
            {
                return;
            }
        }
    }

    private static bool SharesScript(LanguageTag one, LanguageTag other) =>
        one == other || one.Script is null || other.Script is null || one.Script == other.Script;

    // Numbers tell what stands there letter by letter, and refuse most of the rest; only then are letters and the term looked at.
    private Fit? Fits(int at, int length, int start)
    {
        var patterns = _index.Patterns;
        var words = patterns.Words(at, length);
        if (_changes.Length < length)
        {
            (_changes, _term) = (new WordChange[length + 4], new string[length + 4]);
        }

        var any = WordChange.Same;
        var isWritten = true;
        for (var i = 0; i < length; i++)
        {
            WordsCompared++;
            var word = _words[start + i];
            _changes[i] = WordChange.Same;
            if (word.Surface == words[i])
            {
                continue;
            }

            isWritten = false;
            any |= _changes[i] = word.ChangeOf(words[i], _index.Vocabulary, out var alone);
            if ((any & WordChange.Different) != 0 || (length == 1 && !alone))
            {
                return null;
            }
        }

        return isWritten ? _candidate.FitsAsWritten(patterns.Row(at).Term, start, length)
            : (any & WordChange.Inflection) != 0 && !patterns.Inflects(at) ? null
            : _candidate.Fits(Pattern(at, words), start, _changes.AsSpan(0, length));
    }

    private TermPattern Pattern(int at, ReadOnlySpan<int> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            _term[i] = _index.Vocabulary.Word(words[i]);
        }

        return new TermPattern(in _index.Patterns.Row(at), _term, words.Length, _index.Patterns.Inflects(at), _index.Patterns.IsAcronym(at));
    }
}
