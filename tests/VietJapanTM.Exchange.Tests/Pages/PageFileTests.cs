using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Decoding;
using VietJapanTM.Exchange.Pages;
using VietJapanTM.Model;
using WordDocument = DocumentFormat.OpenXml.Wordprocessing.Document;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace VietJapanTM.Exchange.Tests.Pages;

public sealed class PageFileTests
{
    [Fact]
    public void Text_IsTakenAsItStands()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal("Uno.\r\nDos.\n\nTres", PageFile.Read(folder.Write("a.txt", "\uFEFFUno.\r\nDos.\n\nTres")).Text);
    }

    [Fact]
    public void Markdown_YieldsProseAlone()
    {
        using var folder = new TemporaryFolder();
        var page = PageFile.Read(folder.Write("a.md", """
            ---
            title: no
            ---
            # El *título*

            Un párrafo con [un enlace](https://example.org) y `código`,
            que sigue &amp; acaba.  
            Otra línea. ![imagen](x.png)

            ```
            var no = 1;
            ```

            - uno
            - dos

            <div>no</div>

            | a | b |
            |---|---|
            | c | d |
            """));

        Assert.Equal(
            "El título\n\nUn párrafo con un enlace y código, que sigue & acaba.\nOtra línea.\n\nuno\n\ndos\n\na\n\nb\n\nc\n\nd\n", page.Text);
    }

    [Fact]
    public void Html_YieldsTheArticleAlone()
    {
        using var folder = new TemporaryFolder();
        var page = PageFile.Read(folder.Write("a.html", """
            <!DOCTYPE html><html lang="es-MX"><head><meta charset="utf-8"><title>Sitio - no</title><style>p{}</style></head>
            <body><header>Portada Mundo Deportes</header><nav><a href="/">Inicio</a></nav>
            <article><header><h1>El  <em>título</em></h1></header>
            <p>Primer párrafo, con&nbsp;espacio
            y <b>negrita</b>.<br>Otra línea.<br><br>Otro párrafo.</p><script>var no = "<p>no</p>";</script>
            <div>Suelto <p>dentro</p> y después</div><ul><li>uno</li><li>dos</li></ul>
            <p hidden>no</p><p><ruby>首相<rt>しゅしょう</rt></ruby>は</p></article>
            <aside>Relacionados</aside><footer>© 2023</footer></body></html>
            """));

        Assert.Equal(
            "El título\n\nPrimer párrafo, con\u00A0espacio y negrita.\nOtra línea.\n\nOtro párrafo.\n\nSuelto\n\ndentro\n\ny después\n\nuno\n\ndos\n\n首相は\n",
            page.Text);
        Assert.Equal(LanguageTag.Parse("es-MX"), page.DeclaredLanguage);
    }

    [Fact]
    public void Html_WithATeaserArticle_YieldsTheBody()
    {
        using var folder = new TemporaryFolder();
        var page = PageFile.Read(folder.Write(
            "a.htm", "<meta charset=utf-8><body><article>Breve.</article><p>Un párrafo mucho más largo que la nota breve.</p><form>no</form></body>"));
        Assert.Equal("Breve.\n\nUn párrafo mucho más largo que la nota breve.\n", page.Text);
    }

    [Fact]
    public void Html_InADeclaredOldEncoding_IsDecoded()
    {
        using var folder = new TemporaryFolder();
        var bytes = Encoding.Latin1.GetBytes("<html><head><meta charset=\"windows-1252\"></head><body><p>Año de relación</p></body></html>");
        File.WriteAllBytes(folder["a.html"], bytes);
        Assert.Equal("Año de relación\n", PageFile.Read(folder["a.html"]).Text);

        File.WriteAllBytes(folder["b.html"], Encoding.Latin1.GetBytes("<html><head><meta charset=\"utf-8\"></head><body><p>Año</p></body></html>"));
        Refuses(folder["b.html"], "encoding");
    }

    [Fact]
    public void Html_NestedWithoutEnd_IsRefusedAndDeepPagesAreRead()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal("fin\n", PageFile.Read(folder.Write("a.html", string.Concat(Enumerable.Repeat("<div>", 3_000)) + "fin")).Text);
        Refuses(folder.Write("b.html", string.Concat(Enumerable.Repeat("<div>", 1_000_000)) + "fin"), "b.html", "nest");
        var paragraphs = string.Concat(Enumerable.Repeat("<p>uno<br>", 20_000));
        Assert.Equal(20_000, PageFile.Read(folder.Write("c.html", paragraphs)).Text.Split("\n\n").Length);
    }

    [Fact]
    public void Word_YieldsParagraphsInOrder()
    {
        using var folder = new TemporaryFolder();
        using (var document = WordprocessingDocument.Create(folder["a.docx"], WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new WordDocument(new Body(
                new Paragraph(new Run(new WordText("El título"))),
                new Paragraph(),
                new Paragraph(
                    new Run(new WordText("Primera línea,") { Space = SpaceProcessingModeValues.Preserve }, new Break(), new WordText("segunda")),
                    new DeletedRun(new Run(new DeletedText(" borrado"))),
                    new InsertedRun(new Run(new TabChar(), new WordText("nuevo.")))),
                new Table(new TableRow(new TableCell(new Paragraph(new Run(new WordText("celda"))))))));
        }

        Assert.Equal("El título\n\nPrimera línea,\nsegunda nuevo.\n\ncelda\n", PageFile.Read(folder["a.docx"]).Text);
    }

    [Fact]
    public void Word_WithNotes_YieldsThemAtTheEndInTheOrderOfTheirMarks()
    {
        using var folder = new TemporaryFolder();
        using (var document = WordprocessingDocument.Create(folder["a.docx"], WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new WordDocument(new Body(
                new Paragraph(Said("Uno"), new Run(new FootnoteReference { Id = 3 }), Said(" y dos."), new Run(new EndnoteReference { Id = 1 })),
                new Paragraph(Said("Tres."), new Run(new FootnoteReference { Id = 2 }), new DeletedRun(new Run(new FootnoteReference { Id = 4 }))),
                new Table(new TableRow(new TableCell(new Paragraph(Said("Cuatro."), new Run(new FootnoteReference { Id = 3 })))))));
            main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(
                new Footnote(new Paragraph(new Run(new SeparatorMark()))) { Id = -1, Type = FootnoteEndnoteValues.Separator },
                new Footnote(new Paragraph(Said("Nota segunda."))) { Id = 2 },
                new Footnote(new Paragraph(new Run(new FootnoteReferenceMark()), Said(" Nota primera.")), new Paragraph(Said("Sigue."))) { Id = 3 },
                new Footnote(new Paragraph(Said("Nota borrada."))) { Id = 4 });
            main.AddNewPart<EndnotesPart>().Endnotes = new Endnotes(new Endnote(new Paragraph(Said("Nota final."))) { Id = 1 });
        }

        var page = PageFile.Read(folder["a.docx"]);
        Assert.Equal("Uno y dos.\n\nTres.\n\nCuatro.\n\nNota primera.\n\nSigue.\n\nNota segunda.\n\nNota final.\n", page.Text);
        Assert.Empty(page.LeftOut);
    }

    [Fact]
    public void Word_WithWhatIsNoPartOfTheText_NamesIt()
    {
        using var folder = new TemporaryFolder();
        using (var document = WordprocessingDocument.Create(folder["a.docx"], WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new WordDocument(new Body(new Paragraph(Said("Uno."))));
            main.AddNewPart<HeaderPart>().Header = new Header(new Paragraph(Said("Ministerio")));
            main.AddNewPart<HeaderPart>().Header = new Header(new Paragraph());
            main.AddNewPart<FooterPart>().Footer = new Footer(new Paragraph(new SimpleField(Said("IV")) { Instruction = "PAGE" }));
            main.AddNewPart<WordprocessingCommentsPart>().Comments = new Comments(
                new Comment(new Paragraph(Said("¿Seguro?"))) { Id = "1" }, new Comment(new Paragraph(Said("Sí."))) { Id = "2" });
        }

        var page = PageFile.Read(folder["a.docx"]);
        Assert.Equal("Uno.\n", page.Text);
        Assert.Equal(["1 header", "2 comments"], page.LeftOut);
    }

    private static Run Said(string text) => new(new WordText(text) { Space = SpaceProcessingModeValues.Preserve });

    [Fact]
    public void Word_ThatIsNone_IsNamed()
    {
        using var folder = new TemporaryFolder();
        Refuses(folder.Write("a.docx", "PK no"), "a.docx", "not a Word document");
        using (var zip = ZipFile.Open(folder["b.docx"], ZipArchiveMode.Create))
        {
            zip.CreateEntry("x.txt");
        }

        Refuses(folder["b.docx"], "not a Word document");
        using (var zip = ZipFile.Open(folder["c.docx"], ZipArchiveMode.Create))
        using (var bomb = zip.CreateEntry("word/document.xml").Open())
        {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 513; i++)
            {
                bomb.Write(zeros);
            }
        }

        Refuses(folder["c.docx"], "512 MiB");
    }

    [Theory]
    [InlineData("<body><p>Año “nuevo”</p></body>", "windows-1252", "windows-1252")]
    [InlineData("<html><head><meta charset=windows-1252></head><body><p>Año “nuevo”</p></body></html>", "windows-1252", "shift_jis")]
    [InlineData("<?xml version='1.0' encoding='windows-1252'?><html><body><p>Año “nuevo”</p></body></html>", "windows-1252", null)]
    [InlineData("<body><p>Año “nuevo”</p></body>", "utf-8", "windows-1252")]
    [InlineData("<body><p>Año “nuevo”</p></body>", "utf-16", "utf-16")]
    public void Html_OfAnotherEncoding_IsReadByItsDeclarationElseByTheName(string page, string encoding, string? named)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["a.html"], EncodedText.Find(encoding)!.GetBytes(page));
        Assert.Equal("Año “nuevo”\n", PageFile.Read(folder["a.html"], named is null ? null : EncodedText.Find(named)).Text);
    }

    [Fact]
    public void Html_ThatDeclaresNothingAndIsNotUtf8_IsRefusedByOffset()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["a.html"], Encoding.Latin1.GetBytes("<body>\n<p>Año</p></body>"));
        Assert.Equal(ErrorCode.TextMalformed, Assert.Throws<DomainException>(() => PageFile.Read(folder["a.html"])).Code);
        Refuses(folder["a.html"], "a.html", "offset 11 (line 2) are not utf-8");
    }

    [Fact]
    public void Unreadable_IsNamed()
    {
        using var folder = new TemporaryFolder();
        Refuses(folder.Write("a.pdf", "x"), "a.pdf", ".docx");
        Refuses(folder["none.txt"], "none.txt");
        Refuses(folder.Write("empty.txt", ""), "empty.txt");
        File.WriteAllBytes(folder["latin.txt"], Encoding.Latin1.GetBytes("Año"));
        Refuses(folder["latin.txt"], "latin.txt", "UTF-8");
    }

    [Fact]
    public void AnyBytes_AreReadOrRefused() => Seeded.Run(60, random =>
    {
        using var folder = new TemporaryFolder();
        var bytes = new byte[random.Next(1, 400)];
        random.NextBytes(bytes);
        foreach (var extension in PageFile.Extensions)
        {
            var path = folder["a" + extension];
            File.WriteAllBytes(path, bytes);
            try
            {
                Assert.NotNull(PageFile.Read(path).Text);
            }
            catch (DomainException e)
            {
                Assert.Contains(path, e.Message);
            }
        }
    });

    private static void Refuses(string path, params string[] words)
    {
        var failure = Assert.Throws<DomainException>(() => PageFile.Read(path));
        Assert.All(words, word => Assert.Contains(word, failure.Message));
    }
}
