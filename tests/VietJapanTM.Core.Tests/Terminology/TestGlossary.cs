using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Terminology;

/// <summary>Writes concepts tersely: <c>Concept("asean", "es:ASEAN/acronym", "es:Asean/deprecated")</c>.</summary>
internal static class TestGlossary
{
    public static Concept Concept(string id, params string[] terms) => new()
    {
        Id = id,
        Languages =
        [
            .. terms.Select(Split).GroupBy(t => t.Language).Select(g => new LanguageSection
            {
                Language = LanguageTag.Parse(g.Key),
                Terms = [.. g.Select(t => t.Term)],
            }),
        ],
    };

    private static (string Language, Term Term) Split(string line)
    {
        var (language, rest) = (line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..]);
        var parts = rest.Split('/');
        var term = new Term { Text = parts[0], Status = AdministrativeStatus.Preferred };
        foreach (var flag in parts.Skip(1))
        {
            term = flag switch
            {
                "admitted" => term with { Status = AdministrativeStatus.Admitted },
                "deprecated" => term with { Status = AdministrativeStatus.Deprecated },
                "superseded" => term with { Status = AdministrativeStatus.Superseded },
                "acronym" => term with { Type = TermType.Acronym },
                "short" => term with { Type = TermType.ShortForm },
                "sensitive" => term with { CaseRule = CaseRule.Sensitive },
                "name" => term with { PartOfSpeech = PartOfSpeech.ProperNoun, CaseRule = CaseRule.Sensitive },
                "common" => term with { NeedsNeighbour = true },
                "adjective" => term with { PartOfSpeech = PartOfSpeech.Adjective },
                "singular" => term with { Number = GrammaticalNumber.Singular },
                "plural" => term with { Number = GrammaticalNumber.Plural },
                "verb" => term with { PartOfSpeech = PartOfSpeech.Verb },
                _ when flag.StartsWith("id=", StringComparison.Ordinal) => term with { Id = flag[3..] },
                _ when flag.StartsWith("full=", StringComparison.Ordinal) => term with { FullForm = flag[5..] },
                _ when flag.StartsWith("forms=", StringComparison.Ordinal) => term with { Forms = [.. flag[6..].Split('|')] },
                _ => throw new ArgumentException($"unknown flag '{flag}' in '{line}'"),
            };
        }

        return (language, term);
    }
}
