using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using VietJapanTM.Text.Normalization;

namespace VietJapanTM.Terminology.Checking.Numbers;

/// <summary>
/// The words of a language that name numbers, or imply one: cardinals, ordinals, months, halves, dozens, decades. They only serve as
/// evidence that a number was rendered, so a word too many costs a finding and never makes one. Immutable and thread-safe.
/// </summary>
internal sealed class NumberWords
{
    private const string Spanish = """
        cero 0 un 1 una 1 uno 1 dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11 doce 12 trece 13 catorce 14
        quince 15 dieciséis 16 diecisiete 17 dieciocho 18 diecinueve 19 veinte 20 veintiún 21 veintiuno 21 veintiuna 21 veintidós 22
        veintitrés 23 veinticuatro 24 veinticinco 25 veintiséis 26 veintisiete 27 veintiocho 28 veintinueve 29 treinta 30 cuarenta 40
        cincuenta 50 sesenta 60 setenta 70 ochenta 80 noventa 90 cien 100 ciento 100 doscientos 200 doscientas 200 trescientos 300
        trescientas 300 cuatrocientos 400 cuatrocientas 400 quinientos 500 quinientas 500 seiscientos 600 seiscientas 600 setecientos 700
        setecientas 700 ochocientos 800 ochocientas 800 novecientos 900 novecientas 900 mil *1000 miles *1000 millón *1000000
        millones *1000000 millardo *1000000000 millardos *1000000000 billón *1000000000000 billones *1000000000000
        primer 1 primero 1 primera 1 primeros 1 primeras 1 segundo 2 segunda 2 segundos 2 segundas 2 tercer 3 tercero 3 tercera 3 tercio 3 tercios 3
        cuarto 4 cuarta 4 cuartos 4 cuartas 4 quinto 5 quinta 5 sexto 6 sexta 6 séptimo 7 séptima 7 octavo 8 octava 8 noveno 9 novena 9
        décimo 10 décima 10 enero 1 febrero 2 marzo 3 abril 4 mayo 5 junio 6 julio 7 agosto 8 septiembre 9 setiembre 9 octubre 10
        noviembre 11 diciembre 12 lunes 2 martes 3 miércoles 4 jueves 5 viernes 6 sábado 7 domingo 1 medio 0.5 media 0.5 mitad 0.5
        docena 12 docenas 12 decena 10 decenas 10 quincena 15 centenar 100 centenares 100 centenario 100 década 10 décadas 10 siglo 100
        siglos 100 milenio 1000 par 2 pareja 2 ambos 2 ambas 2 doble 2 dobles 2 duplicar 2 duplicó 2 triple 3 triplicar 3 trío 3
        cuádruple 4 mediodía 12 medianoche 0 semestre 6 trimestre 3 bienio 2 quinquenio 5 solo 1 sólo 1 único 1 única 1 unos 1 unas 1
        veinteañero 20 treintañero 30 adolescente 10 gemelos 2 gemelas 2 aniversario 1
        """;

    private const string English = """
        zero 0 nil 0 a 1 an 1 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13
        fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70
        eighty 80 ninety 90 hundred *100 hundreds *100 thousand *1000 thousands *1000 million *1000000 millions *1000000 mn *1000000
        billion *1000000000 billions *1000000000 bn *1000000000 trillion *1000000000000 trillions *1000000000000
        tn *1000000000000 first 1 second 2 seconds 2 third 3 thirds 3 fourth 4 fourths 4 fifth 5 fifths 5 sixth 6 seventh 7 eighth 8 ninth 9
        tenth 10 tenths 10 eleventh 11 twelfth 12 thirteenth 13 fourteenth 14 fifteenth 15 sixteenth 16 seventeenth 17 eighteenth 18
        nineteenth 19 twentieth 20 thirtieth 30 fortieth 40 fiftieth 50 sixtieth 60 seventieth 70 eightieth 80 ninetieth 90 hundredth 100
        thousandth 1000 twenties 20 thirties 30 forties 40 fifties 50 sixties 60 seventies 70 eighties 80 nineties 90 teens 10 teen 10
        january 1 february 2 march 3 april 4 may 5 june 6 july 7 august 8 september 9 october 10 november 11 december 12 jan 1 feb 2
        mar 3 apr 4 jun 6 jul 7 aug 8 sep 9 sept 9 oct 10 nov 11 dec 12 monday 2 tuesday 3 wednesday 4 thursday 5 friday 6 saturday 7
        sunday 1 half 0.5 halves 0.5 quarter 4 quarters 4 dozen *12 dozens *12 score 20 decade 10 decades 10 century 100 centuries 100
        millennium 1000 pair 2 couple 2 both 2 double 2 doubled 2 twice 2 twin 2 twins 2 once 1 single 1 only 1 triple 3 tripled 3 thrice 3
        trio 3 quadruple 4 noon 12 midday 12 midnight 0 fortnight 14 centennial 100 centenary 100 bicentennial 200 anniversary 1
        semester 6 biennial 2 quartet 4 quintet 5
        """;

    private const string Vietnamese = """
        không 0 một 1 mốt 1 hai 2 ba 3 bốn 4 tư 4 năm 5 lăm 5 nhăm 5 sáu 6 bảy 7 bẩy 7 tám 8 chín 9 mười 10 mươi *10 chục *10 trăm *100
        nghìn *1000 ngàn *1000 vạn *10000 triệu *1000000 tỷ *1000000000 tỉ *1000000000 nhất 1 nhì 2 rưỡi 0.5 nửa 0.5 tá 12 đôi 2 cặp 2 kép 2
        giêng 1 chạp 12 đơn 1 mấy 1 trưa 12 quý 3
        """;

    private const string Japanese = """
        〇 0 零 0 一 1 二 2 三 3 四 4 五 5 六 6 七 7 八 8 九 9 十 *10 百 *100 千 *1000 万 *10000 億 *100000000 兆 *1000000000000 半 0.5
        両 2 双 2 倍 2 初 1 元 1 単 1 各 1 唯 1 ゼロ 0 ダース 12 ダブル 2 トリプル 3 ハーフ 0.5 ワン 1 ツー 2 スリー 3 フォー 4 ファイブ 5 シックス 6
        セブン 7 エイト 8 ナイン 9 テン 10 トップ 1 シングル 1 ペア 2 ひとつ 1 ふたつ 2 みっつ 3 よっつ 4 いつつ 5 むっつ 6 ななつ 7 やっつ 8 ここのつ 9 とお 10
        ひとり 1 ふたり 2 ミリオン *1000000 ビリオン *1000000000
        """;

    private static readonly FrozenDictionary<string, NumberWords> ByLanguage = new Dictionary<string, NumberWords>
    {
        ["es"] = new(Spanish),
        ["en"] = new(English),
        ["vi"] = new(Vietnamese),
        ["ja"] = new(Japanese),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly NumberWords None = new("");

    // Longer than any of them, with its tones apart.
    private const int Longest = 32;

    private readonly FrozenDictionary<string, NumberWord> _words;
    private readonly FrozenDictionary<string, NumberWord>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    private NumberWords(string table)
    {
        var cells = table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        _words = cells.Chunk(2).ToFrozenDictionary(
            pair => pair[0],
            pair => new NumberWord(decimal.Parse(pair[1].TrimStart('*'), CultureInfo.InvariantCulture), pair[1][0] == '*'),
            StringComparer.Ordinal);
        _bySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Does a number go on behind 万 and 億?</summary>
    public bool HasMyriads => _words.ContainsKey("億");

    /// <summary>Can numbers be compared in this language?</summary>
    public static bool Know(string language) => ByLanguage.ContainsKey(language);

    /// <summary>The words of a language; none where it is not known.</summary>
    public static NumberWords For(string language) => ByLanguage.GetValueOrDefault(language, None);

    /// <summary>The number that a word, in whatever case, names.</summary>
    public bool TryFind(ReadOnlySpan<char> word, out NumberWord number)
    {
        number = default;
        if (word.Length > Longest)
        {
            return false;
        }

        // Composition makes three characters of one at most.
        Span<char> lower = stackalloc char[3 * Longest];
        var composed = Ascii.IsValid(word) ? word : TextFolding.Compose(word.ToString());
        return _bySpan.TryGetValue(lower[..composed.ToLowerInvariant(lower)], out number);
    }

    /// <summary>True for words that join number words: <c>treinta y dos</c>, <c>hundred and two</c>, <c>linh</c>.</summary>
    public static bool Joins(string word) => word is "y" or "and" or "-" or "linh" or "lẻ" or "de";
}
