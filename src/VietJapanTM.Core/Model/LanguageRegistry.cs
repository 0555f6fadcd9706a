using System.Collections.Frozen;

namespace VietJapanTM.Model;

/// <summary>
/// The primary language subtags of two letters, as ISO 639-1 and the IANA registry have them. Those of three letters are thousands; they are
/// taken as they come. Thread-safe.
/// </summary>
public static class LanguageRegistry
{
    private static readonly FrozenSet<string> Known = (
        "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi "
        + "fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw "
        + "ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro "
        + "ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh "
        + "yi yo za zh zu").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Codes of countries and old habits that people write for a language.</summary>
    private static readonly FrozenDictionary<string, string> Meant = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["vn"] = "vi",
        ["jp"] = "ja",
        ["sp"] = "es",
        ["mx"] = "es-MX",
        ["us"] = "en-US",
        ["gb"] = "en-GB",
        ["cn"] = "zh",
        ["cz"] = "cs",
        ["dk"] = "da",
        ["gr"] = "el",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>False where the primary subtag has two letters and is no language, such as the country <c>vn</c>.</summary>
    public static bool Knows(LanguageTag language) => language.Primary.Length != 2 || Known.Contains(language.Primary);

    /// <summary>What to say of a language that nobody knows: <c>'vn' is no language. Did you mean vi? Correct the code.</c></summary>
    public static string Doubt(LanguageTag language) =>
        $"'{language.Primary}' is no language of ISO 639. "
        + (Meant.TryGetValue(language.Primary, out var meant) ? $"Did you mean {meant}? Correct the code." : "Write a code such as es, en, vi or ja.");
}
