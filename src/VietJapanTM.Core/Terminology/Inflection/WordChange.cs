namespace VietJapanTM.Terminology.Inflection;

/// <summary>What must change in a word of a term to give the word of a text.</summary>
[Flags]
internal enum WordChange
{
    /// <summary>Nothing but case.</summary>
    Same = 0,

    /// <summary>Singular to plural.</summary>
    Plural = 1,

    /// <summary>Plural to singular.</summary>
    Singular = 2,

    /// <summary>The other gender.</summary>
    Gender = 4,

    /// <summary>Accents are missing, added or moved.</summary>
    Accent = 8,

    /// <summary>It is another word.</summary>
    Different = 16,

    /// <summary>A prefix that leaves the concept: expresidente.</summary>
    Prefix = 32,

    /// <summary>All that the rules of a language derive.</summary>
    Inflection = Plural | Singular | Gender | Prefix,
}
