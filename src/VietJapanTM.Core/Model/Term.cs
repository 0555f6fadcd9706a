using System.Collections.Immutable;

namespace VietJapanTM.Model;

/// <summary>A term with its data categories (TBX <c>termSec</c>). Immutable.</summary>
public sealed record Term
{
    /// <summary>The term in its base form, as it is written in running text.</summary>
    public required string Text { get; init; }

    /// <summary>Identifies the term within its file, so that an acronym can name its full form; or null.</summary>
    public string? Id { get; init; }

    /// <summary>May it be used?</summary>
    public AdministrativeStatus Status { get; init; } = AdministrativeStatus.Admitted;

    /// <summary>What was decided of the term within its approved concept.</summary>
    public ApprovalState Approval { get; init; }

    /// <summary>Part of speech.</summary>
    public PartOfSpeech PartOfSpeech { get; init; } = PartOfSpeech.Noun;

    /// <summary>Grammatical gender, where the language has one.</summary>
    public GrammaticalGender Gender { get; init; }

    /// <summary>Grammatical number of the base form.</summary>
    public GrammaticalNumber Number { get; init; }

    /// <summary>Full form, acronym, short form or variant.</summary>
    public TermType Type { get; init; }

    /// <summary>How far the letter case must agree.</summary>
    public CaseRule CaseRule { get; init; }

    /// <summary>
    /// True where the words also have everyday meanings (<em>talks</em>, <em>presidente</em>): they count as the concept only where a
    /// related concept stands near in the same text.
    /// </summary>
    public bool NeedsNeighbour { get; init; }

    /// <summary>For an acronym or short form: the <see cref="Id"/> of its full form; or null.</summary>
    public string? FullForm { get; init; }

    /// <summary>Inflected forms that are stored; where there are any they replace the language's rules.</summary>
    public ImmutableArray<string> Forms { get; init; } = [];

    /// <summary>A sentence in which the term is used, or null.</summary>
    public string? Context { get; init; }

    /// <summary>Where that sentence comes from, or null.</summary>
    public string? ContextSource { get; init; }

    /// <summary>Where the term comes from, or null.</summary>
    public string? Source { get; init; }

    /// <summary>How well it is attested: 1 (no source found) to 10 (official text), or null.</summary>
    public int? Reliability { get; init; }

    /// <summary>Where the term is used (country, client), or null.</summary>
    public string? GeographicalUsage { get; init; }

    /// <summary>The customer for whom the term is meant (TBX <c>customerSubset</c>), or null.</summary>
    public string? Customer { get; init; }

    /// <summary>The project for which it is meant (TBX <c>projectSubset</c>), or null.</summary>
    public string? Project { get; init; }

    /// <summary>Where in a program's surface it stands (TBX <c>termLocation</c>), or null.</summary>
    public string? Location { get; init; }

    /// <summary>Identifiers of concepts and terms that it refers to.</summary>
    public ImmutableArray<string> Related { get; init; } = [];

    /// <summary>Pages and pictures that say more.</summary>
    public ImmutableArray<ExternalReference> ExternalReferences { get; init; } = [];

    /// <summary>Who made and changed the term, as an exchange file says.</summary>
    public ImmutableArray<EntryTransaction> Transactions { get; init; } = [];

    /// <summary>A note, or null.</summary>
    public string? Note { get; init; }
}

/// <summary>TBX <c>administrativeStatus</c>.</summary>
public enum AdministrativeStatus
{
    /// <summary>May be used.</summary>
    Admitted,

    /// <summary>The one to use.</summary>
    Preferred,

    /// <summary>Not to be used.</summary>
    Deprecated,

    /// <summary>Was used once; not any more.</summary>
    Superseded,
}

/// <summary>TBX-Basic <c>partOfSpeech</c>.</summary>
public enum PartOfSpeech
{
    /// <summary>A noun or noun phrase.</summary>
    Noun,

    /// <summary>A name.</summary>
    ProperNoun,

    /// <summary>A verb or verb phrase.</summary>
    Verb,

    /// <summary>An adjective.</summary>
    Adjective,

    /// <summary>An adverb.</summary>
    Adverb,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>TBX <c>grammaticalGender</c>.</summary>
public enum GrammaticalGender
{
    /// <summary>None given.</summary>
    None,

    /// <summary>Masculine.</summary>
    Masculine,

    /// <summary>Feminine.</summary>
    Feminine,

    /// <summary>Neuter.</summary>
    Neuter,

    /// <summary>Another.</summary>
    Other,
}

/// <summary>TBX <c>grammaticalNumber</c>.</summary>
public enum GrammaticalNumber
{
    /// <summary>None given.</summary>
    None,

    /// <summary>Singular.</summary>
    Singular,

    /// <summary>Plural.</summary>
    Plural,

    /// <summary>A mass noun.</summary>
    Mass,
}

/// <summary>TBX-Basic <c>termType</c>.</summary>
public enum TermType
{
    /// <summary>The full form.</summary>
    FullForm,

    /// <summary>An acronym such as ASEAN.</summary>
    Acronym,

    /// <summary>An abbreviation such as <c>EE. UU.</c></summary>
    Abbreviation,

    /// <summary>A short form of a longer term.</summary>
    ShortForm,

    /// <summary>Another spelling, transliteration or order.</summary>
    Variant,

    /// <summary>A fixed phrase.</summary>
    Phrase,
}

/// <summary>How far the letter case of a text must agree with a term.</summary>
public enum CaseRule
{
    /// <summary>Any case.</summary>
    Insensitive,

    /// <summary>Exactly as the term is written; an all-capitals headline is accepted for terms that are not acronyms.</summary>
    Sensitive,
}
