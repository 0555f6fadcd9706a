using System.Collections.Immutable;
using VietJapanTM.Model;
using VietJapanTM.Text;

namespace VietJapanTM.Matching.Adaptation;

/// <summary>
/// A stored translation, edited by this program so that it fits the query: always beside the unedited one, never in place of it.
/// Immutable.
/// </summary>
/// <param name="Text">The edited text.</param>
/// <param name="Tags">The translation's inline tags at their new offsets.</param>
/// <param name="Edits">What was edited, by place; at least one edit.</param>
public sealed record AdaptedTarget(string Text, ImmutableArray<InlineTag> Tags, ImmutableArray<TargetEdit> Edits)
{
    /// <summary>True where a person must look at the words around an edit, because they may have to agree with it.</summary>
    public bool NeedsReview => Edits.Any(e => e.NeedsReview);
}

/// <summary>One edit of a stored translation.</summary>
public sealed record TargetEdit
{
    /// <summary>What was exchanged.</summary>
    public required TargetEditKind Kind { get; init; }

    /// <summary>Where the query has the new value.</summary>
    public required TextSpan Query { get; init; }

    /// <summary>Where the stored source has the old one.</summary>
    public required TextSpan Source { get; init; }

    /// <summary>Where the stored translation had the old one.</summary>
    public required TextSpan Target { get; init; }

    /// <summary>Where the edited text has the new one.</summary>
    public required TextSpan Adapted { get; init; }

    /// <summary>What stood in the translation.</summary>
    public required string OldText { get; init; }

    /// <summary>What stands there now.</summary>
    public required string NewText { get; init; }

    /// <summary>The concept whose term stands there now; null where the value comes from the query alone.</summary>
    public string? ConceptId { get; init; }

    /// <summary>The concept whose term stood there; null likewise.</summary>
    public string? ReplacedConceptId { get; init; }

    /// <summary>True where articles, gender or number around it may have to change too.</summary>
    public bool NeedsReview { get; init; }
}

/// <summary>What an edit of a translation exchanges.</summary>
public enum TargetEditKind
{
    /// <summary>A number, with the word or character of its magnitude.</summary>
    Number,

    /// <summary>A date with a month and a day or a year.</summary>
    Date,

    /// <summary>A time of day, written alike in both languages.</summary>
    Time,

    /// <summary>The symbol of a unit or a currency, written alike in both languages.</summary>
    Unit,

    /// <summary>A designation of letters and digits, such as COP28.</summary>
    Code,

    /// <summary>A name that the glossary has in both languages.</summary>
    Name,

    /// <summary>Another term of the glossary.</summary>
    Term,
}
