namespace VietJapanTM.Terminology.Linting;

/// <summary>The stable codes of the lint.</summary>
public static class LintCodes
{
    /// <summary>Error: two concepts have one id.</summary>
    public const string DuplicateId = "GLS001";

    /// <summary>Warning: a language has terms, but no preferred one.</summary>
    public const string NoPreferred = "GLS002";

    /// <summary>Error: a language has two preferred terms that are not an acronym or a short form of one another.</summary>
    public const string TwoPreferred = "GLS003";

    /// <summary>Warning: two concepts that are not related prefer the same term.</summary>
    public const string Conflict = "GLS004";

    /// <summary>Error: a concept both approves and forbids a term.</summary>
    public const string Contradiction = "GLS005";

    /// <summary>Error: an acronym's or short form's full form is not a term of its concept and language.</summary>
    public const string DanglingFullForm = "GLS006";

    /// <summary>Warning: an acronym names no full form though its language has one.</summary>
    public const string UnlinkedAcronym = "GLS007";

    /// <summary>Information: a language of the glossary has no approved term.</summary>
    public const string Untranslated = "GLS008";

    /// <summary>Information: no definition.</summary>
    public const string NoDefinition = "GLS009";

    /// <summary>Error: a related concept does not exist.</summary>
    public const string DanglingRelation = "GLS010";

    /// <summary>Error: an example pair does not behave as it promises.</summary>
    public const string ExampleFails = "GLS011";

    /// <summary>Warning: a forbidden term can never be reported, because another concept's approved term always stands for it.</summary>
    public const string Shadowed = "GLS012";

    /// <summary>Information: a stored form equals the term or another form, or the rules make all of them.</summary>
    public const string DeadForm = "GLS013";

    /// <summary>Error: a term has no letter or digit, so that nothing can match it.</summary>
    public const string UnmatchableTerm = "GLS014";

    /// <summary>Warning: a concept has the same term twice in one language with the same status.</summary>
    public const string DuplicateTerm = "GLS015";

    /// <summary>Information: a term holds a shorter one of its concept, approved or forbidden as it is, so that it changes no check.</summary>
    public const string DeadTerm = "GLS016";

    /// <summary>Information: to recognition a term is the same as another one of its concept and language, which is approved or forbidden as it is.</summary>
    public const string SameToRecognition = "GLS017";

    /// <summary>Warning: a term needs a neighbour, and its concept has no relation to one that could be found.</summary>
    public const string NoNeighbour = "GLS018";

    /// <summary>Warning: an example is in a language in which its concept has no term, so that it tests nothing there.</summary>
    public const string ExampleWithoutTerm = "GLS019";
}
