using System.Collections.Frozen;
using VietJapanTM.Model;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Matching.Adaptation.Numbers;

/// <summary>
/// Numbers that a text has in words, in Roman numerals or in ideographs, as cardinals, ordinals and months. They are never edited; they
/// tell that a number in digits may have another origin than it seems. Reports rather too much: <c>a</c> part of a number counts as well as the whole.
/// </summary>
internal static class SpelledNumbers
{
    private static readonly FrozenDictionary<string, int> Spanish = Words(
        "cero", "un una uno primer primero primera único única", "dos ambos ambas segundo segunda doble par bilateral bilaterales dúo",
        "tres tercer tercero tercera triple trilateral trilaterales tercio trimestre", "cuatro cuarto cuarta", "cinco quinto quinta", "seis sexto sexta semestre",
        "siete séptimo séptima semana", "ocho octavo octava", "nueve noveno novena", "diez décimo décima década", "once undécimo", "doce duodécimo docena",
        "trece", "catorce", "quince quincena", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte vigésimo", "veintiuno veintiún veintiuna",
        "veintidós", "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve")
        .With(("treinta", 30), ("cuarenta", 40), ("cincuenta", 50), ("sesenta", 60), ("setenta", 70), ("ochenta", 80), ("noventa", 90), ("cien", 100), ("ciento", 100), ("centenar", 100), ("mil", 1000));

    private static readonly FrozenDictionary<string, int> English = Words(
        "zero", "one first single once", "two second both double twice pair bilateral", "three third triple trilateral", "four fourth quarter", "five fifth", "six sixth",
        "seven seventh week", "eight eighth", "nine ninth", "ten tenth decade", "eleven eleventh", "twelve twelfth dozen", "thirteen thirteenth",
        "fourteen fourteenth", "fifteen fifteenth", "sixteen sixteenth", "seventeen seventeenth", "eighteen eighteenth", "nineteen nineteenth")
        .With(("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90), ("hundred", 100), ("thousand", 1000));

    private static readonly FrozenDictionary<string, int> Vietnamese = Words(
        "không", "một mốt nhất", "hai đôi nhì song", "ba", "bốn", "năm lăm", "sáu", "bảy bẩy", "tám", "chín", "mười mươi chục", "", "tá")
        .With(("trăm", 100), ("nghìn", 1000), ("ngàn", 1000));

    private static readonly FrozenDictionary<string, int> Months = Enumerable.Range(0, 12)
        .SelectMany(i => new[] { (Word: Dates.MonthNames.Spanish[i], i), (Word: Dates.MonthNames.English[i].ToLowerInvariant(), i) })
        .Append((Word: "setiembre", i: 8))
        .ToFrozenDictionary(m => m.Word, m => m.i + 1, StringComparer.Ordinal);

    private const string Ideographs = "〇一二三四五六七八九";

    /// <summary>The values that the words of a text may mean.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="language">Its language.</param>
    public static HashSet<decimal> Of(string text, IReadOnlyList<Token> tokens, LanguageTag language)
    {
        var values = new HashSet<decimal>();
        var words = language.Primary switch { "es" => Spanish, "en" => English, "vi" => Vietnamese, _ => null };
        var run = new List<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i].Of(text).ToString();
            var lower = token.ToLowerInvariant();
            if (words is not null && words.TryGetValue(lower, out var value) && !IsVietnameseYear(text, tokens, i, lower))
            {
                run.Add(value);
                Report(run, values);
            }
            else if (tokens[i].Kind == TokenKind.Ideograph && Ideograph(token) is { } digit)
            {
                run.Add(digit);
                Report(run, values);
            }
            else if (lower is not ("y" or "and" or "-"))
            {
                run.Clear();
            }

            if (Months.TryGetValue(lower, out var month))
            {
                values.Add(month);
            }

            if (Roman(token) is { } roman)
            {
                values.Add(roman);
            }
        }

        return values;
    }

    /// <summary>Each part of the run that ends here, multiplied and added as numerals are.</summary>
    private static void Report(List<int> run, HashSet<decimal> values)
    {
        for (var from = 0; from < run.Count; from++)
        {
            var (sum, last) = (0m, 0m);
            for (var i = from; i < run.Count; i++)
            {
                // 20 + 5 adds; 2 × 10 and 3 × 100 multiply.
                var multiplies = last > 0 && run[i] > last && run[i] is 10 or 100 or 1000;
                last = multiplies ? last * run[i] : run[i];
                sum = multiplies ? sum - (last / run[i]) + last : sum + run[i];
            }

            values.Add(sum);
        }
    }

    /// <summary>Vietnamese <c>năm</c> is five, and year where a number stands beside it.</summary>
    private static bool IsVietnameseYear(string text, IReadOnlyList<Token> tokens, int at, string word) =>
        word == "năm"
        && ((at > 0 && tokens[at - 1].Kind == TokenKind.Number)
            || (at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Number && tokens[at + 1].Length == 4)
            || text.AsSpan(tokens[at].End).TrimStart().StartsWith("nay", StringComparison.Ordinal));

    private static int? Ideograph(string token) => token switch
    {
        "十" => 10,
        "百" => 100,
        "千" => 1000,
        "両" or "双" => 2,
        _ => Ideographs.IndexOf(token, StringComparison.Ordinal) is var digit and >= 0 ? digit : null,
    };

    private static int? Roman(string token)
    {
        if (token.Length > 8 || (token.Length == 1 && token is not ("I" or "V" or "X")))
        {
            return null;
        }

        var (sum, last) = (0, int.MaxValue);
        foreach (var letter in token)
        {
            var value = letter switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, 'C' => 100, 'D' => 500, 'M' => 1000, _ => 0 };
            if (value == 0)
            {
                return null;
            }

            sum += value > last ? value - (2 * last) : value;
            last = value;
        }

        return sum;
    }

    /// <summary>Words for 0, 1, 2 and so on; several for one number are separated by spaces.</summary>
    private static Dictionary<string, int> Words(params string[] words) => words
        .SelectMany((group, value) => group.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (word, value)))
        .ToDictionary(w => w.word, w => w.value, StringComparer.Ordinal);

    private static FrozenDictionary<string, int> With(this Dictionary<string, int> words, params (string Word, int Value)[] more)
    {
        foreach (var (word, value) in more)
        {
            words.Add(word, value);
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
