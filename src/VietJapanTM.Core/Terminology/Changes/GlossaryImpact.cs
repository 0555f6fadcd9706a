using System.Collections.Immutable;
using VietJapanTM.Model;
using VietJapanTM.Terminology.Checking;

namespace VietJapanTM.Terminology.Changes;

/// <summary>
/// What a change of the glossary does to units: the findings that the newer glossary has and the older one had not. A finding can only
/// change where a term of a changed concept stands in one of the texts, so a small recogniser of those terms sorts out the few units
/// that both glossaries then check whole. Immutable and thread-safe.
/// </summary>
public sealed class GlossaryImpact
{
    private static readonly RecognitionOptions Anywhere = new() { Overlapping = true, IncludeDrift = true, IgnoreCase = true };
    private readonly TermRecognizer _changed;
    private readonly TermChecker _before;
    private readonly TermChecker _after;

    /// <summary>Compares two states of a glossary; only what is approved counts.</summary>
    /// <param name="before">The older state.</param>
    /// <param name="after">The newer state.</param>
    public GlossaryImpact(IReadOnlyCollection<Concept> before, IReadOnlyCollection<Concept> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        Changes = ConceptDifference.Between(before, after);
        var (old, now) = (ApprovalSet.Approved.Of(before).ToList(), ApprovalSet.Approved.Of(after).ToList());
        var ids = Changes.Select(change => change.Id).ToHashSet(StringComparer.Ordinal);
        _changed = new TermRecognizer(old.Concat(now).Where(concept => ids.Contains(concept.Id)));
        _before = new TermChecker(new TermRecognizer(old));
        _after = new TermChecker(new TermRecognizer(now));
    }

    /// <summary>The concepts that differ, whether approved or not.</summary>
    public ImmutableArray<ConceptDifference> Changes { get; }

    /// <summary>
    /// What the newer glossary newly objects to in a unit, in any of its directions: the same words of one text, for the same concept and
    /// rule, once. Findings below a warning are left out.
    /// </summary>
    public ImmutableArray<BrokenUnit> Find(TranslationUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (unit.Variants.All(variant => _changed.Recognize(variant.Text, variant.Language, Anywhere).IsEmpty))
        {
            return [];
        }

        var broken = ImmutableArray.CreateBuilder<BrokenUnit>();
        var seen = new HashSet<object>();
        foreach (var (source, target) in Directions(unit))
        {
            var known = Check(_before, source, target).Select(Key).ToHashSet();
            foreach (var finding in Check(_after, source, target))
            {
                // A forbidden word in a text is one fault, whatever it is read beside.
                var words = (finding.Rule.Id, finding.Concept?.Id, finding.Side == TextSide.Source ? source : target, finding.Span);
                if (!known.Contains(Key(finding)) && seen.Add(finding.Expected.IsEmpty ? (object)words : (words, target)))
                {
                    broken.Add(new BrokenUnit(unit, source, target, finding));
                }
            }
        }

        return broken.ToImmutable();
    }

    private static IEnumerable<Finding> Check(TermChecker checker, Variant source, Variant target) => checker
        .Check(source.Text, source.Language, target.Text, target.Language)
        .Where(finding => finding.Concept is not null && finding.Severity >= FindingSeverity.Warning);

    private static (string Rule, string? Concept, TextSide Side, Text.TextSpan Span) Key(Finding finding) =>
        (finding.Rule.Id, finding.Concept?.Id, finding.Side, finding.Span);

    private static IEnumerable<(Variant Source, Variant Target)> Directions(TranslationUnit unit) =>
        from source in unit.Variants
        from target in unit.Variants
        where source.Language != target.Language && source.Status != VariantStatus.Rejected && target.Status != VariantStatus.Rejected
        select (source, target);
}
