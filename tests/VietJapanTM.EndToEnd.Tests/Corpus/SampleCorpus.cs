using VietJapanTM.Model;

namespace VietJapanTM.EndToEnd.Tests.Corpus;

/// <summary>The shipped corpus and its hand-checked gold, as files.</summary>
internal static class SampleCorpus
{
    public static readonly string[] Documents = ["viet-nam-japan-upgrade", "nguyen-phu-trong-kishida"];

    public static readonly LanguageTag[] Languages = [LanguageTag.Spanish, LanguageTag.English, LanguageTag.Vietnamese, LanguageTag.Japanese];

    public static IEnumerable<(LanguageTag First, LanguageTag Second)> Pairs =>
        from i in Enumerable.Range(0, Languages.Length)
        from j in Enumerable.Range(i + 1, Languages.Length - i - 1)
        select (Languages[i], Languages[j]);

    public static string Raw(string document, LanguageTag language) =>
        File.ReadAllText(RepositoryRoot.Combine("src", "VietJapanTM.Server", "Samples", $"{document}.{language}.txt"));

    public static string[] GoldSegments(string document, LanguageTag language) =>
        File.ReadAllLines(Gold($"{document}.{language}.segments"));

    /// <summary>The beads of a pair without their confidences: <c>[0]:[0]</c>.</summary>
    public static string[] GoldLadder(string document, LanguageTag first, LanguageTag second) =>
        File.ReadAllLines(Gold($"{document}.{first}-{second}.ladder"));

    private static string Gold(string name) => RepositoryRoot.Combine("tests", "VietJapanTM.EndToEnd.Tests", "Goldens", name);
}
