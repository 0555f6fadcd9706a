using System.Text;

namespace VietJapanTM.Core.Tests.Matching;

/// <summary>Makes segments that lie close together, in several scripts, and edits of them.</summary>
internal sealed class SegmentGenerator(Random random)
{
    private static readonly string[] Spanish = ["la", "el", "de", "año", "acuerdo", "Acuerdo", "relación", "relacion", "Japón", "japon", "líder", "y", "en", "cumbre"];
    private static readonly string[] Vietnamese = ["hòa", "hoà", "hóa", "bình", "Bình", "đối", "tác", "chiến", "lược", "thúy", "thuý", "của"];
    private static readonly string[] Japanese = ["日", "本", "首", "脳", "会", "談", "の", "は", "カタカナ", "ｶﾀｶﾅ", "について", "日本"];
    private static readonly string[] Numbers = ["1", "2", "50", "1.234", "１２", "12", "2026"];
    private static readonly string[] Marks = [",", ".", "(", ")", "—", "!", "！", "。", "\u200B", "👩‍👩‍👧"];
    private static readonly string[] Spaces = [" ", " ", " ", " ", " ", "", "\u00A0", "  ", "\n", "\u3000"];

    /// <summary>A segment of any shape, the awkward ones often.</summary>
    public string Segment() => random.Next(12) switch
    {
        0 => Word(),
        1 => string.Join(' ', Enumerable.Repeat(Word(), random.Next(1, 12))),
        2 => string.Join(' ', Enumerable.Range(0, random.Next(1, 8)).Select(_ => Pick(Numbers))),
        3 => string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pick(Marks))),
        4 => Run(Japanese, random.Next(1, 20)),
        5 => Run([.. Spanish, .. Vietnamese, .. Japanese, .. Numbers, .. Marks], random.Next(1, 30)),
        6 => Run(Vietnamese, random.Next(1, 15)),
        _ => Run([.. Spanish, .. Marks[..3], "2", "3"], random.Next(1, 20)),
    };

    /// <summary>The segment with a few edits: of words, of characters, or of the cheap kinds alone.</summary>
    public string Edit(string segment)
    {
        var cheapOnly = random.Next(3) == 0;
        for (var edits = random.Next(0, 5); edits > 0; edits--)
        {
            segment = cheapOnly ? EditCheaply(segment) : EditWords(segment);
        }

        return segment;
    }

    /// <summary>A segment of so many words.</summary>
    public string Long(int words) => Run([.. Spanish, .. Marks[..2]], words);

    private string EditWords(string segment)
    {
        var words = segment.Split(' ').ToList();
        var at = random.Next(words.Count);
        switch (random.Next(4))
        {
            case 0:
                words.RemoveAt(at);
                break;
            case 1:
                words.Insert(at, Word());
                break;
            case 2:
                words[at] = random.Next(2) == 0 ? Word() : "palabra" + random.Next(1000);
                break;
            default:
                (words[at], words[0]) = (words[0], words[at]);
                break;
        }

        return string.Join(' ', words);
    }

    private string EditCheaply(string segment) => random.Next(8) switch
    {
        0 => segment.ToUpperInvariant(),
        1 => segment.Replace("á", "a").Replace("ó", "o").Replace("í", "i"),
        2 => segment.Replace("òa", "oà").Replace("úy", "uý"),
        3 => segment.Replace("1", "７").Replace("2", "2.5"),
        4 => segment.Replace(" ", "\u00A0"),
        5 => segment + Pick(Marks),
        6 => random.Next(segment.Length + 1) is var at && at < segment.Length && char.IsLowSurrogate(segment[at]) ? segment : segment.Insert(at, "\u00AD"),
        _ => segment.Normalize(NormalizationForm.FormD),
    };

    private string Word() => Pick([.. Spanish, .. Vietnamese, .. Japanese, .. Numbers]);

    private string Run(string[] words, int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(Pick(words)).Append(Pick(Spaces));
        }

        return text.ToString();
    }

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
