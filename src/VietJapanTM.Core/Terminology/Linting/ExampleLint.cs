using VietJapanTM.Model;
using VietJapanTM.Terminology.Checking;

namespace VietJapanTM.Terminology.Linting;

/// <summary>Runs the example pairs: the glossary's own tests.</summary>
internal static class ExampleLint
{
    private const int LongestShown = 60;

    /// <summary>Checks the examples of a concept.</summary>
    public static void Run(LintedGlossary glossary, Concept concept, LintReport report)
    {
        foreach (var example in concept.Examples)
        {
            foreach (var language in new[] { example.SourceLanguage, example.TargetLanguage }.Distinct().Where(l => !HasTerm(concept, l)))
            {
                report.Warning(
                    LintCodes.ExampleWithoutTerm, concept, $"an example is in '{language}', in which the concept has no term: \"{Start(example.SourceLanguage == language ? example.Source : example.Target)}\". Correct the language, or add the term.", example: example);
            }

            var against = glossary.Checker
                .Check(example.Source, example.SourceLanguage, example.Target, example.TargetLanguage)
                .FirstOrDefault(f => f.Concerns(concept.Id) && f.Severity >= FindingSeverity.Warning);
            if (against is null == example.Passes)
            {
                continue;
            }

            var pair = $"{example.SourceLanguage} \"{example.Source}\" → {example.TargetLanguage} \"{example.Target}\"";
            report.Error(
                LintCodes.ExampleFails,
                concept,
                against is null
                    ? $"the example should fail, but nothing is found: {pair}. Mend the example or the terms."
                    : $"the example should pass, but {against.Rule.Id} says {against.Message} {pair}. Mend the example or the terms.",
                example: example);
        }
    }

    private static bool HasTerm(Concept concept, LanguageTag language) =>
        concept.Languages.Any(section => section.Language.Primary == language.Primary && section.Terms.Length > 0);

    private static string Start(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";
}
