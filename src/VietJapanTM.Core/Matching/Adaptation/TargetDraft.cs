namespace VietJapanTM.Matching.Adaptation;

/// <summary>An edit of a target before the edited text exists.</summary>
/// <param name="Kind">What it exchanges.</param>
/// <param name="Start">Where the old text begins in the target.</param>
/// <param name="End">The offset after it.</param>
/// <param name="NewText">What stands there instead.</param>
internal sealed record TargetDraft(TargetEditKind Kind, int Start, int End, string NewText)
{
    public string? ConceptId { get; init; }

    public string? ReplacedConceptId { get; init; }

    public bool NeedsReview { get; init; }
}
