using VietJapanTM.Model;
using VietJapanTM.Terminology;
using VietJapanTM.Terminology.Checking;
using static VietJapanTM.Core.Tests.Terminology.TestGlossary;

namespace VietJapanTM.Core.Tests.Terminology.Checking;

/// <summary>The rules that need no term, and those about names: what each finds and where it must keep silent.</summary>
public sealed class RuleTests
{
    private static readonly TermChecker Checker = new(new TermRecognizer(
    [
        Concept("kishida", "es:Kishida Fumio/name", "es:Kishida/name/short", "en:Kishida Fumio/name", "en:Kishida/name/short", "vi:Kishida Fumio/name", "ja:岸田文雄/name", "ja:岸田/name/short"),
        Concept("trong", "es:Nguyen Phu Trong/name", "vi:Nguyễn Phú Trọng/name", "ja:グエン・フー・チョン/name"),
        Concept("chain", "es:cadena de suministro", "vi:chuỗi cung ứng", "en:supply chain"),
        Concept("talks", "es:conversaciones", "es:se reunió/verb/admitted", "en:talks", "en:met/verb/admitted", "es:establecieron una cadena de suministro/verb/admitted"),
        Concept("digital", "es:transformación digital", "vi:chuyển đổi số"),
        Concept("green", "es:transformación verde", "vi:chuyển đổi xanh"),
    ]));

    // source language, source, target language, target, findings as "rule text"
    public static TheoryData<string, string, string, string, string> Pairs() => new()
    {
        // Numbers: separators, multipliers, words.
        { "es", "3.000 millones de yenes", "en", "3 billion yen", "" },
        { "es", "3.000 millones de yenes", "en", "3 million yen", "VJT006 3 million" },
        { "es", "3 mil millones", "en", "3bn", "" },
        { "es", "2 billones de euros", "en", "2 trillion euros", "" },
        { "es", "2 billones de euros", "en", "2 billion euros", "VJT006 2 billion" },
        { "es", "1.234,5 toneladas", "en", "1,234.5 tonnes", "" },
        { "es", "1.234,5 toneladas", "en", "12,345 tonnes", "VJT006 12,345" },
        { "es", "10 000 personas", "en", "10,000 people", "" },
        { "en", "1,234.5 tonnes", "vi", "1.234,5 tấn", "" },
        { "en", "3 billion dong", "vi", "3 tỷ đồng", "" },
        { "en", "3 billion dong", "vi", "3 triệu đồng", "VJT006 3 triệu" },
        { "en", "25,000 billion dong", "vi", "25 nghìn tỷ đồng", "" },
        { "en", "100 percent", "vi", "100 phần trăm", "" },
        { "en", "3 billion yen", "ja", "30億円", "" },
        { "en", "3 billion yen", "ja", "3億円", "VJT006 3億" },
        { "en", "120 million yen", "ja", "1億2000万円", "" },
        { "en", "140 million yen", "ja", "1 億 4 千万円", "" },
        { "en", "80 degrees", "es", "27 grados", "" },
        { "en", "1.5 million people", "ja", "１５０万人", "" },
        { "en", "12,345 people", "ja", "1万2345人", "" },
        { "en", "in 2023", "ja", "令和5年に", "" },
        { "en", "in 2023", "ja", "令和4年に", "VJT006 令和4" },
        { "en", "30 per cent", "ja", "3割", "" },
        { "en", "on 12 May 2023", "ja", "2023年5月12日", "" },
        { "vi", "ngày 12 tháng 5 năm 2023", "ja", "2023年6月12日", "VJT006 6" },
        { "en", "the 21st century, 5 states", "es", "el siglo XXI, 5 estados", "" },
        { "en", "the 1990s and 2 wars", "es", "los años 90 y 2 guerras", "" },
        { "en", "at 7:30 p.m.", "es", "a las 19:30", "" },
        { "en", "at 7.30 pm on 5 May", "vi", "lúc 19 giờ 30 ngày 5/5", "" },
        { "es", "35 años, 2 hijos", "en", "thirty-five years, 2 sons", "" },
        { "en", "a 6-foot man of 40", "es", "un hombre de 1,80 m y 40 años", "" },
        { "en", "half of them, 12", "es", "el 50 % de ellos, 12", "" },
        { "es", "el G20 y el G7, 5", "en", "the G20 and the G7, five", "" },
        { "es", "en 2023", "en", "last year", "" },
        { "en", "in 1905", "es", "en 1950", "VJT006 1950" },
        { "en", "version 1.2.3 of 2020", "es", "versión 1.2.3 de 2020", "" },
        { "en", "phone 84912345678901234567", "es", "teléfono 84912345678901234568", "" },

        // Values, not digits.
        { "es", "47,6 millones de dólares", "en", "47.6 billion dollars", "VJT006 47.6 billion" },
        { "es", "1,2 millones de personas", "en", "1.2 billion people", "VJT006 1.2 billion" },
        { "es", "1,2 billones", "en", "1.2 billion", "VJT006 1.2 billion" },
        { "es", "12,5 millones", "en", "12.5 thousand", "VJT006 12.5 thousand" },
        { "vi", "47,6 tỷ USD", "es", "47,6 millones de dólares", "VJT006 47,6 millones" },
        { "ja", "1.2兆円", "en", "1.2 billion yen", "VJT006 1.2 billion" },
        { "ja", "3.5万人", "en", "3.5 people", "VJT006 3.5" },
        { "es", "50 millones de personas", "en", "50 people", "VJT006 50" },
        { "vi", "50 triệu người", "en", "50 people", "VJT006 50" },
        { "es", "un 12,5 %", "en", "5.12 per cent", "VJT006 5.12" },
        { "es", "10 000 personas", "en", "10 people", "VJT006 10" },
        { "ja", "1億2000万円", "en", "100 million yen", "VJT006 100 million" },
        { "es", "los artículos 1,2 y 3", "en", "articles 1, 2 and 3", "" },
        { "es", "Entre 2 y 3 mil personas", "en", "Between 2,000 and 3,000 people", "" },
        { "en", "2-3 million people", "ja", "200万〜300万人", "" },
        { "vi", "từ 2 đến 3 triệu", "es", "entre 2 y 3 millones", "" },
        { "es", "3 millones y medio", "en", "3.5 million", "" },
        { "vi", "3 triệu rưỡi", "en", "3.5 million", "" },
        { "vi", "1 tỷ 200 triệu", "en", "1.2 billion", "" },
        { "es", "2 mil 300 millones", "en", "2.3 billion", "" },
        { "es", "mil 200 millones", "en", "1.2 billion", "" },
        { "es", "1 mil 200 personas", "en", "1,200 people", "" },
        { "en", "$50m and 3k runs", "es", "50 millones y 3.000 carreras", "" },
        { "es", "en millones de yenes: 50 y 60", "en", "50 million and 60 million yen", "" },

        // Months by name.
        { "es", "el 30 de junio", "vi", "ngày 30 tháng 7", "VJT006 7" },
        { "es", "el 30 de junio", "en", "on July 30", "VJT006 July" },
        { "en", "on 8 May", "ja", "6月8日に", "VJT006 6" },
        { "es", "el 30 de junio", "ja", "6月30日に", "" },
        { "es", "el 30 de junio", "ja", "今月30日、2回目の", "" },
        { "en", "They may meet 5 times", "vi", "Họ có thể gặp 5 lần trong tháng 6", "" },

        // Names without a glossary.
        { "es", "Habló Yamada Haruto.", "en", "Yamada Harito spoke.", "VJT007 Harito" },
        { "es", "Habló Haruto Yamada.", "en", "Harito Yamada spoke.", "VJT007 Harito" },
        { "es", "Vo Van Thuong llegó.", "vi", "Võ Văn Thưởng đã đến.", "" },
        { "es", "Roberto Alonso", "en", "Robert Alonso", "" },
        { "es", "el Rapid Viena", "en", "Rapid Vienna", "" },
        { "es", "el Estadio San Paolo", "en", "the Stadio San Paolo", "" },
        { "es", "Los Ángeles Lakers", "en", "the Los Angeles Laker", "" },
        { "es", "un delito de Clase A", "en", "a Class A crime", "" },
        { "es", "Corea Central", "en", "Central Korea", "" },
        { "es", "señaló Thuong Ngoc Lan", "en", "Thuong Ngoc Lam noted", "VJT007 Lam" },
        { "es", "señaló Ngoc Lan", "en", "Ngoc Lam noted", "" },

        // Names of the glossary.
        { "es", "Kishida Fumio", "en", "Fumio Kishida", "VJT008 Fumio Kishida" },
        { "es", "Kishida Fumio", "en", "Kishida Fumia", "VJT008 Kishida Fumia" },
        { "es", "Kishida Fumio", "en", "Kishida Fumio", "" },
        { "ja", "岸田首相", "es", "el primer ministro Kashida", "VJT008 Kashida" },
        { "ja", "岸田首相", "es", "el primer ministro Nishikawa", "VJT002 岸田" },
        { "es", "Kishida Fumio", "ja", "文雄岸田", "VJT008 文雄岸田" },
        { "es", "Kishida Fumio", "ja", "岸田文夫", "VJT008 岸田文夫" },
        { "es", "Kishida Fumio", "en", "Kishida Fumia, said Kishida", "" },
        { "es", "Kishida Fumia", "en", "Kishida Fumia", "" },
        { "es", "Nguyen Phu Trong", "vi", "Nguyễn Phú Trong", "VJT004 Nguyễn Phú Trong" },
        { "es", "Nguyen Phu Trong", "ja", "グエン・フー・チェン", "VJT008 グエン・フー・チェン" },
        { "es", "Nguyen Phu Trong", "ja", "大統領", "VJT002 Nguyen Phu Trong" },

        // Accents, verbs, shared words.
        { "en", "a supply chain", "vi", "chuoi cung ung", "VJT004 chuoi cung ung" },
        { "en", "a supply chain", "vi", "chuổi cung ứng", "VJT004 chuổi cung ứng" },
        { "en", "a chain", "vi", "chuoi cung ung", "" },
        { "es", "se reunió con él", "en", "he saw him", "" },
        { "es", "establecieron una cadena de suministro", "en", "they met", "VJT002 cadena de suministro" },
        { "es", "las conversaciones con él", "en", "he met him", "" },
        { "es", "las conversaciones con él", "en", "he saw him", "VJT002 conversaciones" },
        { "vi", "Chuyển đổi số và chuyển đổi xanh", "es", "La transformación digital y la verde", "" },

        // Untranslated.
        { "en", "Both leaders met in Hanoi.", "es", "Both leaders met in Hanoi.", "VJT010 Both leaders met in Hanoi." },
        { "en", "Toyota Motor Corporation", "es", "Toyota Motor Corporation", "" },
        { "en", "Hotel Nacional", "es", "Hotel Nacional", "" },
        { "en", "https://example.org/to/the/page", "vi", "https://example.org/to/the/page", "" },
        { "en", "{name} of {count}", "es", "{name} of {count}", "" },
        { "en", "42 / 100", "ja", "42 / 100", "" },
        { "ja", "会議は終わりました。", "en", "会議は終わりました。", "VJT010 会議は終わりました。" },
        { "en", "The council has approved the plan of the year.", "es", "The board has approved the plan for this year.", "VJT010 The board has approved the plan for this year." },
        { "en", "The council has approved the plan.", "ja", "El consejo ha aprobado el plan del año.", "VJT010 El consejo ha aprobado el plan del año." },
        { "es", "El transporte fluvial creció mucho.", "vi", "River transport grew faster than rail transport during the last quarter.", "VJT010 River transport grew faster than rail transport during the last quarter." },
        { "vi", "Hai bên nhất trí hợp tác.", "en", "Ambas partes acordaron trabajar juntos en este asunto hoy.", "VJT010 Ambas partes acordaron trabajar juntos en este asunto hoy." },
        { "en", "Run git commit, git rebase, git push or git merge.", "es", "Ejecute git commit, git rebase, git push o git merge.", "" },
        { "en", "He sang \"Is it the end of the road\".", "es", "Él cantó «Is it the end of the road» en la ciudad de los que se van.", "" },

        // Hidden characters.
        { "en", "East Sea", "es", "Mar del\u202E Este", "VJT011 \u202E" },
        { "en", "East Sea", "es", "Mar\u200B del Este", "VJT011 \u200B" },
        { "en", "East\u200B Sea", "es", "Mar\u200B del Este", "" },
        { "en", "East Sea", "es", "Mar\u200C, del Este", "VJT011 \u200C" },
        { "en", "East Sea", "es", "Mar del\u200F Este", "VJT011 \u200F" },
        { "en", "East Sea", "es", "Mar del Este \u200Fים\u200F", "" },
        { "en", "Farsi", "es", "می\u200Cخواهم", "" },
        { "en", "family", "es", "familia 👩‍👩‍👧", "" },
        { "en", "East Sea", "es", "\u2068Mar del Este\u2069", "" },
        { "en", "East Sea", "es", "\u2068Mar del Este", "VJT011 \u2068" },
        { "en", "Wales", "es", "Gales 🏴󠁧󠁢󠁷󠁬󠁳󠁿", "" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Check_Pair_FindsAsExpected(string sourceLanguage, string source, string targetLanguage, string target, string expected)
    {
        var findings = Checker.Check(source, LanguageTag.Parse(sourceLanguage), target, LanguageTag.Parse(targetLanguage));
        Assert.Equal(expected, string.Join("; ", findings.Select(f => $"{f.Rule.Id} {f.Text}")));
        Assert.All(findings, f => Assert.Equal(f.Text, f.Span.Of(f.Side == TextSide.Source ? source : target).ToString()));
    }

    [Fact]
    public void Check_HiddenCharacter_IsDeletedSafely()
    {
        var finding = Assert.Single(Checker.CheckText("East\u200B Sea", LanguageTag.English));
        Assert.Equal("", finding.SafeFix);
    }
}
