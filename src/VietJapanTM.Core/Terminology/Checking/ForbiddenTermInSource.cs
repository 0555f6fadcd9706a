using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Checking;

/// <summary>VJT003: a deprecated or superseded term in the source; nothing that a translator can mend, but worth knowing.</summary>
internal sealed class ForbiddenTermInSource : ICheck
{
    /// <inheritdoc/>
    public CheckRule Rule { get; } = new(
        "VJT003",
        "Forbidden term in the source",
        "The source uses a term that the glossary marks as deprecated or superseded. The translation should render the concept with its "
            + "approved term all the same. A text that is checked on its own is a target: VJT001 reports the term there.",
        RuleExample.Pair(LanguageTag.Spanish, "los países de la Asean", LanguageTag.English, "the countries of ASEAN"),
        RuleExample.Pair(LanguageTag.Spanish, "los países de la ASEAN", LanguageTag.English, "the countries of ASEAN"),
        FindingSeverity.Information);

    /// <inheritdoc/>
    public void Run(CheckedTexts texts, List<Finding> findings)
    {
        foreach (var occurrence in texts.Source)
        {
            if (occurrence.IsApproved || !occurrence.IsLikely || occurrence.Match == MatchKind.Drift
                || texts.Source.Any(o => o.Span == occurrence.Span && o.IsApproved && o.IsLikely))
            {
                continue;
            }

            var approved = Replacements.Of(occurrence, texts.NameInside(occurrence, TextSide.Source));
            var remedy = approved.IsEmpty ? "" : $" The glossary prefers \"{approved[0]}\".";
            if (texts.At(occurrence, TextSide.Source, Rule, $"The source's \"{occurrence.Text}\" is deprecated.{remedy}") is { } finding)
            {
                findings.Add(finding with { Replacements = approved });
            }
        }
    }
}
