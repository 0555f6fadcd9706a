using VietJapanTM.Model;
using VietJapanTM.Terminology.Inflection;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>Collects the terms of one language and makes their automaton.</summary>
internal sealed class TermIndexBuilder
{
    private readonly LanguageRules _rules;
    private readonly Dictionary<string, int> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly List<TermPattern> _patterns = [];
    private readonly List<int> _stateOfPattern = [];
    private readonly EdgeTable _edges = new();
    private readonly List<int> _parents = [0];
    private readonly List<int> _labels = [-1];
    private readonly List<bool> _accepts = [false];

    /// <summary>Begins an index for a language; its region does not matter.</summary>
    public TermIndexBuilder(LanguageTag language) => _rules = LanguageRules.For(language);

    /// <summary>Adds the terms of a section.</summary>
    public void Add(Concept concept, LanguageSection section)
    {
        foreach (var term in section.Terms)
        {
            foreach (var pattern in TermPattern.Of(concept, section, term, _rules))
            {
                _patterns.Add(pattern);
                _stateOfPattern.Add(Insert(pattern.Words));
            }
        }
    }

    /// <summary>The index of what was added.</summary>
    public TermIndex Build()
    {
        // Each state's patterns form a list in the order in which they were added.
        var first = new int[_parents.Count];
        Array.Fill(first, -1);
        var next = new int[_patterns.Count];
        for (var pattern = _patterns.Count - 1; pattern >= 0; pattern--)
        {
            var state = _stateOfPattern[pattern];
            next[pattern] = first[state];
            first[state] = pattern;
        }

        var automaton = new TokenAutomaton(_edges, _parents, _labels, _accepts);
        return new TermIndex(_rules, _tokens, automaton, [.. _patterns], first, next);
    }

    private int Insert(string[] words)
    {
        var state = 0;
        for (var i = words.Length - 1; i >= 0; i--)
        {
            words[i] = Interned(words[i]);
            var token = TokenId(words[i]);
            if (!_edges.TryGet(state, token, out var next))
            {
                next = _parents.Count;
                _edges.Add(state, token, next);
                _parents.Add(state);
                _labels.Add(token);
                _accepts.Add(false);
            }

            state = next;
        }

        _accepts[state] = true;
        return state;
    }

    private string Interned(string word)
    {
        if (!_words.TryGetValue(word, out var known))
        {
            _words[word] = known = word;
        }

        return known;
    }

    private int TokenId(string word)
    {
        Span<char> buffer = word.Length < LanguageRules.StackKey ? stackalloc char[LanguageRules.StackKey] : new char[word.Length + 1];
        var key = buffer[.._rules.WriteKey(word, buffer)].ToString();
        if (!_tokens.TryGetValue(key, out var id))
        {
            _tokens[key] = id = _tokens.Count;
        }

        return id;
    }
}
