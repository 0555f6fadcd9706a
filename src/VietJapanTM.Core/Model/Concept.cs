using System.Collections.Immutable;

namespace VietJapanTM.Model;

/// <summary>One concept of the glossary with its terms in several languages (TBX <c>conceptEntry</c>, ISO 30042). Immutable.</summary>
public sealed record Concept
{
    /// <summary>Identifies the concept within its tenant and in its file: a letter, then letters, digits, <c>- _ .</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The subject field, such as <c>diplomacy</c>; empty where none is given.</summary>
    public string SubjectField { get; init; } = "";

    /// <summary>The definition that holds for all languages, or null.</summary>
    public string? Definition { get; init; }

    /// <summary>Where the definition comes from, or null.</summary>
    public string? DefinitionSource { get; init; }

    /// <summary>A note, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Where the entry comes from, or null.</summary>
    public string? Source { get; init; }

    /// <summary>What was decided of the concept; no term of a concept that is not approved is used.</summary>
    public ApprovalState Approval { get; init; }

    /// <summary>Identifiers of related concepts.</summary>
    public ImmutableArray<string> Related { get; init; } = [];

    /// <summary>Pages and pictures that say more.</summary>
    public ImmutableArray<ExternalReference> ExternalReferences { get; init; } = [];

    /// <summary>Who made and changed the entry, as an exchange file says.</summary>
    public ImmutableArray<EntryTransaction> Transactions { get; init; } = [];

    /// <summary>One entry a language, in the order of the file.</summary>
    public required ImmutableArray<LanguageSection> Languages { get; init; }

    /// <summary>Sentence pairs that the terminology check must pass or fail; a glossary's own tests.</summary>
    public ImmutableArray<ConceptExample> Examples { get; init; } = [];

    /// <summary>The revision that made this version; 0 until stored.</summary>
    public long Revision { get; init; }
}

/// <summary>The terms of a concept in one language (TBX <c>langSec</c>).</summary>
public sealed record LanguageSection
{
    /// <summary>The language.</summary>
    public required LanguageTag Language { get; init; }

    /// <summary>A definition for this language, or null.</summary>
    public string? Definition { get; init; }

    /// <summary>Where that definition comes from, or null.</summary>
    public string? DefinitionSource { get; init; }

    /// <summary>A note, or null.</summary>
    public string? Note { get; init; }

    /// <summary>The terms, the preferred one first by convention.</summary>
    public required ImmutableArray<Term> Terms { get; init; }
}

/// <summary>A sentence pair that the check must pass or fail because of its concept.</summary>
/// <param name="Passes">True where the check must find nothing against this concept.</param>
/// <param name="SourceLanguage">Language of <paramref name="Source"/>.</param>
/// <param name="Source">The source sentence.</param>
/// <param name="TargetLanguage">Language of <paramref name="Target"/>.</param>
/// <param name="Target">The target sentence.</param>
public sealed record ConceptExample(bool Passes, LanguageTag SourceLanguage, string Source, LanguageTag TargetLanguage, string Target);
