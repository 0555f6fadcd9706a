using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Text.Mending;

namespace VietJapanTM.Core.Tests.Text.Mending;

public sealed class MenderTests
{
    [Theory]
    [InlineData("es", "Esta es laactividad que dio inicio.", "Esta es la actividad que dio inicio.")]
    [InlineData("es", "Firmó el acuerdo delacomunidad internacional.", "Firmó el acuerdo de la comunidad internacional.")]
    [InlineData("es", "El comercio,la ciencia y la paz.", "El comercio, la ciencia y la paz.")]
    [InlineData("es", "Terminó la reunión.Los dos dirigentes salieron.", "Terminó la reunión. Los dos dirigentes salieron.")]
    [InlineData("es", "Viajó enVietnam con su familia.", "Viajó en Vietnam con su familia.")]
    [InlineData("es", "El ministro dijo“no habrá guerra” ayer.", "El ministro dijo “no habrá guerra” ayer.")]
    [InlineData("es", "Llegaron 500personas de2023 a la plaza.", "Llegaron 500 personas de 2023 a la plaza.")]
    [InlineData("en", "They discussed theimportance of peace.", "They discussed the importance of peace.")]
    [InlineData("en", "He said it wasn'tuntil Friday that they met.", "He said it wasn't until Friday that they met.")]
    [InlineData("vi", "Hai bên nhất trí tăng cườnghợp tác quốc tế.", "Hai bên nhất trí tăng cường hợp tác quốc tế.")]
    [InlineData("vi", "Chủ tịch HồChíMinh và bán đảo TriềuTiên.", "Chủ tịch Hồ Chí Minh và bán đảo Triều Tiên.")]
    [InlineData("vi", "Hôm qua Livingstonmới là đội thắng.", "Hôm qua Livingston mới là đội thắng.")]
    [InlineData("vi", "Ngành ytế cần giá125 triệu.", "Ngành y tế cần giá 125 triệu.")]
    [InlineData("es", "Terminaron las negociacionesentreelReino Unido y Japón.", "Terminaron las negociaciones entre el Reino Unido y Japón.")]
    [InlineData("es", "Esta es laactividad del comercio,la ciencia y los hospitalese investigadores.", "Esta es la actividad del comercio, la ciencia y los hospitales e investigadores.")]
    [InlineData("es", "Los países firmaron12 acuerdos y él compró3 barcos.", "Los países firmaron 12 acuerdos y él compró 3 barcos.")]
    [InlineData("es-MX", "Esta es laactividad.", "Esta es la actividad.")]
    public void Mend_LostSpace_Restores(string language, string text, string expected) =>
        Assert.Equal(expected, Mender.Mend(text, LanguageTag.Parse(language)).Text);

    [Theory]
    [InlineData("es", "Visitó Hanói, Phnom Penh y Ouagadougou con Nguyen Phu Trong.")]
    [InlineData("es", "Lea https://example.org/laactividad,dela y www.example.org o escriba a alos@example.org.")]
    [InlineData("es", "Escríbamelo, póngasela, quíteselas, cómpresela, pregúntesela, devuélvasela y ofrézcasela, quitándosela.")]
    [InlineData("es", "Vinieron Ana Delcampo, Luis Delafuente y Eva Elcamino.")]
    [InlineData("es", "La ASEAN, la AZEC, la OMSdela y el FMI.")]
    [InlineData("es", "El iPhone, WhatsApp, LibreOffice, YouTube y JavaScript.")]
    [InlineData("es", "Use print(laactividad) o C:\\laactividad\\dela.txt o dela_actividad.")]
    [InlineData("es", "Son 3,5 millones, 1.234,50 euros, el 50% y 20km; a las 12:30 h.")]
    [InlineData("es", "El background del think tank fue un breakthrough, thoroughly explained.")]
    [InlineData("es", "Internacionalmente, la autodeterminación sociocultural y antigubernamental; darle, decírselo, demás, aparte.")]
    [InlineData("es", "EE. UU. y a. C. y D.C. y s.f.")]
    [InlineData("es", "Vacíelo, envíelos y evalúela; usa Python3, grupo2 y latín1.")]
    [InlineData("en", "Our webmail tells of peacebuilding, statebuilding, rulemaking, decisionmaking and doomscrolling.")]
    [InlineData("en", "Call :func:`setcontext`, `isfile` and left(left(a, b)).")]
    [InlineData("en", "O'Reilly didn't mind; the MPs' iPad cost $1,000 at 5pm on the 20th.")]
    [InlineData("en", "Delete the range \"myRange\" and the field ‘thePrice’.")]
    [InlineData("vi", "YouGov, LibreOffice, VietJet, Nestlé, Pelé và cuộc chạy 10km.")]
    [InlineData("en", "I thought so...maybe not, and so on.")]
    [InlineData("vi", "Ông Washington gặp bà Merkel tại Ouagadougou ngày 2/9/1945.")]
    public void Mend_NamesNumbersCodeAndForeignWords_LeavesAlone(string language, string text) =>
        Assert.Empty(Mender.Mend(text, LanguageTag.Parse(language)).Edits);

    [Theory]
    [InlineData("es", "La comuni-\ncación entre los dos países.", "La comunicación entre los dos países.")]
    [InlineData("es", "La comuni-\r\n  cación entre los dos países.", "La comunicación entre los dos países.")]
    [InlineData("es", "La comuni\u00AD\ncación entre ambos.", "La comunicación entre ambos.")]
    [InlineData("es", "La amistad franco-\nalemana sigue.", "La amistad franco-alemana sigue.")]
    [InlineData("es", "Kishida llegó. El señor Kishi-\nda habló.", "Kishida llegó. El señor Kishida habló.")]
    [InlineData("en", "A well-\nknown agree-\nment.", "A well-known agreement.")]
    [InlineData("es", "El presi- dente y su minis- tro.", "El presidente y su ministro.")]
    [InlineData("en", "The govern- ment met.", "The government met.")]
    [InlineData("en", "They meet on-\nline.", "They meet online.")]
    [InlineData("es", "EstÃ¡ â€œlistoâ€\u009D para la reuniÃ³n.", "Está “listo” para la reunión.")]
    [InlineData("es", "La reuniÃƒÂ³n terminÃƒÂ³.", "La reunión terminó.")]
    [InlineData("es", "50â€¯â‚¬ y estÃ¡ bien.", "50\u202F€ y está bien.")]
    [InlineData("vi", "Viá»‡t Nam vÃ\u00A0 Nháº\u00ADt Báº£n; tÃ¬nh hÃ¬nh Ä‘áº·c biá»‡t.", "Việt Nam và Nhật Bản; tình hình đặc biệt.")]
    [InlineData("vi", "Viá»‡t Nam vÃ  Nháº\u00ADt Báº£n.", "Việt Nam và Nhật Bản.")]
    [InlineData("vi", "TĂ¬nh hĂ¬nh Viá»‡t Nam lĂ\u00A0 Ä‘áº·c biá»‡t; tiáº¿ng nĂ³i vĂ¢n vĂ¢n.", "Tình hình Việt Nam là đặc biệt; tiếng nói vân vân.")]
    [InlineData("es", "Est\u00C3\u00A1 \u00E2\u0080\u009Clisto\u00E2\u0080\u009D ya.", "Está “listo” ya.")]
    [InlineData("vi", "Tiê\u0301ng Viê\u0323t", "Tiếng Việt")]
    [InlineData("es", "El presidente\u00A0Ho Chi Minh.", "El presidente Ho Chi Minh.")]
    public void Mend_OtherDamage_Repairs(string language, string text, string expected) =>
        Assert.Equal(expected, Mender.Mend(text, LanguageTag.Parse(language), new MendingOptions { Kinds = MendKind.All }).Text);

    [Theory]
    [InlineData("es", "Preguntó «¿dónde está»… y se fue. «Café»… y «ESPAÑÃ»…")]
    [InlineData("vi", "ĐÃ… NGÃ” (quá»…) HÀ NỘI ĐÃ\u00A0")]
    [InlineData("vi", "Ăn sáng ở “QUÁN ĂN”, BẮC… Ă” và «Ă».")]
    [InlineData("es", "Los temas:\n- paz\n- guerra\nEl 14\u00A0% de EE.\u00A0UU. y los años\u00A080, 3\u00A0km, I.\u00A0A.")]
    [InlineData("es", "Nació en 1930-\n1940 y murió. El presi-\n\ndente llegó.")]
    [InlineData("es", "Los planes pre- y posguerra, bi- o trilaterales, la franco- alemana y la paz - dente.")]
    [InlineData("en", "A two- or three-day visit in mid- to late May; a re- election, pre- and post-war.")]
    [InlineData("en", "the XQ-\nzrk series and pre- and post-war -\nand more")]
    public void Mend_WhatOnlyLooksDamaged_LeavesAlone(string language, string text) =>
        Assert.Same(text, Mender.Mend(text, LanguageTag.Parse(language), new MendingOptions { Kinds = MendKind.All & ~MendKind.Decomposed }).Text);

    [Fact]
    public void Mend_DoubledSpaces_AreMendedWhereAskedForAndNotInColumnsOrIndents()
    {
        const string Text = "  Fue  breve.\nUno   dos   tres\n \tfin  \nY  ya";
        var mended = Mender.Mend(Text, LanguageTag.Spanish, new MendingOptions { Kinds = MendKind.All });
        Assert.Equal("  Fue breve.\nUno   dos   tres\n \tfin  \nY ya", mended.Text);
        Assert.Equal([6, 41], mended.Edits.Select(e => e.Offset));
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("fr")]
    public void Mend_LanguageWithoutVocabulary_NamesThoseWithOne(string language)
    {
        var error = Assert.Throws<DomainException>(() => Mender.Mend("text", LanguageTag.Parse(language)));
        Assert.Equal(ErrorCode.LanguageUnsupported, error.Code);
        Assert.Contains("es, en, vi", error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\u00A0")]
    [InlineData("\uD800 solo \uDC00")]
    [InlineData("la\uD800dela\uDFFF,y")]
    public void Mend_NothingToMend_ReturnsTheVeryText(string text) => Assert.Same(text, Mender.Mend(text, LanguageTag.Spanish).Text);

    [Fact]
    public void Mend_OffsetsBehindEmoji_CountBothWays()
    {
        var edit = Assert.Single(Mender.Mend("\U0001F600\uD800 Es laactividad.", LanguageTag.Spanish).Edits);
        Assert.Equal((9, 8, 0, " ", MendKind.LostSpace), (edit.Offset, edit.CodePointOffset, edit.Length, edit.Inserted, edit.Kind));
    }

    [Fact]
    public void Mend_DecomposedText_CutsBetweenLettersAndKeepsTheMarks()
    {
        var text = "Vietnam estálisto para la reunión.".Normalize(System.Text.NormalizationForm.FormD);
        var result = Mender.Mend(text, LanguageTag.Spanish, new MendingOptions { Kinds = MendKind.LostSpaces });
        Assert.Equal("Vietnam está listo para la reunión.".Normalize(System.Text.NormalizationForm.FormD), result.Text);
        Assert.Equal("Vietnam está listo para la reunión.", Mender.Mend(text, LanguageTag.Spanish, new MendingOptions { Kinds = MendKind.All }).Text);
    }

    [Fact]
    public void Mend_KindTurnedOff_LeavesThatKind()
    {
        const string Text = "Esta es laactividad del comercio,la ciencia y 500personas que dijo“sí” ayer sobre la comuni-\ncación, "
            + "estÃ¡ claro, la reunio\u0301n con\u00A0Japón fue  breve.";
        var count = MendKindNames.All.Count;
        foreach (var name in MendKindNames.All)
        {
            Assert.True(MendKindNames.TryParse(name, out var kind));
            var only = Mender.Mend(Text, LanguageTag.Spanish, new MendingOptions { Kinds = kind });
            Assert.Equal(kind, Assert.Single(only.Edits).Kind);
            var others = Mender.Mend(Text, LanguageTag.Spanish, new MendingOptions { Kinds = MendKind.All & ~kind });
            Assert.Equal(count - 1, others.Edits.Count);
            Assert.DoesNotContain(others.Edits, e => e.Kind == kind);
        }

        Assert.Empty(Mender.Mend(Text, LanguageTag.Spanish, new MendingOptions { Kinds = MendKind.None }).Edits);
        Assert.Equal(
            "Esta es la actividad del comercio, la ciencia y 500 personas que dijo “sí” ayer sobre la comunicación, "
            + "está claro, la reunión con Japón fue breve.",
            Mender.Mend(Text, LanguageTag.Spanish, new MendingOptions { Kinds = MendKind.All }).Text);
        Assert.Equal(6, Mender.Mend(Text, LanguageTag.Spanish).Edits.Count);
    }

    [Fact]
    public void Mend_MinimumConfidence_LeavesOutWhatIsBelow()
    {
        const string Text = "Esta es laactividad del comercio,la ciencia y acordaron instruir alos ministros dela región.";
        var all = Mender.Mend(Text, LanguageTag.Spanish);
        var median = all.Edits.Select(e => e.Confidence).Order().ElementAt(all.Edits.Count / 2);
        var sure = Mender.Mend(Text, LanguageTag.Spanish, new MendingOptions { MinimumConfidence = median });
        Assert.Equal(all.Edits.Where(e => e.Confidence >= median), sure.Edits);
        Assert.InRange(sure.Edits.Count, 1, all.Edits.Count - 1);
    }

    [Fact]
    public void Mend_DocumentWithClearLosses_MendsDoubtfulOnesToo()
    {
        const string Doubtful = "Acordaron instruir alos ministerios.";
        const string Damaged = "Esta es laactividad y eldesarrollo deindependencia. " + Doubtful;
        Assert.Contains("a los ministerios", Mender.Mend(Damaged, LanguageTag.Spanish).Text);
        var bold = Mender.Mend(Damaged, LanguageTag.Spanish).Edits;
        var shy = Mender.Mend(Damaged, LanguageTag.Spanish, new MendingOptions { AdaptToDocument = false }).Edits;
        Assert.True(shy.Count <= bold.Count);
        Assert.All(shy, e => Assert.True(e.Confidence < bold.Single(b => b.Offset == e.Offset).Confidence));
    }

    [Fact]
    public void Mend_LongTextWithoutASpace_Ends()
    {
        var letters = new string('a', 10_000_000);
        Assert.Same(letters, Mender.Mend(letters, LanguageTag.Spanish).Text);
        var runs = string.Concat(Enumerable.Repeat("laactividadymásycosas-", 40_000));
        Assert.Equal(runs.Length, Mender.Mend(runs, LanguageTag.Spanish).Text.Count(c => c != ' '));
    }

    [Fact]
    public void Mend_AnyText_OnlyChangesWhatTheEditsSay() => Seeded.Run(200, random =>
    {
        string[] pieces =
        [
            "la", "actividad", "de", "Vietnam", "ASEAN", "y", ",", ".", " ", " ", "\n", "\u00A0", "“", "”", "\"", "(", ")", "2023", "%",
            "\uD83D", "\uDE00", "e\u0301", "tiếng", "Việt", "'s", "the", "-", "ministro", "¿", "://", "Kishida", "\r\n", "estÃ¡", "Viá»‡t",
            "Ã", "â€œ", "ÃƒÂ¡", "  ", "comuni-\n", "cación", "Ã\u00A0", "\u0301",
        ];
        var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => pieces[random.Next(pieces.Length)]));
        foreach (var language in Mender.Languages)
        {
            foreach (var kinds in new[] { MendKind.LostSpaces, MendKind.All })
            {
                var result = Mender.Mend(text, language, new MendingOptions { Kinds = kinds });
                var expected = text;
                var end = text.Length;
                foreach (var edit in result.Edits.Reverse())
                {
                    Assert.InRange(edit.Confidence, 0, 1);
                    Assert.InRange(edit.Offset + edit.Length, edit.Offset, end);
                    Assert.NotEqual(text.Substring(edit.Offset, edit.Length), edit.Inserted);
                    end = edit.Offset;
                    expected = expected.Remove(edit.Offset, edit.Length).Insert(edit.Offset, edit.Inserted);
                    if (kinds == MendKind.LostSpaces)
                    {
                        Assert.Equal((0, " "), (edit.Length, edit.Inserted));
                        Assert.False(char.IsWhiteSpace(text[edit.Offset]) || char.IsWhiteSpace(text[edit.Offset - 1]));
                    }
                }

                Assert.Equal(expected, result.Text);
                Assert.Equal(result.Edits.Select(e => (e.Offset, e.Length)).Distinct().Order(), result.Edits.Select(e => (e.Offset, e.Length)));
            }
        }
    });
}
