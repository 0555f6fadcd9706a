using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Checking;

/// <summary>VJT002: the source names a concept, the target holds none of its approved terms.</summary>
internal sealed class MissingEquivalent : ICheck
{
    /// <inheritdoc/>
    public CheckRule Rule { get; } = new(
        "VJT002",
        "Equivalent missing",
        "The source uses a term of the glossary, and the target holds none of the concept's approved terms in its language, in "
            + "whatever form. Each concept counts once, however often the source names it. The rule keeps silent where the source's "
            + "words are part of a longer term or an adjective or a verb of the concept's noun, or may mean something else, where another concept with "
            + "the same source term is rendered, where the glossary has no approved term in the target's language, where the target uses a "
            + "forbidden term of the concept (VJT001 says so), misspells it (VJT004) or misspells a name (VJT008), "
            + "and where the target is empty.",
        RuleExample.Pair(LanguageTag.Spanish, "la asociación estratégica integral", LanguageTag.English, "the extensive partnership"),
        RuleExample.Pair(LanguageTag.Spanish, "la asociación estratégica integral", LanguageTag.English, "the comprehensive strategic partnership"),
        FindingSeverity.Warning);

    /// <inheritdoc/>
    public void Run(CheckedTexts texts, List<Finding> findings)
    {
        if (!texts.HasTarget || texts.Source.IsEmpty)
        {
            return;
        }

        var missing = texts.Demanded.GroupBy(o => o.Span).Where(s => !s.Any(o => texts.TargetConcepts.Contains(o.Concept.Id))).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        var excused = texts.Target
            .Where(o => !o.IsApproved && o.Match != MatchKind.Drift)
            .Select(o => o.Concept.Id)
            .ToHashSet(StringComparer.Ordinal);
        excused.UnionWith(texts.MisformedNames.Select(n => n.Source.Concept.Id));
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sharers in missing.Where(s => !s.Any(o => excused.Contains(o.Concept.Id))))
        {
            Report(texts, [.. sharers.Where(o => reported.Add(o.Concept.Id))], findings);
        }
    }

    // Homographs make one finding: any of their equivalents will do.
    private void Report(CheckedTexts texts, List<TermOccurrence> sharers, List<Finding> findings)
    {
        sharers.RemoveAll(o => CheckedTexts.Approved(o.Concept, texts.TargetLanguage).IsEmpty);
        if (sharers.Count == 0 || sharers.Exists(o => texts.Misspelt.Any(m => m.Concept.Id == o.Concept.Id) || texts.CoordinatesATermOf(o.Concept) || texts.HoldsNameOf(o.Concept)))
        {
            return;
        }

        ImmutableArray<string> expected =
        [
            .. sharers.SelectMany(o => CheckedTexts.Approved(o.Concept, texts.TargetLanguage)).Distinct(StringComparer.Ordinal),
        ];
        if (texts.At(sharers[0], TextSide.Source, Rule, Message(sharers[0], expected)) is { } finding)
        {
            findings.Add(finding with { Expected = expected, Homographs = [.. sharers.Skip(1).Select(o => o.Concept)] });
        }
    }

    private static string Message(TermOccurrence occurrence, ImmutableArray<string> expected) =>
        $"\"{occurrence.Text}\" has no approved equivalent in the target. Write "
        + string.Join(" or ", expected.Take(3).Select(e => $"\"{e}\"")) + ".";
}
