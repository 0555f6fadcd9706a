using VietJapanTM.Model;
using VietJapanTM.Terminology.Inflection;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>Collects the terms of one language and makes their automaton.</summary>
internal sealed class TermIndexBuilder
{
    private readonly LanguageRules _rules;
    private readonly TermVocabularyBuilder _vocabulary;
    private readonly List<Token> _raw = [];
    private readonly List<TermToken> _cut = [];
    private readonly List<PatternRow> _rows = [];
    private readonly List<int> _words = [];
    private readonly List<int> _classes = [];
    private readonly List<int> _ends = [];
    private bool _namesScripts;

    /// <summary>Begins an index for a language; its region does not matter.</summary>
    public TermIndexBuilder(LanguageTag language)
    {
        _rules = LanguageRules.For(language);
        _vocabulary = new TermVocabularyBuilder(_rules);
    }

    /// <summary>How many sections were added.</summary>
    public int Sections { get; private set; }

    /// <summary>Adds the terms of a section.</summary>
    public void Add(Concept concept, LanguageSection section)
    {
        Sections++;
        _namesScripts |= section.Language.Script is not null;
        foreach (var term in section.Terms)
        {
            var row = new PatternRow(concept, section, term);
            AddForm(in row, term.Text);
            foreach (var form in term.Forms)
            {
                AddForm(in row, form);
            }
        }
    }

    /// <summary>The index of what was added.</summary>
    public TermIndex Build()
    {
        var sequences = new SortedSequences(_classes, _ends);
        var vocabulary = _vocabulary.Build(out var numbers);
        var patterns = PatternTable.Make(sequences, _rows, _words.ConvertAll(word => numbers[word]), out var starts);
        var automaton = new TokenAutomaton(new TokenTrie(sequences), starts, vocabulary.Classes);
        return new TermIndex(vocabulary, automaton, patterns, _namesScripts);
    }

    private void AddForm(in PatternRow row, string form)
    {
        _raw.Clear();
        _cut.Clear();
        Tokenizer.Tokenize(form, _raw);
        TermTokens.Cut(form, _raw, _rules, _cut);
        if (_cut.Count == 0)
        {
            return;
        }

        foreach (var token in _cut)
        {
            var word = _vocabulary.Add(Surface.Of(form, token));
            _words.Add(word);
            _classes.Add(_vocabulary.ClassOf(word));
        }

        _rows.Add(row);
        _ends.Add(_words.Count);
    }
}
