using System.Globalization;

namespace VietJapanTM.Exchange.Tests.Glossary;

/// <summary>Sentence pairs of news, with names that a judgement can cite.</summary>
internal static class NewsCorpus
{
    private static readonly string[] Languages = ["es", "en", "vi", "ja"];

    /// <summary>All directions between the corpus's languages.</summary>
    public static IEnumerable<(string From, string To)> Directions =>
        from one in Languages from other in Languages where one != other select (one, other);

    /// <summary>The pairs of the line-parallel half and those that the aligned documents' gold beads join.</summary>
    public static IEnumerable<(string Id, string Source, string Target)> Pairs(string from, string to) =>
        Lines(from, to).Concat(Documents(from, to));

    private static IEnumerable<(string Id, string Source, string Target)> Lines(string from, string to) =>
        File.ReadLines(TestData.Require("align", "train", "ntrex." + from))
            .Zip(File.ReadLines(TestData.Require("align", "train", "ntrex." + to)))
            .Select((pair, i) => ($"t{i + 1}", pair.First, pair.Second));

    private static IEnumerable<(string Id, string Source, string Target)> Documents(string from, string to)
    {
        var folder = TestData.Require("align", "dev", "ntrexdev-light");
        foreach (var document in Directory.GetFiles(folder, "*.es").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal))
        {
            var path = Path.Combine(folder, document);
            var straight = File.Exists($"{path}.{from}-{to}.gold");
            var gold = straight ? $"{path}.{from}-{to}.gold" : $"{path}.{to}-{from}.gold";
            if (!File.Exists(gold))
            {
                continue;
            }

            var (sources, targets) = (File.ReadAllLines($"{path}.{from}"), File.ReadAllLines($"{path}.{to}"));
            var beads = File.ReadAllLines(gold);
            for (var i = 0; i < beads.Length; i++)
            {
                var sides = beads[i].Split(':');
                var source = Joined(sources, sides[straight ? 0 : 1], from);
                var target = Joined(targets, sides[straight ? 1 : 0], to);
                if (source.Length > 0 && target.Length > 0)
                {
                    yield return ($"{document}:{i + 1}", source, target);
                }
            }
        }
    }

    private static string Joined(string[] lines, string side, string language) => string.Join(
        language == "ja" ? "" : " ",
        side.Trim('[', ']').Split(',', StringSplitOptions.RemoveEmptyEntries).Select(n => lines[int.Parse(n, CultureInfo.InvariantCulture)]));
}
