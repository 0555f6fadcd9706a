using VietJapanTM.Matching.Adaptation;
using VietJapanTM.Model;
using VietJapanTM.Terminology;
using static VietJapanTM.Core.Tests.Matching.Units;
using static VietJapanTM.Core.Tests.Terminology.TestGlossary;

namespace VietJapanTM.Core.Tests.Matching.Adaptation;

public sealed class TargetAdapterTests
{
    private static readonly TermRecognizer Glossary = new([
        Concept("military-alliance", "es:alianza militar", "en:military alliance", "vi:liên minh quân sự", "ja:軍事同盟"),
        Concept("trade-agreement", "es:acuerdo comercial", "en:trade agreement", "vi:hiệp định thương mại", "ja:貿易協定"),
        WithGender(Concept("resolution", "es:resolución", "en:resolution", "vi:nghị quyết", "ja:決議"), GrammaticalGender.Feminine),
        WithGender(Concept("declaration", "es:declaración", "en:declaration", "vi:tuyên bố", "ja:宣言"), GrammaticalGender.Feminine),
        Concept("abe", "es:Shinzo Abe/name", "en:Abe Shinzo/name", "vi:Abe Shinzo/name", "ja:安倍晋三/name"),
        Concept("kishida", "es:Fumio Kishida/name", "en:Kishida Fumio/name", "vi:Kishida Fumio/name", "ja:岸田文雄/name"),
    ]);

    private static readonly TargetAdapter Adapter = new(Glossary);

    public static TheoryData<string, string, string, string, string, string> Rows
    {
        get
        {
            var data = new TheoryData<string, string, string, string, string, string>();
            foreach (var line in File.ReadLines(RepositoryRoot.Combine("tests", "VietJapanTM.Core.Tests", "Matching", "Goldens", "adaptations.tsv")))
            {
                if (!line.StartsWith('#'))
                {
                    var fields = line.Split('\t');
                    Assert.Equal(7, fields.Length);
                    data.Add(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Adapt_WrittenCase_IsAsWritten(string from, string to, string query, string source, string target, string expected)
    {
        var adapted = Adapter.Adapt(query, LanguageTag.Parse(from), Variant(from, source), Variant(to, target));

        Assert.Equal(expected, adapted is null ? "-" : (adapted.NeedsReview ? "?" : "") + adapted.Text);
        if (adapted is not null)
        {
            AssertSpans(adapted, query, source, target);
        }
    }

    [Fact]
    public void Adapt_SameText_EditsNothing() =>
        Assert.Null(Adapter.Adapt("Firmaron 12 acuerdos.", LanguageTag.Spanish, Variant("es", "Firmaron 12 acuerdos."), Variant("en", "They signed 12 agreements.")));

    [Fact]
    public void Adapt_Term_NamesBothConcepts()
    {
        var adapted = Adapter.Adapt("Es la declaración.", LanguageTag.Spanish, Variant("es", "Es la resolución."), Variant("en", "It is the resolution."));
        var edit = Assert.Single(adapted!.Edits);
        Assert.Equal((TargetEditKind.Term, "declaration", "resolution"), (edit.Kind, edit.ConceptId, edit.ReplacedConceptId));
    }

    [Fact]
    public void Adapt_TargetWithTags_MovesThemWithTheText()
    {
        var target = Variant("en", "They signed 12 agreements.") with
        {
            Tags = [new InlineTag(5, InlineTagKind.Open, 1, "<b>"), new InlineTag(14, InlineTagKind.Close, 1, "</b>"), new InlineTag(26, InlineTagKind.Standalone, 2, "{0}")],
        };
        var adapted = Adapter.Adapt("Firmaron 1.250 acuerdos.", LanguageTag.Spanish, Variant("es", "Firmaron 12 acuerdos."), target);
        Assert.Equal("They signed 1,250 agreements.", adapted!.Text);
        Assert.Equal([5, 17, 29], adapted.Tags.Select(t => t.Position));
    }

    [Fact]
    public void Adapt_TagInsideTheNumber_LeavesTheTargetAlone()
    {
        var target = Variant("en", "They signed 12 agreements.") with { Tags = [new InlineTag(13, InlineTagKind.Standalone, 1, "<x/>")] };
        Assert.Null(Adapter.Adapt("Firmaron 15 acuerdos.", LanguageTag.Spanish, Variant("es", "Firmaron 12 acuerdos."), target));
    }

    /// <summary>Texts are made from numbers in both languages' conventions; what is adapted must be what the same maker writes for the new numbers.</summary>
    [Fact]
    public void Adapt_NumbersOfEveryShape_WritesWhatATranslatorWouldOrNothing()
    {
        var adaptedCount = 0;
        Seeded.Run(2_000, random =>
        {
            string[] languages = ["es", "en", "vi", "ja"];
            var (from, to) = (languages[random.Next(4)], languages[random.Next(4)]);
            decimal[] old = [Number(random), Number(random)];
            decimal[] now = [Number(random), random.Next(2) == 0 ? old[1] : Number(random)];
            var words = random.Next(5) == 0;
            var adapted = Adapter.Adapt(Sentence(from, now, words), LanguageTag.Parse(from), Variant(from, Sentence(from, old, words)), Variant(to, Sentence(to, old, words)));
            if (adapted is not null)
            {
                adaptedCount++;
                Assert.Equal(Sentence(to, now, words), adapted.Text);
                AssertSpans(adapted, Sentence(from, now, words), Sentence(from, old, words), Sentence(to, old, words));
            }
        });
        Assert.True(adaptedCount > 500, $"only {adaptedCount} of 2,000 were adapted");
    }

    [Fact]
    public void Adapt_DatesOfEveryShape_WritesWhatATranslatorWouldOrNothing()
    {
        var adaptedCount = 0;
        Seeded.Run(1_000, random =>
        {
            string[] languages = ["es", "en", "vi", "ja"];
            var (from, to) = (languages[random.Next(4)], languages[random.Next(4)]);
            var shape = random.Next(3);
            var (old, now, other) = (Date(random), Date(random), random.Next(3) == 0 ? Date(random) : default(DateOnly?));
            string Text(string language, DateOnly date) => Say(language, date, shape) + (other is { } o ? " / " + Say(language, o, shape) : "");
            var adapted = Adapter.Adapt(Text(from, now), LanguageTag.Parse(from), Variant(from, Text(from, old)), Variant(to, Text(to, old)));
            if (adapted is not null)
            {
                adaptedCount++;
                Assert.Equal(Text(to, now), adapted.Text);
            }
        });
        Assert.True(adaptedCount > 500, $"only {adaptedCount} of 1,000 were adapted");
    }

    /// <summary>Whatever the texts, an edit touches its own span and nothing else, and the adapter never throws.</summary>
    [Fact]
    public void Adapt_AnyTexts_ChangesOnlyWhatItLists() => Seeded.Run(2_000, random =>
    {
        var generator = new SegmentGenerator(random);
        string[] languages = ["es", "en", "vi", "ja", "fr"];
        var (from, to) = (languages[random.Next(5)], languages[random.Next(5)]);
        var source = generator.Segment() + " " + random.Next(1, 40);
        var target = generator.Edit(source);
        var query = random.Next(2) == 0 ? generator.Edit(source) : source[..source.LastIndexOf(' ')] + " " + random.Next(1, 40);
        if (Adapter.Adapt(query, LanguageTag.Parse(from), Variant(from, source), Variant(to, target)) is { } adapted)
        {
            AssertSpans(adapted, query, source, target);
        }
    });

    private static void AssertSpans(AdaptedTarget adapted, string query, string source, string target)
    {
        Assert.NotEmpty(adapted.Edits);
        var (text, at) = ("", 0);
        foreach (var edit in adapted.Edits)
        {
            Assert.Equal(edit.OldText, edit.Target.Of(target).ToString());
            Assert.Equal(edit.NewText, edit.Adapted.Of(adapted.Text).ToString());
            Assert.NotEqual(edit.Query.Of(query).ToString(), edit.Source.Of(source).ToString());
            text += target[at..edit.Target.StartUtf16] + edit.NewText;
            at = edit.Target.EndUtf16;
        }

        Assert.Equal(adapted.Text, text + target[at..]);
    }

    private static decimal Number(Random random) => random.Next(4) switch
    {
        0 => random.Next(0, 40),
        1 => random.Next(1_000, 10_000_000),
        2 => random.Next(0, 100_000) / 100m,
        _ => random.Next(1, 999),
    };

    private static string Sentence(string language, decimal[] numbers, bool words)
    {
        var said = numbers.Select(n => Say(language, n)).ToArray();
        return language switch
        {
            "es" => $"Pasaron {said[0]} % y {said[1]} personas{(words ? " en dos años" : "")}.",
            "en" => $"There were {said[0]}% and {said[1]} persons{(words ? " in two years" : "")}.",
            "vi" => $"Có {said[0]}% và {said[1]} người{(words ? " trong hai năm" : "")}.",
            _ => $"{said[0]}%と{said[1]}人{(words ? "が二年間" : "")}。",
        };
    }

    private static string Say(string language, decimal number)
    {
        var text = number.ToString("#,##0.##", System.Globalization.CultureInfo.InvariantCulture);
        return language is "es" or "vi" ? text.Replace(',', '_').Replace('.', ',').Replace('_', '.') : text;
    }

    private static DateOnly Date(Random random) => new(2000 + random.Next(40), random.Next(1, 13), random.Next(1, 29));

    private static string Say(string language, DateOnly date, int shape)
    {
        string[] spanish = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];
        string[] english = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
        var (y, m, d) = (date.Year, date.Month, date.Day);
        return (language, shape) switch
        {
            ("es", 0) => $"el {d} de {spanish[m - 1]} de {y}",
            ("es", 1) => $"el {d} de {spanish[m - 1]}",
            ("es", _) => $"en {spanish[m - 1]} de {y}",
            ("en", 0) => $"on {english[m - 1]} {d}, {y}",
            ("en", 1) => $"on {d} {english[m - 1]}",
            ("en", _) => $"in {english[m - 1]} {y}",
            ("vi", 0) => $"ngày {d} tháng {m} năm {y}",
            ("vi", 1) => $"ngày {d}/{m}",
            ("vi", _) => $"tháng {m} năm {y}",
            (_, 0) => $"{y}年{m}月{d}日",
            (_, 1) => $"{m}月{d}日",
            _ => $"{y}年{m}月",
        };
    }

    private static Concept WithGender(Concept concept, GrammaticalGender gender) => concept with
    {
        Languages = [.. concept.Languages.Select(s => s with { Terms = [.. s.Terms.Select(t => s.Language == LanguageTag.Spanish ? t with { Gender = gender } : t)] })],
    };
}
