using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Checking.Names;

/// <summary>VJT008: a name of the glossary in another order or transliteration.</summary>
internal sealed class NameForm : ICheck
{
    /// <inheritdoc/>
    public CheckRule Rule { get; } = new(
        "VJT008",
        "Name order or transliteration",
        "The source has a name of the glossary, of a person, a place or an institution, and the target writes its words in an order that the glossary does not admit, or one of them with a letter more, "
            + "less or changed. Names of one word count from five letters on. Where the glossary admits both orders, neither is reported, nor is a name that stands in the target rightly as "
            + "well. Other accents are VJT004's. The rule takes the place of VJT002 for that name.",
        RuleExample.Pair(LanguageTag.Spanish, "Habló Nguyen Phu Trong.", LanguageTag.Japanese, "グエン・フー・チェンが演説した。"),
        RuleExample.Pair(LanguageTag.Spanish, "Habló Nguyen Phu Trong.", LanguageTag.Japanese, "グエン・フー・チョンが演説した。"),
        FindingSeverity.Warning);

    /// <inheritdoc/>
    public void Run(CheckedTexts texts, List<Finding> findings)
    {
        foreach (var name in texts.MisformedNames)
        {
            var written = texts.Segment.Target[name.Start..name.End];
            var expected = LetterCasing.IsCapitals(written) ? name.Expected.Text.ToUpperInvariant() : name.Expected.Text;
            var fault = name.IsReordered ? "has the name's parts in another order than the glossary" : "is not how the glossary writes the name";
            if (texts.At(TextSide.Target, name.Start, name.End, Rule, $"\"{written}\" {fault}. Write \"{expected}\".") is { } finding)
            {
                findings.Add(finding with
                {
                    Concept = name.Source.Concept,
                    Term = name.Expected,
                    Replacements = [expected],
                    SafeFix = expected,
                });
            }
        }
    }
}
