using VietJapanTM.Alignment;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Alignment;

/// <summary>Small nonsense texts whose words partly agree between languages, so that an aligner has something to go by.</summary>
internal static class RandomTexts
{
    private static readonly string[] Words =
        ["Vietnam", "2024", "cooperación", "cooperation", "hợp", "tác", "日本", "Kishida", "the", "de", "và", "?", "1.500", "summit", "cumbre"];

    public static AlignmentSide Side(Random random, LanguageTag language, int segments)
    {
        var paragraph = 0;
        var list = new List<DocumentSegment>();
        for (var i = 0; i < segments; i++)
        {
            paragraph += random.Next(4) == 0 ? 1 : 0;
            list.Add(new DocumentSegment(Sentence(random), paragraph));
        }

        return new AlignmentSide(language, [.. list]);
    }

    private static string Sentence(Random random) =>
        string.Join(' ', Enumerable.Range(0, random.Next(0, 15)).Select(_ => Words[random.Next(Words.Length)]));
}
