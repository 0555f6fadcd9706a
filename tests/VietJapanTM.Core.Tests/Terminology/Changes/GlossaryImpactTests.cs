using VietJapanTM.Model;
using VietJapanTM.Terminology;
using VietJapanTM.Terminology.Changes;
using VietJapanTM.Terminology.Checking;

namespace VietJapanTM.Core.Tests.Terminology.Changes;

/// <summary>The units that a change of the glossary breaks: those of the sieve are those of a check of everything.</summary>
public sealed class GlossaryImpactTests
{
    private static readonly string[] Words = ["mesa", "silla", "mesa redonda", "cumbre", "ASEAN", "Asean"];
    private static readonly string[] English = ["table", "chair", "round table", "summit", "ASEAN", "Asean"];

    [Fact]
    public void Find_AnyChangeAndUnit_AgreesWithTheCheckOfEverything() => Seeded.Run(60, random =>
    {
        var before = Glossary(random);
        List<Concept> after = [.. before.Select(concept => random.Next(2) == 0 ? concept : Any(random, concept.Id)).Where(_ => random.Next(6) > 0)];
        var impact = new GlossaryImpact(before, after);
        foreach (var unit in Enumerable.Range(0, 12).Select(_ => Unit(random)))
        {
            Assert.Equal(Naive(before, after, unit), impact.Find(unit).Select(Key).ToHashSet());
        }
    });

    [Fact]
    public void Find_ForbiddenWordInATextOfThreeLanguages_IsSaidOnce()
    {
        Concept[] before = [Concept("one", AdministrativeStatus.Admitted)];
        Concept[] after = [Concept("one", AdministrativeStatus.Deprecated)];
        var unit = new TranslationUnit
        {
            MemoryId = "news",
            Variants =
            [
                new Variant { Language = LanguageTag.Spanish, Text = "Hubo una mesa cuadrada." },
                new Variant { Language = LanguageTag.English, Text = "There was one." },
                new Variant { Language = LanguageTag.Vietnamese, Text = "Đã có một." },
            ],
        };

        var broken = Assert.Single(new GlossaryImpact(before, after).Find(unit));

        Assert.Equal(("VJT001", LanguageTag.Spanish), (broken.Finding.Rule.Id, broken.Target.Language));
        Assert.Empty(new GlossaryImpact(after, before).Find(unit));
        Assert.Empty(new GlossaryImpact(before, [after[0] with { Approval = ApprovalState.Proposed }]).Find(unit));
    }

    private static Concept Concept(string id, AdministrativeStatus status) => new()
    {
        Id = id,
        Languages =
        [
            new LanguageSection
            {
                Language = LanguageTag.Spanish,
                Terms = [new Term { Text = "mesa redonda", Status = AdministrativeStatus.Preferred }, new Term { Text = "mesa cuadrada", Status = status }],
            },
        ],
    };

    private static HashSet<(string, string, LanguageTag, string)> Naive(List<Concept> before, List<Concept> after, TranslationUnit unit)
    {
        var (old, now) = (new TermChecker(new TermRecognizer(before)), new TermChecker(new TermRecognizer(after)));
        var broken = new HashSet<(string, string, LanguageTag, string)>();
        foreach (var (source, target) in new[] { (unit.Variants[0], unit.Variants[1]), (unit.Variants[1], unit.Variants[0]) })
        {
            var known = old.Check(source.Text, source.Language, target.Text, target.Language)
                .Select(f => (f.Rule.Id, f.Concept?.Id, f.Side, f.Span)).ToHashSet();
            broken.UnionWith(now.Check(source.Text, source.Language, target.Text, target.Language)
                .Where(f => f.Concept is not null && f.Severity >= FindingSeverity.Warning && !known.Contains((f.Rule.Id, f.Concept?.Id, f.Side, f.Span)))
                .Select(f => Key(new BrokenUnit(unit, source, target, f))));
        }

        return broken;
    }

    private static (string Rule, string Concept, LanguageTag Text, string Words) Key(BrokenUnit broken) => (
        broken.Finding.Rule.Id,
        broken.Finding.Concept!.Id,
        (broken.Finding.Side == TextSide.Source ? broken.Source : broken.Target).Language,
        broken.Finding.Span.ToString());

    private static List<Concept> Glossary(Random random) => [.. Enumerable.Range(0, 4).Select(i => Any(random, "c" + i))];

    private static Concept Any(Random random, string id) => new()
    {
        Id = id,
        Languages =
        [
            new LanguageSection { Language = LanguageTag.Spanish, Terms = [Term(random, Words), Term(random, Words)] },
            new LanguageSection { Language = LanguageTag.English, Terms = [Term(random, English)] },
        ],
    };

    private static Term Term(Random random, string[] words) => new()
    {
        Text = words[random.Next(words.Length)],
        Status = Enum.GetValues<AdministrativeStatus>()[random.Next(4)],
        CaseRule = (CaseRule)random.Next(2),
    };

    private static TranslationUnit Unit(Random random) => new()
    {
        MemoryId = "news",
        Variants =
        [
            new Variant { Language = LanguageTag.Spanish, Text = $"La {Words[random.Next(6)]} y las {Words[random.Next(6)]}s." },
            new Variant { Language = LanguageTag.English, Text = $"The {English[random.Next(6)]} and {English[random.Next(6)]}s." },
        ],
    };
}
