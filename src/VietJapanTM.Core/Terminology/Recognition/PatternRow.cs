using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>A pattern as the index stores it.</summary>
/// <param name="Concept">The concept.</param>
/// <param name="Section">The section that holds the term.</param>
/// <param name="Term">The term.</param>
/// <param name="FirstWord">Where its words begin among those of all patterns.</param>
/// <param name="IsLast">True for the last of the patterns that share one sequence of tokens.</param>
internal readonly record struct PatternRow(Concept Concept, LanguageSection Section, Term Term, int FirstWord, bool IsLast)
{
    /// <summary>True where the language's rules apply; false for stored forms and for terms that have them.</summary>
    public bool Inflects { get; } = Term.Forms.IsEmpty;

    /// <summary>True where only its own case will do.</summary>
    public bool IsAcronym { get; } = Term.Type == TermType.Acronym;
}
