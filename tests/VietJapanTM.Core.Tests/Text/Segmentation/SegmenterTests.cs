using System.Text;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Text.Segmentation;

namespace VietJapanTM.Core.Tests.Text.Segmentation;

public sealed class SegmenterTests
{
    [Theory]
    [InlineData("es", "El Sr. Kishida llegó. Habló.", "El Sr. Kishida llegó.|Habló.")]
    [InlineData("es", "¿Vendrá? «Sí», dijo el premier. ¡Bienvenido!", "¿Vendrá?|«Sí», dijo el premier.|¡Bienvenido!")]
    [InlineData("es", "entre ministerios y sectores.En la conversación", "entre ministerios y sectores.|En la conversación")]
    [InlineData("es", "Fortalecen las relaciones./.", "Fortalecen las relaciones./.")]
    [InlineData("es", "El art. 5 y el núm. 7. Fin.", "El art. 5 y el núm. 7.|Fin.")]
    [InlineData("es", "Viajó a EE. UU. La visita terminó.", "Viajó a EE. UU.|La visita terminó.")]
    [InlineData("en", "Mr. Kishida met Gen. Secretary Trong. They spoke.", "Mr. Kishida met Gen. Secretary Trong.|They spoke.")]
    [InlineData("en", "It grew 3.5 percent. \"Good,\" he said.", "It grew 3.5 percent.|\"Good,\" he said.")]
    [InlineData("vi", "TS. Nguyễn Văn A phát biểu. Ông cảm ơn.", "TS. Nguyễn Văn A phát biểu.|Ông cảm ơn.")]
    [InlineData("ja", "首相は「協力したい。期待する」と述べた。両国は合意した。", "首相は「協力したい。期待する」と述べた。|両国は合意した。")]
    [InlineData("es", "Lo firmó el Dr.\r\nTanaka en la sede de\r\nTokio. Fin.", "Lo firmó el Dr.\r\nTanaka en la sede de\r\nTokio.|Fin.")]
    [InlineData("ja", "首相は訪問した。その後、両首脳は共同声明を発\r\n表した。", "首相は訪問した。|その後、両首脳は共同声明を発\r\n表した。")]
    [InlineData("es", "  \n ", "")]
    public void Segment_Shipped_CutsAsExpected(string language, string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Cut(text, language)));

    [Fact]
    public void Segment_Lines_AreParagraphsAndWrappedLinesAreNot()
    {
        const string text = "Una línea bastante larga que sigue en la\npróxima. Otra frase.\n\nTitular sin punto\nTexto.";
        var segments = SegmentationRules.Shipped.For(LanguageTag.Spanish).Segment(text);
        Assert.Equal([0, 0, 1, 2], segments.Select(s => s.Paragraph));
    }

    // Between two letters every position is skipped by contract, whatever the rules; hence no piece begins with one behind a letter.
    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    [InlineData("vi")]
    [InlineData("ja")]
    public void Segment_SkippingPositions_CutsAsWhereEachIsAsked(string language)
    {
        string[] pieces =
        [
            "fin", "El", "The", "Một", "i", "iPhone", "Sr", "a)", "(b)", "1.", "II.", ". . .", "...", "…", "?", "!", ".", ",", ";", ":", "\n", "\r\n", "\t", "\u00A0", "\u3000", "\v",
            "\u2029", "=====", "「もう。」", "。", "！笑", "協力", "と", "[2]", "😀", "\"", "”", "«Sí.»", "(", ")", "a@b.es", "Yahoo!", "é",
        ];
        var tag = LanguageTag.Parse(language);
        var (skipping, asking) = (SegmentationRules.Shipped.For(tag), SegmentationRules.LoadShipped(keepWords: false).For(tag));
        Seeded.Run(300, random =>
        {
            var text = new StringBuilder();
            for (var i = random.Next(40); i > 0; i--)
            {
                var piece = pieces[random.Next(pieces.Length)];
                text.Append(text.Length > 0 && char.IsLetterOrDigit(text[^1]) && char.IsLetterOrDigit(piece[0]) ? " " : "").Append(piece).Append(random.Next(3) == 0 ? "" : " ");
            }

            Assert.Equal(asking.Segment(text.ToString()), skipping.Segment(text.ToString()));
        });
    }

    [Fact]
    public void Segment_AfterMuchText_CutsAsBefore()
    {
        // The rules are compiled meanwhile, the exceptions last.
        const int texts = 300;
        var text = string.Concat(Enumerable.Range(0, 30).Select(k => $"El Sr. Kishida llegó el {k} de mayo. ¿Vendrá? «Sí», dijo.\nOtra línea\n"));
        using var rules = File.OpenRead(RepositoryRoot.Combine("src", "VietJapanTM.Core", "Text", "Segmentation", "Rules", "default.srx"));
        var segmenter = SegmentationRules.Read("default.srx", rules, []).For(LanguageTag.Spanish);
        var first = segmenter.Segment(text);
        Parallel.For(0, texts, _ => Assert.Equal(first, segmenter.Segment(text)));
    }

    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    [InlineData("vi")]
    [InlineData("ja")]
    public void Segment_RandomText_SlicesAndWhiteSpaceGiveTheTextBack(string language) => Seeded.Run(100, random =>
    {
        string[] pieces = ["El Sr. ", "fin. ", "A.B. ", "\n", "\r\n", "。", "「", "」", "?", "! ", "…", "x", " ", "\u00A0", "«Sí».", "1. ", "\uD800", "日本", ";"];
        var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => pieces[random.Next(pieces.Length)]));
        var rebuilt = new StringBuilder();
        var at = 0;
        foreach (var segment in SegmentationRules.Shipped.For(LanguageTag.Parse(language)).Segment(text))
        {
            Assert.True(segment.Length > 0 && string.IsNullOrWhiteSpace(text[at..segment.Start]));
            rebuilt.Append(text, at, segment.End - at);
            at = segment.End;
        }

        Assert.True(string.IsNullOrWhiteSpace(text[at..]));
        Assert.Equal(text, rebuilt.ToString() + text[at..]);
    });

    [Fact]
    public void For_RegionalTag_UsesTheLanguage() => Assert.NotNull(SegmentationRules.Shipped.For(LanguageTag.Parse("es-MX")));

    [Fact]
    public void For_UnknownLanguage_NamesTheKnownOnes()
    {
        var error = Assert.Throws<DomainException>(() => SegmentationRules.Shipped.For(LanguageTag.Parse("fi")));
        Assert.Equal(ErrorCode.LanguageUnsupported, error.Code);
        Assert.Contains("es, en, vi and ja", error.Message);
    }

    private static IEnumerable<string> Cut(string text, string language) =>
        SegmentationRules.Shipped.For(LanguageTag.Parse(language)).Segment(text).Select(s => text.Substring(s.Start, s.Length));
}
