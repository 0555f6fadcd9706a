using VietJapanTM.Model;
using VietJapanTM.Terminology.Inflection;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>One written form of a term, ready to be compared with text.</summary>
internal sealed class TermPattern
{
    private TermPattern(Concept concept, LanguageSection section, Term term, string[] words, bool inflects)
    {
        Concept = concept;
        Section = section;
        Term = term;
        Words = words;
        Inflects = inflects;
    }

    /// <summary>The concept.</summary>
    public Concept Concept { get; }

    /// <summary>The section that holds the term.</summary>
    public LanguageSection Section { get; }

    /// <summary>The term.</summary>
    public Term Term { get; }

    /// <summary>The surfaces of its tokens.</summary>
    public string[] Words { get; }

    /// <summary>True where the language's rules apply; false for stored forms and for terms that have them.</summary>
    public bool Inflects { get; }

    /// <summary>True where only its own case will do.</summary>
    public bool IsAcronym => Term.Type == TermType.Acronym;

    /// <summary>The patterns of a term: its text and its stored forms; what has no token has no pattern.</summary>
    public static IEnumerable<TermPattern> Of(Concept concept, LanguageSection section, Term term, LanguageRules rules)
    {
        foreach (var form in term.Forms.Prepend(term.Text))
        {
            var tokens = TermTokens.Cut(form, rules);
            if (tokens.Count == 0)
            {
                continue;
            }

            var words = new string[tokens.Count];
            for (var i = 0; i < words.Length; i++)
            {
                words[i] = Surface.Of(form, tokens[i]).ToString();
            }

            yield return new TermPattern(concept, section, term, words, term.Forms.IsEmpty);
        }
    }
}
