using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Linting;

/// <summary>Ids, relations, definitions, languages.</summary>
internal static class StructureLint
{
    /// <summary>Checks a concept.</summary>
    public static void Run(LintedGlossary glossary, Concept concept, LintReport report)
    {
        if (!ReferenceEquals(glossary.ById[concept.Id].First(), concept))
        {
            report.Error(LintCodes.DuplicateId, concept, "another concept has this id already. Give one of them another id.");
        }

        foreach (var related in concept.Related.Where(r => !glossary.ById.Contains(r)))
        {
            report.Error(LintCodes.DanglingRelation, concept, $"the related concept '{related}' does not exist. Mend the relation.");
        }

        if (concept.Definition is null && concept.Languages.All(s => s.Definition is null))
        {
            report.Information(LintCodes.NoDefinition, concept, "it has no definition. Write one.");
        }

        foreach (var language in glossary.Languages)
        {
            if (!concept.Languages.Any(s => s.Language.Primary == language && s.Terms.Any(LintedGlossary.IsApproved)))
            {
                report.Information(LintCodes.Untranslated, concept, $"it has no approved term in '{language}'. Add one.");
            }
        }
    }
}
