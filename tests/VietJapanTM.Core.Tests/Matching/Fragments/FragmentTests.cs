using VietJapanTM.Matching;
using VietJapanTM.Model;
using VietJapanTM.Store;
using VietJapanTM.Text.Normalization;
using VietJapanTM.Text.Tokens;
using static VietJapanTM.Core.Tests.Matching.Units;

namespace VietJapanTM.Core.Tests.Matching.Fragments;

public sealed class FragmentTests
{
    [Fact]
    public void Find_TwoPieces_NamesUnits()
    {
        var index = Index(Unit("a", "La asociación estratégica crece.", "The strategic partnership grows."), Unit("b", "Desde 1973 son amigos.", "Friends since 1973."));
        var fragments = index.Index.FindFragments(Query("la Asociacion estratégica, desde 1973, de ambos países", "es"));

        Assert.Equal(["la Asociacion estratégica", "desde 1973"], fragments.Select(f => f.Query.Of("la Asociacion estratégica, desde 1973, de ambos países").ToString()));
        Assert.Equal(["a", "b"], fragments.Select(f => f.Unit.Id));
        Assert.Equal("The strategic partnership grows.", fragments[0].Target!.Text);
    }

    [Theory]
    [InlineData("es", "Ayer abrió el archivo en la ventana.", "en", "Yesterday he opened the file in the window.", "quiero abrir el archivo en la ventana", "the file in the window")]
    [InlineData("es", "Los dos dirigentes visitaron Hanói.", "vi", "Hai nhà lãnh đạo đã thăm Hà Nội và các bên hài lòng.", "los dos dirigentes", "Hai nhà lãnh đạo")]
    [InlineData("es", "Cooperan en el futuro con los países.", "vi", "Họ hợp tác trong tương lai với các nước.", "todo en el futuro", "trong tương lai")]
    [InlineData("es", "El primer ministro de Japón llegó ayer.", "ja", "日本の首相は昨日到着した。", "vino de Japón", "日本")]
    [InlineData("ja", "日本の首相は昨日到着した。", "en", "The Japanese prime minister arrived yesterday.", "首相は昨日帰る", "prime minister arrived yesterday")]
    [InlineData("vi", "Hai nước hợp tác kinh tế.", "ja", "両国は経済協力を行う。", "hợp tác kinh tế mới", "経済協力")]
    [InlineData("es", "Ayer llovió mucho en la ciudad.", "en", "Completely unrelated words stand here.", "llovió mucho", null)]
    public void Find_APieceAndItsTranslation_NamesOneSpanOrNone(string from, string source, string to, string target, string text, string? expected)
    {
        var unit = new TranslationUnit { Id = "u", MemoryId = "m", Variants = [Variant(from, source), Variant(to, target)] };
        var fragment = Index(unit).Index.FindFragments(Units.Query(text, from, to)).First();
        Assert.Equal(expected, fragment.Aligned.Select(s => s.Of(target).ToString()).SingleOrDefault());
    }

    [Fact]
    public void Find_AnotherNumber_IsNotHeld() =>
        Assert.Empty(Index(Unit("b", "Desde 1973", "Since 1973")).Index.FindFragments(Query("Desde 1945", "es")));

    [Fact]
    public void Find_AnyUnits_OccurWhereTheySayAndCoverAsTheNaiveSearch() => Seeded.Run(30, random =>
    {
        var generator = new SegmentGenerator(random);
        var language = LanguageTag.Parse(random.Next(2) == 0 ? "es" : "ja");
        var index = new IndexedUnits();
        for (var batch = random.Next(1, 4); batch > 0; batch--)
        {
            index.Apply(Enumerable.Range(0, random.Next(1, 90)).Select(_ => Put(new TranslationUnit
            {
                Id = "u" + random.Next(150),
                MemoryId = "m",
                Variants = [Variant(language.Value, "x " + generator.Segment())],
            })));
        }

        var live = index.Log.ReadUnitVersions(Tenants.Default, index.Revision, index.Revision)
            .Select(v => Folds(language, v.Unit.Variants[0].Text)).ToList();
        for (var i = 0; i < 8; i++)
        {
            var text = "y " + generator.Segment();
            var fragments = index.Index.FindFragments(Query(text, language.Value));
            foreach (var fragment in fragments)
            {
                var stored = fragment.Source.Of(fragment.Unit.Variants[fragment.Ordinal].Text).ToString();
                Assert.Equal(Folds(language, fragment.Query.Of(text).ToString()), Folds(language, stored));
            }

            Assert.Equal(
                NaiveCover(language, text, live).Select(piece => (piece.First().Start, piece.Last().End)),
                fragments.Select(f => (f.Query.StartUtf16, f.Query.EndUtf16)));
        }
    });

    /// <summary>The longest piece that some segment holds, the leftmost of equals; then the same on both sides of it.</summary>
    private static IEnumerable<List<Token>> NaiveCover(LanguageTag language, string text, List<List<string>> live)
    {
        var tokens = Tokens(text);
        return Cover(0, tokens.Count);

        IEnumerable<List<Token>> Cover(int left, int right)
        {
            var pieces = from start in Enumerable.Range(left, right - left)
                         from end in Enumerable.Range(start + 1, right - start)
                         let piece = tokens[start..end]
                         let size = language.Primary == "ja" ? piece.Sum(t => t.Length) : piece.Count
                         where size >= (language.Primary == "ja" ? 4 : 2)
                         orderby size descending, start, end descending
                         select (start, end, piece);
            foreach (var (start, end, piece) in pieces)
            {
                var folds = piece.Select(t => Fold(language, t.Of(text).ToString())).ToList();
                if (live.Any(segment => Holds(segment, folds)))
                {
                    return [.. Cover(left, start), piece, .. Cover(end, right)];
                }
            }

            return [];
        }
    }

    private static bool Holds(List<string> segment, List<string> folds) =>
        Enumerable.Range(0, segment.Count).Any(at => segment.Skip(at).Take(folds.Count).SequenceEqual(folds));

    private static List<Token> Tokens(string text) => [.. Tokenizer.Tokenize(text).Where(t => t.Kind != TokenKind.Punctuation)];

    private static List<string> Folds(LanguageTag language, string text) => [.. Tokens(text).Select(t => Fold(language, t.Of(text).ToString()))];

    private static string Fold(LanguageTag language, string word)
    {
        var fold = TextFolding.FoldCase(TextFolding.FoldWidth(TextFolding.RemoveInvisible(TextFolding.Compose(word))));
        return language.Primary == "es" ? TextFolding.FoldSpanishAccents(fold) : fold;
    }

    private static LookupQuery Query(string text, string language) =>
        new() { Text = text, SourceLanguage = LanguageTag.Parse(language), TargetLanguage = LanguageTag.English };
}
