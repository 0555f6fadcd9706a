using VietJapanTM.Model;
using VietJapanTM.Text;

namespace VietJapanTM.Terminology;

/// <summary>A term found in a text. Several concepts that share the term yield one occurrence each, on the same span.</summary>
public sealed record TermOccurrence
{
    /// <summary>The concept.</summary>
    public required Concept Concept { get; init; }

    /// <summary>The concept's section that holds the term.</summary>
    public required LanguageSection Section { get; init; }

    /// <summary>The term.</summary>
    public required Term Term { get; init; }

    /// <summary>Where it stands.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The matched piece of the text, as it is written there.</summary>
    public required string Text { get; init; }

    /// <summary>How the text relates to the term.</summary>
    public required MatchKind Match { get; init; }

    /// <summary>
    /// False where the neighbours speak against this concept: a concept that shares the span has a nearer related one, or a term
    /// that may mean something else (<see cref="Model.Term.NeedsNeighbour"/>, or a strange name beside it) has none. True otherwise.
    /// </summary>
    public bool IsLikely { get; init; } = true;

    /// <summary>May the term be used?</summary>
    public bool IsApproved => Term.Status is AdministrativeStatus.Preferred or AdministrativeStatus.Admitted;
}

/// <summary>How a piece of text relates to the term that was found in it.</summary>
public enum MatchKind
{
    /// <summary>The base form or a stored form, up to what the term's case rule, width, tone placement and hyphenation allow.</summary>
    Exact,

    /// <summary>A form that the language's rules derive from the base form.</summary>
    Inflected,

    /// <summary>The term in a case or spelling that it does not allow: <c>Asean</c>, <c>Asociacion Estrategica</c>.</summary>
    Drift,
}
