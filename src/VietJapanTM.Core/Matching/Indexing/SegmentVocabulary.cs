using System.Collections.Concurrent;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Matching.Indexing;

/// <summary>
/// Numbers for the token forms of one language under one profile. It only grows: one writer adds, any number of readers look
/// up without a lock. A form's entry is in place before its number can be found.
/// </summary>
internal sealed class SegmentVocabulary
{
    /// <summary>The key of every number, where numbers replace one another cheaply.</summary>
    private const int NumberKey = 0;

    private readonly ConcurrentDictionary<string, int> _formIds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _formIdsBySpan;
    private readonly ConcurrentDictionary<string, int> _stringIds = new(StringComparer.Ordinal);
    private FormEntry[] _forms = new FormEntry[256];
    private int _formCount;
    private int _stringCount = NumberKey + 1;

    public SegmentVocabulary(SegmentAnalyzer analyzer)
    {
        Analyzer = analyzer;
        _formIdsBySpan = _formIds.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public SegmentAnalyzer Analyzer { get; }

    public MatchProfile Profile => Analyzer.Profile;

    /// <summary>The entries by form number; holds at least every form that a search can meet.</summary>
    public FormEntry[] Forms => Volatile.Read(ref _forms);

    /// <summary>Keys are below this.</summary>
    public int KeyLimit => Volatile.Read(ref _stringCount);

    /// <summary>
    /// Cuts a segment into symbols and keys, learning what is new. For the writer. Under plain the keys say all, and there are no symbols.
    /// </summary>
    /// <returns>The segment's weight.</returns>
    public int Encode(string text, List<Symbol> symbols, List<int> keys)
    {
        var tokens = Analyzer.Cut(text);
        var weight = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var id = Learn(tokens[i].Of(text), tokens[i].Kind);
            ref readonly var form = ref _forms[id];
            weight += Profile.Costs.Weight(form.Kind);
            if (!Profile.IsPlain)
            {
                symbols.Add(new Symbol(id, Analyzer.GapBefore(text, tokens, i)));
            }

            if (form.Key >= 0)
            {
                keys.Add(form.Key);
            }
        }

        return weight;
    }

    /// <summary>Cuts a query into entries. For readers; take the snapshot first.</summary>
    public QuerySegment Analyze(string text)
    {
        var tokens = Analyzer.Cut(text);
        var entries = new FormEntry[tokens.Count];
        var gaps = new Gap[tokens.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = Find(tokens[i].Of(text), tokens[i].Kind);
            gaps[i] = Analyzer.GapBefore(text, tokens, i);
        }

        return new QuerySegment(Profile, entries, gaps);
    }

    private int Learn(ReadOnlySpan<char> token, TokenKind kind)
    {
        if (_formIdsBySpan.TryGetValue(token, out var id))
        {
            return id;
        }

        var surface = token.ToString();
        var form = Analyzer.FormOf(surface, kind);
        if (!_formIds.TryGetValue(form.Text, out id))
        {
            id = Append(Number(form, Intern));
            _formIds[form.Text] = id;
        }

        _formIds[surface] = id;
        return id;
    }

    private FormEntry Find(ReadOnlySpan<char> token, TokenKind kind)
    {
        if (!_formIdsBySpan.TryGetValue(token, out var id))
        {
            var form = Analyzer.FormOf(token.ToString(), kind);
            if (!_formIds.TryGetValue(form.Text, out id))
            {
                var unknown = Number(form, s => _stringIds.TryGetValue(s, out var known) ? known : -1);
                unknown.Form = -1;
                return unknown;
            }
        }

        return Forms[id];
    }

    private FormEntry Number(TokenForm form, Func<string, int> number)
    {
        var entry = new FormEntry { Kind = form.Kind, Fold = number(form.Fold) };
        entry.Key = !Profile.IsKeyed(form.Kind) ? -1
            : Profile.Costs.Replaced(form.Kind) < EditCosts.Word ? NumberKey
            : entry.Fold;
        for (var i = 0; i < form.Residues.Length; i++)
        {
            entry.Residues[i] = number(form.Residues[i]);
        }

        return entry;
    }

    private int Intern(string text)
    {
        if (!_stringIds.TryGetValue(text, out var id))
        {
            id = _stringCount;
            Volatile.Write(ref _stringCount, id + 1);
            _stringIds[text] = id;
        }

        return id;
    }

    private int Append(FormEntry entry)
    {
        var id = _formCount++;
        entry.Form = id;
        if (id == _forms.Length)
        {
            var larger = new FormEntry[id * 2];
            _forms.CopyTo(larger, 0);
            larger[id] = entry;
            Volatile.Write(ref _forms, larger);
        }
        else
        {
            _forms[id] = entry;
        }

        return id;
    }
}
