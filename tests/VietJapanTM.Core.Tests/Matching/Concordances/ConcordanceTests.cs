using VietJapanTM.Errors;
using VietJapanTM.Matching;
using VietJapanTM.Matching.Concordances;
using VietJapanTM.Model;
using VietJapanTM.Store;
using static VietJapanTM.Core.Tests.Matching.Units;

namespace VietJapanTM.Core.Tests.Matching.Concordances;

public sealed class ConcordanceTests
{
    [Theory]
    [InlineData("es", "asociacion ESTRATÉGICA", true, "La [asociación estratégica] integral", "accents and case are folded")]
    [InlineData("es", "integral asociación", false, "La [asociación] estratégica [integral]", "any order")]
    [InlineData("es", "integral asociación", true, null, "a phrase keeps its order")]
    [InlineData("es", "estrat*", false, "La asociación [estratégica] integral", "the beginning of a word")]
    [InlineData("es", "estrat", false, null, "a word is whole without an asterisk")]
    [InlineData("es", "Hanói, Vietnam", true, "En [Hanói (Vietnam]), hoy", "marks mean nothing")]
    [InlineData("es", "año", false, null, "ñ is a letter of its own")]
    [InlineData("es", "1973", false, "Desde [1973], amigos", "numbers are not alike")]
    [InlineData("vi", "hoà bình", true, "vì [hòa bình] thế giới", "the place of a tone mark is folded")]
    [InlineData("vi", "hoa bình", false, null, "a tone is not")]
    [InlineData("ja", "首脳会談", false, "日越[首脳会談]を行った", "a part of what is written together")]
    [InlineData("ja", "トナー", false, "戦略的パー[トナー]シップ", "a part of a run of kana")]
    [InlineData("ja", "越首 談を", false, "日[越首]脳会[談を]行った", "two parts")]
    [InlineData("ja", "ﾊﾟｰﾄﾅｰ", false, "戦略的[パートナー]シップ", "width is folded")]
    [InlineData("ja", "首会", false, null, "characters must stand together")]
    public void Find_Words_MarksThem(string language, string words, bool isPhrase, string? marked, string why)
    {
        string[] texts =
        [
            "La asociación estratégica integral", "En Hanói (Vietnam), hoy", "Desde 1973, amigos", "Desde 1945, ano tras ano",
            "vì hòa bình thế giới", "日越首脳会談を行った", "戦略的パートナーシップ",
        ];
        var index = Index([.. texts.Select((text, i) => Only($"u{i}", language, text))]);
        var page = index.Index.FindWords(new ConcordanceQuery { Text = words, Language = LanguageTag.Parse(language), IsPhrase = isPhrase });
        Assert.True(marked == (page.Hits.IsEmpty ? null : Mark(Assert.Single(page.Hits))), why);
        Assert.Null(page.Next);
    }

    [Fact]
    public void Find_TextBeyondTheBasicPlane_CountsCodePointsToo()
    {
        var index = Index(Only("u", "es", "👩 la cumbre"));
        var span = index.Index.FindWords(new ConcordanceQuery { Text = "cumbre", Language = LanguageTag.Spanish }).Hits[0].Found[0].Spans[0];
        Assert.Equal((6, 12, 5, 11), (span.StartUtf16, span.EndUtf16, span.StartCodePoint, span.EndCodePoint));
    }

    [Fact]
    public void Find_OldRevision_IsWhatItWas()
    {
        var index = new IndexedUnits();
        index.Apply(Put(Unit("a", "la cumbre", "summit"), 1), Put(Unit("b", "la cumbre", "summit"), 1));
        index.Apply(Put(Unit("a", "la reunión", "meeting"), 2));
        index.Apply(Delete(Unit("b", "", ""), 3));
        var query = new ConcordanceQuery { Text = "cumbre", Language = LanguageTag.Spanish };
        Assert.Empty(index.Index.FindWords(query).Hits);
        Assert.Equal(["a", "b"], index.Index.FindWords(query with { AsOf = 1 }).Hits.Select(h => h.Unit.Id));
        Assert.Equal(["b"], index.Index.FindWords(query with { AsOf = 2 }).Hits.Select(h => h.Unit.Id));
        Assert.Equal(ErrorCode.RevisionOutOfRange, Assert.Throws<DomainException>(() => index.Index.FindWords(query with { AsOf = 9 })).Code);
    }

    [Fact]
    public void Find_Memories_AreSearchedAlone()
    {
        var index = Index(Unit("a", "la cumbre", "summit", "one"), Unit("b", "la cumbre", "summit", "two"));
        var query = new ConcordanceQuery { Text = "cumbre", Language = LanguageTag.Spanish };
        Assert.Equal(["b"], index.Index.FindWords(query with { Memories = ["two"] }).Hits.Select(h => h.Unit.Id));
        Assert.Equal(ErrorCode.MemoryNotFound, Assert.Throws<DomainException>(() => index.Index.FindWords(query with { Memories = ["three"] })).Code);
    }

    [Theory]
    [InlineData("", ErrorCode.TextEmpty)]
    [InlineData("* , ¡", ErrorCode.TextEmpty)]
    public void Find_BadText_NamesIt(string text, ErrorCode code) => Assert.Equal(
        code,
        Assert.Throws<DomainException>(() => new IndexedUnits().Index.FindWords(new ConcordanceQuery { Text = text, Language = LanguageTag.Spanish })).Code);

    [Fact]
    public void Find_LoneSurrogate_IsRefused() => Assert.Equal(
        ErrorCode.TextMalformed,
        Assert.Throws<DomainException>(() => new IndexedUnits().Index.FindWords(new ConcordanceQuery { Text = "\uD800 a", Language = LanguageTag.Spanish })).Code);

    [Fact]
    public void Find_AnyUnitsAndQueries_EqualsTheScanPageByPage() => Seeded.Run(12, random =>
    {
        var generator = new SegmentGenerator(random);
        string[] languages = ["es", "en", "vi", "ja"];
        var index = new IndexedUnits();
        for (var batch = random.Next(1, 4); batch > 0; batch--)
        {
            index.Apply(Enumerable.Range(0, random.Next(1, 500)).Select(_ => Put(Any(random, generator, languages))));
        }

        var live = index.Log.ReadUnitVersions(Tenants.Default, index.Revision, index.Revision).Select(v => v.Unit).ToList();
        for (var i = 0; i < 20; i++)
        {
            var language = LanguageTag.Parse(languages[random.Next(4)]);
            var text = Words(random, language, live);
            if (string.IsNullOrEmpty(text))
            {
                continue;
            }

            var query = new ConcordanceQuery
            {
                Text = text,
                Language = language,
                IsPhrase = random.Next(2) == 0,
                PageSize = random.Next(1, 30),
                Target = random.Next(3) == 0 ? LanguageTag.Parse(languages[random.Next(4)]) : null,
            };
            Assert.Equal(NaiveConcordance.Find(query, live), All(index.Index, query));
        }
    });

    private static TranslationUnit Any(Random random, SegmentGenerator generator, string[] languages) => new()
    {
        Id = "u" + random.Next(800),
        MemoryId = "m",
        Variants = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Variant(languages[random.Next(4)], "x " + generator.Segment()))],
    };

    /// <summary>A part of a stored text, its words in any order or cut short, so that most queries find something.</summary>
    private static string? Words(Random random, LanguageTag language, List<TranslationUnit> live)
    {
        var texts = live.SelectMany(u => u.Variants).Where(v => v.Language == language).Select(v => v.Text).ToList();
        if (texts.Count == 0)
        {
            return null;
        }

        var text = texts[random.Next(texts.Count)];
        var tokens = VietJapanTM.Text.Tokens.Tokenizer.Tokenize(text);
        var from = random.Next(tokens.Count);
        var to = Math.Min(tokens.Count, from + random.Next(1, 4));
        var part = text[tokens[from].Start..tokens[to - 1].End];
        var words = random.Next(4) switch
        {
            0 => string.Join(' ', part.Split(' ').Reverse()),
            1 when language.Primary is not "ja" => part[..Math.Max(1, part.Length - random.Next(3))] + "*",
            2 when language.Primary is "ja" => part[random.Next(part.Length)..],
            _ => part,
        };
        return VietJapanTM.Text.Normalization.TextFolding.HasLoneSurrogate(words)
            || VietJapanTM.Text.Tokens.Tokenizer.Tokenize(words).TrueForAll(t => t.Kind == VietJapanTM.Text.Tokens.TokenKind.Punctuation) ? null : words;
    }

    private static List<string> All(TranslationMemoryIndex index, ConcordanceQuery query)
    {
        var ids = new List<string>();
        while (true)
        {
            var page = index.FindWords(query);
            Assert.InRange(page.Hits.Length, 0, query.PageSize);
            ids.AddRange(page.Hits.Select(h => h.Unit.Id));
            if (page.Next is null)
            {
                return ids;
            }

            query = query with { After = page.Next, AsOf = page.Revision };
        }
    }

    private static TranslationUnit Only(string id, string language, string text) =>
        new() { Id = id, MemoryId = "m", Variants = [Variant(language, text)] };

    private static string Mark(ConcordanceHit hit)
    {
        var found = Assert.Single(hit.Found);
        var text = hit.Unit.Variants[found.Ordinal].Text;
        foreach (var span in found.Spans.Reverse())
        {
            text = text.Insert(span.EndUtf16, "]").Insert(span.StartUtf16, "[");
        }

        return text;
    }
}
