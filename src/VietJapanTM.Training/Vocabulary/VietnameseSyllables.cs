using System.Text;

namespace VietJapanTM.Training.Vocabulary;

/// <summary>
/// Every syllable that Vietnamese spelling admits: an onset, a rime and one of six tones. Both places of the tone mark are listed
/// where usage differs (hòa, hoà).
/// </summary>
internal static class VietnameseSyllables
{
    private const string Vowels = "aăâeêioôơuưy";

    private static readonly string[] Onsets = ("- b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x").Split(' ');

    private static readonly string[] Rimes = (
        "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
        + "e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
        + "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot "
        + "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut "
        + "uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu "
        + "y yêm yên yêng yêt yêu").Split(' ');

    // None, grave, hook, tilde, acute, dot below. A closed syllable (-c, -ch, -p, -t) bears one of the last two.
    private static readonly string[] Tones = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];

    /// <summary>All of them, in lower case and NFC, with repetitions.</summary>
    public static IEnumerable<string> All() =>
        from onset in Onsets
        from rime in Rimes
        where Fits(onset, rime)
        from tone in Closed(rime) ? Tones[4..] : Tones
        from place in Places(onset, rime)
        select Compose(onset, rime, place, tone);

    private static bool Fits(string onset, string rime)
    {
        var front = rime[0] is 'e' or 'ê' or 'i' or 'y';
        return onset switch
        {
            "k" => front,
            "gh" or "ngh" => front && rime[0] != 'y',
            "c" or "ng" or "g" => !front || (onset == "g" && rime[0] == 'i'),
            "gi" => rime[0] != 'y' && (rime[0] != 'i' || rime is "ia" or "in" or "im"),
            "qu" => rime[0] is not ('u' or 'ư'),
            "-" => true,
            _ => rime[0] != 'y' || rime == "y",
        };
    }

    private static bool Closed(string rime) =>
        rime[^1] is 'c' or 'p' or 't' || rime.EndsWith("ch", StringComparison.Ordinal);

    // The tone stands on the vowel with a diacritic, otherwise on the last vowel before a coda, otherwise on one of the last two.
    private static IEnumerable<int> Places(string onset, string rime)
    {
        var vowels = Enumerable.Range(0, rime.Length).Where(i => Vowels.Contains(rime[i], StringComparison.Ordinal)).ToArray();
        var marked = vowels.Where(i => "ăâêôơư".Contains(rime[i], StringComparison.Ordinal)).ToArray();
        if (marked.Length > 0)
        {
            return [marked[^1]];
        }

        var open = vowels[^1] == rime.Length - 1;
        return vowels.Length == 1 ? vowels
            : !open ? [vowels[^1]]
            : vowels.Length == 3 ? [vowels[1]]
            : onset == "qu" ? [vowels[1]]
            : vowels;
    }

    private static string Compose(string onset, string rime, int place, string tone) =>
        ((onset == "-" ? "" : onset) + rime[..(place + 1)] + tone + rime[(place + 1)..]).Normalize(NormalizationForm.FormC);
}
