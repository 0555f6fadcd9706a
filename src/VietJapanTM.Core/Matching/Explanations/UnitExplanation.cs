using System.Collections.Immutable;
using VietJapanTM.Matching.Filtering;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;

namespace VietJapanTM.Matching.Explanations;

/// <summary>Why a unit answers a look-up, or why it does not. Immutable.</summary>
/// <param name="Unit">The unit as it was at the revision that was asked for, or as it last was before.</param>
/// <param name="Reasons">What keeps it out; empty where it is a match.</param>
/// <param name="Nearest">
/// The pair of its texts that comes nearest to the query, with score, penalties and context, whatever the threshold; null where it has no text in the
/// language of the query.
/// </param>
/// <param name="Edits">The edits of that pair; null likewise, and where the texts are too long to be explained.</param>
public sealed record UnitExplanation(TranslationUnit Unit, ImmutableArray<MissReason> Reasons, LookupMatch? Nearest, ScoreExplanation? Edits)
{
    /// <summary>True where nothing keeps the unit out, but perhaps the limit on results.</summary>
    public bool IsMatch => Reasons.IsEmpty;
}

/// <summary>Something that keeps a unit out of an answer.</summary>
/// <param name="Kind">What.</param>
/// <param name="Message">The same in plain words.</param>
public sealed record MissReason(MissKind Kind, string Message)
{
    /// <summary>The field of the filter, where a filter keeps it out.</summary>
    public FilterField? Filter { get; init; }

    /// <summary>The revision that deleted or made it, where that is why.</summary>
    public long? Revision { get; init; }
}

/// <summary>What can keep a unit out of an answer.</summary>
public enum MissKind
{
    /// <summary>It was deleted.</summary>
    Deleted,

    /// <summary>At the revision that was asked for it did not exist yet.</summary>
    NotYetWritten,

    /// <summary>It is in a memory that was not searched.</summary>
    OtherMemory,

    /// <summary>It has no text in the language of the query.</summary>
    OtherLanguage,

    /// <summary>Its text in the language of the query was rejected, or is blank.</summary>
    NotOffered,

    /// <summary>It has no translation, and only translated units were asked for.</summary>
    NotTranslated,

    /// <summary>A filter keeps it out.</summary>
    Filtered,

    /// <summary>It is less like the query than was asked for.</summary>
    BelowThreshold,

    /// <summary>It is like enough, but penalties take it below the threshold.</summary>
    Penalised,

    /// <summary>It matches, and the limit on results left it out.</summary>
    CutByLimit,
}
