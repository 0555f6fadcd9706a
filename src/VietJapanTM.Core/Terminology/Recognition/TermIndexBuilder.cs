using VietJapanTM.Model;
using VietJapanTM.Terminology.Inflection;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>Collects the terms of one language and makes their automaton.</summary>
internal sealed class TermIndexBuilder
{
    private readonly LanguageRules _rules;
    private readonly KeyTable _tokens = new();
    private readonly KeyTable _surfaces = new();
    private readonly List<(string Word, int Token)> _wordOfSurface = [];
    private readonly List<TermToken> _cut = [];
    private readonly List<(Concept Concept, LanguageSection Section, Term Term)> _terms = [];
    private readonly List<string> _words = [];
    private readonly List<int> _tokenOfWord = [];
    private readonly List<int> _ends = [];

    private bool _namesScripts;

    /// <summary>Begins an index for a language; its region does not matter.</summary>
    public TermIndexBuilder(LanguageTag language) => _rules = LanguageRules.For(language);

    /// <summary>Adds the terms of a section.</summary>
    public void Add(Concept concept, LanguageSection section)
    {
        _namesScripts |= section.Language.Script is not null;
        foreach (var term in section.Terms)
        {
            AddForm(concept, section, term, term.Text);
            foreach (var form in term.Forms)
            {
                AddForm(concept, section, term, form);
            }
        }
    }

    /// <summary>The index of what was added.</summary>
    public TermIndex Build()
    {
        var sequences = new SortedSequences(_tokenOfWord, _ends);
        var rows = new PatternRow[sequences.Count];
        for (var at = 0; at < rows.Length; at++)
        {
            var (concept, section, term) = _terms[sequences.Original(at)];
            rows[at] = new PatternRow(concept, section, term, _ends[sequences.Original(at)] - sequences.Length(at), !sequences.EqualsNext(at));
        }

        _tokens.Trim();
        var automaton = new TokenAutomaton(new TokenTrie(sequences), _tokens.Count);
        return new TermIndex(_rules, _tokens, automaton, rows, [.. _words], _namesScripts);
    }

    private void AddForm(Concept concept, LanguageSection section, Term term, string form)
    {
        _cut.Clear();
        TermTokens.Cut(form, _rules, _cut);
        if (_cut.Count == 0)
        {
            return;
        }

        foreach (var token in _cut)
        {
            var (word, id) = Interned(Surface.Of(form, token));
            _words.Add(word);
            _tokenOfWord.Add(id);
        }

        _terms.Add((concept, section, term));
        _ends.Add(_words.Count);
    }

    // Few words make many terms: each is stored and keyed once.
    private (string Word, int Token) Interned(ReadOnlySpan<char> surface)
    {
        var number = _surfaces.Add(surface);
        if (number == _wordOfSurface.Count)
        {
            var buffer = surface.Length < LanguageRules.StackKey ? stackalloc char[LanguageRules.StackKey] : new char[surface.Length + 1];
            _wordOfSurface.Add((surface.ToString(), _tokens.Add(buffer[.._rules.WriteKey(surface, buffer)])));
        }

        return _wordOfSurface[number];
    }
}
