using VietJapanTM.Model;
using VietJapanTM.Terminology;

namespace VietJapanTM.Core.Tests.Terminology;

public sealed class TermRecognizerAmendmentTests
{
    private static readonly string[] Words =
        ["asociación", "asociaciones", "Asociación", "ASOCIACION", "ministro", "ministra", "luz", "luces", "de", "vice", "ASEAN", "Asean", "Trong", "Kishida", "rey", "reyes"];

    private static readonly string[] Flags =
        ["", "", "/sensitive", "/acronym", "/deprecated", "/admitted", "/name", "/common", "/verb", "/forms=luces|rey"];

    private static readonly RecognitionOptions[] Options =
    [
        RecognitionOptions.Default,
        new() { IncludeDrift = true },
        new() { IncludeDrift = true, Overlapping = true },
        new() { IgnoreCase = true, Overlapping = true },
    ];

    [Fact]
    public void With_RandomAmendments_AnswersAsOneBuiltAnew() => Seeded.Run(150, random =>
    {
        var glossary = new SortedDictionary<string, Concept>(StringComparer.Ordinal);
        for (var i = random.Next(0, 12); i > 0; i--)
        {
            var concept = RandomConcept(random);
            glossary[concept.Id] = concept;
        }

        var amended = new TermRecognizer(glossary.Values);
        for (var step = 0; step < 8; step++)
        {
            amended = amended.With(Amend(random, glossary));
            AssertSame(new TermRecognizer(glossary.Values), amended, random);
        }
    });

    [Fact]
    public void With_AmendmentOfOneSnapshot_LeavesItAsItWas()
    {
        var before = new TermRecognizer([TestGlossary.Concept("a", "es:luz"), TestGlossary.Concept("b", "es:rey")]);
        var after = before.With([new("a", null), new("c", TestGlossary.Concept("c", "vi:rồng"))]);
        Assert.Equal(["a", "b"], Found(before));
        Assert.Equal(["b"], Found(after));
        Assert.Equal(["a", "b"], before.Concepts.Select(c => c.Id));
        Assert.Equal(["b", "c"], after.Concepts.Select(c => c.Id));
        Assert.Equal(["es"], before.Languages);
        Assert.Equal(["es", "vi"], after.Languages.Order());
        Assert.Equal(2, after.Amendments);
        Assert.Null(after.Find("a"));
        Assert.NotNull(before.Find("a"));

        static IEnumerable<string> Found(TermRecognizer recognizer) =>
            recognizer.Recognize("la luz del rey", LanguageTag.Spanish).Select(o => o.Concept.Id);
    }

    [Fact]
    public void With_LastConceptOfALanguage_LosesTheLanguage()
    {
        var recognizer = new TermRecognizer([TestGlossary.Concept("a", "es:luz", "vi:ánh sáng")]).With([new("a", TestGlossary.Concept("a", "es:luz"))]);
        Assert.Equal(["es"], recognizer.Languages);
        Assert.Empty(recognizer.Recognize("ánh sáng", LanguageTag.Vietnamese));
    }

    [Fact]
    public void With_GlossaryOutOfOrder_IsRefused()
    {
        var recognizer = new TermRecognizer([TestGlossary.Concept("b", "es:luz"), TestGlossary.Concept("a", "es:rey")]);
        Assert.Throws<InvalidOperationException>(() => recognizer.With([new("a", null)]));
    }

    private static List<KeyValuePair<string, Concept?>> Amend(Random random, SortedDictionary<string, Concept> glossary)
    {
        var amendments = new List<KeyValuePair<string, Concept?>>();
        for (var i = random.Next(0, 4); i > 0; i--)
        {
            var concept = RandomConcept(random);
            var stays = random.Next(4) > 0;
            amendments.Add(new(concept.Id, stays ? concept : null));
            glossary.Remove(concept.Id);
            if (stays)
            {
                glossary.Add(concept.Id, concept);
            }
        }

        return amendments;
    }

    private static void AssertSame(TermRecognizer expected, TermRecognizer actual, Random random)
    {
        Assert.Equal(expected.Concepts.AsEnumerable(), actual.Concepts.AsEnumerable());
        Assert.Equal(expected.Languages.Order(StringComparer.Ordinal), actual.Languages.Order(StringComparer.Ordinal));
        Assert.All(Enumerable.Range(0, 12).Select(IdOf), id => Assert.Same(expected.Find(id), actual.Find(id)));
        foreach (var language in new[] { LanguageTag.Spanish, LanguageTag.Parse("fr"), LanguageTag.Parse("fr-Latn") })
        {
            var text = string.Join(' ', Enumerable.Range(0, 30).Select(_ => random.Next(6) == 0 ? "Merkel" : Words[random.Next(Words.Length)]));
            Assert.All(Options, options => Assert.Equal(expected.Recognize(text, language, options).AsEnumerable(), actual.Recognize(text, language, options).AsEnumerable()));
        }
    }

    private static Concept RandomConcept(Random random)
    {
        var terms = Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
            (random.Next(3) == 0 ? "fr" : "es") + ":" + string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Words[random.Next(Words.Length)]))
            + Flags[random.Next(Flags.Length)]);
        return TestGlossary.Concept(IdOf(random.Next(12)), [.. terms]) with
        {
            Related = [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => IdOf(random.Next(12)))],
        };
    }

    private static string IdOf(int number) => $"c{number}";
}
