using VietJapanTM.Terminology;
using VietJapanTM.Terminology.Checking;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Mapping;

/// <summary>Recognised terms and findings on the wire.</summary>
internal static class FindingMapping
{
    /// <summary>A finding on the wire.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="nameOf">Names the segments that it may refer to; null where it is alone.</param>
    public static Wire.Finding ToWire(this Finding finding, Func<int, string>? nameOf = null)
    {
        var wire = new Wire.Finding
        {
            Rule = finding.Rule.Id,
            Severity = finding.Severity switch
            {
                FindingSeverity.Error => Wire.Finding.Types.Severity.Error,
                FindingSeverity.Warning => Wire.Finding.Types.Severity.Warning,
                _ => Wire.Finding.Types.Severity.Information,
            },
            Message = finding.Message,
            Concept = finding.Concept is { } concept ? ResourceName.Concept(concept.Id) : "",
            Term = finding.Term?.Text ?? "",
            InSource = finding.Side == TextSide.Source,
            Span = finding.Span.ToWire(),
            RelatedSegmentId = finding.Other is { } other && nameOf is not null ? nameOf(other) : "",
        };
        wire.Fixes.AddRange(finding.Replacements);
        wire.ExpectedTerms.AddRange(finding.Expected);
        if (finding.SafeFix is { } fix)
        {
            wire.SafeFix = fix;
        }

        return wire;
    }

    /// <summary>Occurrences on one span become one entry on the wire, the likely concepts first.</summary>
    public static IEnumerable<Wire.TermOccurrence> ToWire(
        this IEnumerable<TermOccurrence> occurrences,
        IReadOnlyList<Model.LanguageTag> targets) =>
        occurrences.GroupBy(o => o.Span).Select(group => new Wire.TermOccurrence
        {
            Span = group.Key.ToWire(),
            Text = group.First().Text,
            Entries = { group.OrderByDescending(o => o.IsLikely).Select(o => ToEntry(o, targets)) },
        });

    private static Wire.TermEntry ToEntry(TermOccurrence occurrence, IReadOnlyList<Model.LanguageTag> targets)
    {
        var entry = occurrence.Concept.ToEntry(occurrence.Section, occurrence.Term, targets);
        entry.Unlikely = !occurrence.IsLikely;
        return entry;
    }
}
