using VietJapanTM.Model;
using VietJapanTM.Terminology.Inflection;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>One written form of a term, ready to be compared with text.</summary>
internal readonly struct TermPattern
{
    private readonly string[] _words;
    private readonly int _count;

    /// <summary>Makes a pattern.</summary>
    public TermPattern(Concept concept, LanguageSection section, Term term, string[] words)
    {
        Concept = concept;
        Section = section;
        Term = term;
        _words = words;
        _count = words.Length;
        Inflects = term.Forms.IsEmpty;
        IsAcronym = term.Type == TermType.Acronym;
    }

    /// <summary>Makes a stored pattern, without a look at its term.</summary>
    public TermPattern(in PatternRow row, string[] words, int count, bool inflects, bool isAcronym)
    {
        Concept = row.Concept;
        Section = row.Section;
        Term = row.Term;
        _words = words;
        _count = count;
        Inflects = inflects;
        IsAcronym = isAcronym;
    }

    /// <summary>The concept.</summary>
    public Concept Concept { get; }

    /// <summary>The section that holds the term.</summary>
    public LanguageSection Section { get; }

    /// <summary>The term.</summary>
    public Term Term { get; }

    /// <summary>The surfaces of its tokens.</summary>
    public ReadOnlySpan<string> Words => _words.AsSpan(0, _count);

    /// <summary>True where the language's rules apply; false for stored forms and for terms that have them.</summary>
    public bool Inflects { get; }

    /// <summary>True where only its own case will do.</summary>
    public bool IsAcronym { get; }

    /// <summary>The patterns of a term: its text and its stored forms; what has no token has no pattern.</summary>
    public static IEnumerable<TermPattern> Of(Concept concept, LanguageSection section, Term term, LanguageRules rules)
    {
        foreach (var form in term.Forms.Prepend(term.Text))
        {
            var words = TermTokens.Cut(form, rules).ConvertAll(token => Surface.Of(form, token).ToString());
            if (words.Count > 0)
            {
                yield return new TermPattern(concept, section, term, [.. words]);
            }
        }
    }
}
