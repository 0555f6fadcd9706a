using VietJapanTM.Model;
using VietJapanTM.Terminology.Checking.Names;

namespace VietJapanTM.Terminology.Checking;

/// <summary>VJT004: a term of the target in a case or with accents that it does not allow.</summary>
internal sealed class TermDrift : ICheck
{
    /// <inheritdoc/>
    public CheckRule Rule { get; } = new(
        "VJT004",
        "Case or spelling drift",
        "The text means a term of the glossary and writes it in a case that the term's rule does not allow, or with other accents or tones. "
            + "Headlines in capitals and the capital that begins a sentence are allowed. Words in lower case that are likely other "
            + "words (osa, who), single words with other accents (término, terminó) and Vietnamese words with other tones are reported only where the source names "
            + "their concept and nothing else in the target does. A spelling that the glossary lists as deprecated (Asean in Spanish and English) is VJT001's.",
        RuleExample.Text(LanguageTag.Vietnamese, "hội nghị cấp cao Asean-Nhật Bản"),
        RuleExample.Text(LanguageTag.Vietnamese, "hội nghị cấp cao ASEAN-Nhật Bản"),
        FindingSeverity.Warning);

    /// <inheritdoc/>
    public void Run(CheckedTexts texts, List<Finding> findings)
    {
        foreach (var occurrence in texts.Target.Concat(texts.Misspelt))
        {
            if (occurrence.Match != MatchKind.Drift || !occurrence.IsLikely)
            {
                continue;
            }

            // A misspelt deprecated term is to be replaced, not to be spelt well.
            var spelling = occurrence.IsApproved
                ? [LetterCasing.InCapitalsOf(occurrence.Term.Text, occurrence)]
                : Replacements.Of(occurrence);
            var remedy = spelling.IsEmpty ? "" : $" Write \"{spelling[0]}\".";
            var message = $"\"{occurrence.Text}\" is not how the glossary writes it.{remedy}";
            if (texts.At(occurrence, TextSide.Target, Rule, message) is { } finding)
            {
                findings.Add(finding with { Replacements = spelling, SafeFix = SafeFix(occurrence) });
            }
        }
    }

    /// <summary>The base form, where nothing but case and accents differ from it.</summary>
    private static string? SafeFix(TermOccurrence occurrence) =>
        occurrence.IsApproved && NameWord.Fold(occurrence.Text) == NameWord.Fold(occurrence.Term.Text)
            ? LetterCasing.InCapitalsOf(occurrence.Term.Text, occurrence)
            : null;
}
