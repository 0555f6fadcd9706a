using System.Collections.Immutable;
using System.Globalization;
using VietJapanTM.Alignment;
using VietJapanTM.Alignment.Chains;
using VietJapanTM.Alignment.Ladders;
using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Model;
using VietJapanTM.Testing;
using VietJapanTM.Testing.Alignment;

namespace VietJapanTM.Benchmarks;

/// <summary>
/// <c>alignment-together [--lexicons FOLDER | --shipped]</c>: what further languages are worth to a pair. Aligns the news documents in two, three and four
/// languages by lexicons that never saw them, and scores the pairs and the closed chains, those of pairs that know nothing of one another
/// too, and says how many of the disputed beads are wrong, and of the wrong ones disputed. Trains for some minutes, unless the folder holds the lexicons from before; the shipped ones, which saw the documents, flatter.
/// </summary>
internal static class AlignmentTogether
{
    private static readonly string[] TrainedPairs = ["es-en", "vi-en", "ja-en", "es-vi", "es-ja", "vi-ja"];
    private static readonly string[] Sets = ["ntrexdev-light", "ntrexdev-hard"];
    private static readonly string[] Groups = ["es en", "es vi", "es ja", "en vi", "en ja", "es en vi", "es en ja", "es vi ja", "en vi ja", "es en vi ja"];

    /// <summary>Runs the command; exit code 0, or 2 where the command line is wrong or the data is absent.</summary>
    public static int Run(string[] args)
    {
        if (args is not ([] or ["--lexicons", _] or ["--shipped"]) || TestData.Root is not { } root)
        {
            Console.Error.WriteLine($"usage: alignment-together [--lexicons FOLDER | --shipped], with {TestData.Variable} naming the data");
            return 2;
        }

        var isKept = args.Length == 2;
        var folder = isKept ? Directory.CreateDirectory(args[1]).FullName : Directory.CreateTempSubdirectory("vjtm-together-").FullName;
        try
        {
            var align = Path.Combine(root, "align");
            var folds = args is ["--shipped"] ? NewsFolds.Shipped(align) : NewsFolds.Train(align, folder, TrainedPairs).ToList();
            foreach (var set in Sets)
            {
                Print(set, Path.Combine(align, "dev", set), folds);
            }
        }
        finally
        {
            if (!isKept)
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return 0;
    }

    private static void Print(string set, string folder, List<(IReadOnlySet<string> Withheld, LexiconShelf Shelf)> folds)
    {
        foreach (var group in Groups)
        {
            var pairs = new SortedDictionary<string, (LadderScore Score, Reliability Reliability)>(StringComparer.Ordinal);
            var (together, apart, disputes) = (new ChainScore(), new ChainScore(), new DisputeScore());
            foreach (var (withheld, shelf) in folds)
            {
                foreach (var name in withheld)
                {
                    Score(Path.Combine(folder, name), group.Split(' '), shelf, pairs, together, apart, disputes);
                }
            }

            var row = pairs.Select(pair => string.Create(
                CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value.Score} (calibration error {pair.Value.Reliability.Error:F3})"));
            var chains = together.IsEmpty ? "" : $" | chains {together}, of pairs apart {apart}";
            var disputed = group.Split(' ').Length > 2 ? $" | {disputes}" : "";
            Console.WriteLine($"| {set} | {group} | {string.Join(", ", row)}{chains}{disputed} |");
        }
    }

    private static void Score(
        string document,
        string[] languages,
        LexiconShelf shelf,
        SortedDictionary<string, (LadderScore Score, Reliability Reliability)> scores,
        ChainScore together,
        ChainScore apart,
        DisputeScore disputes)
    {
        var sides = languages.Select(language => AlignmentSide.OfLines(
            LanguageTag.Parse(language), File.ReadAllText($"{document}.{language}").TrimEnd('\n').Split('\n'))).ToImmutableArray();
        var result = new MultilingualAligner(null, shelf).Align(sides);
        var golds = new List<PairBeads>();
        for (var p = 0; p < result.Pairs.Length; p++)
        {
            var pair = result.Pairs[p];
            var name = $"{pair.Source}-{pair.Target}";
            if (Gold(document, name) is { } gold)
            {
                scores.TryAdd(name, (new LadderScore(), new Reliability()));
                scores[name].Score.Add(gold, pair.Beads);
                scores[name].Reliability.Add(gold, pair.Beads);
                disputes.Add(gold, pair.Beads, bead => result.Disagreements.Contains(new Disagreement(p, bead)));
                golds.Add(new PairBeads(pair.Source, pair.Target, gold));
            }
        }

        if (languages.Length > 2 && golds.Count == result.Pairs.Length)
        {
            var gold = ClosedChain.Close([.. sides.Select(side => side.Segments.Length)], [.. golds]);
            together.Add(gold, result.Chain);
            apart.Add(gold, new MultilingualAligner(AlignmentOptions.Default with { UseOtherPairs = false }, shelf).Align(sides).Chain);
        }
    }

    /// <summary>The true beads of a pair, or null where the set has none.</summary>
    private static ImmutableArray<Bead>? Gold(string document, string pair)
    {
        if (!File.Exists($"{document}.{pair}.gold"))
        {
            return null;
        }

        using var reader = File.OpenText($"{document}.{pair}.gold");
        return LadderReader.Read(reader).ToBeads();
    }

    /// <summary>F1 of equal links of closed chains.</summary>
    private sealed class ChainScore
    {
        private int _gold;
        private int _found;
        private int _right;

        public bool IsEmpty => _gold == 0;

        public void Add(ImmutableArray<ChainLink> gold, ImmutableArray<ChainLink> found)
        {
            var keys = gold.Select(Key).ToHashSet(StringComparer.Ordinal);
            _gold += gold.Length;
            _found += found.Length;
            _right += found.Count(link => keys.Contains(Key(link)));
        }

        public override string ToString() => (2.0 * _right / (_gold + _found)).ToString("F3", CultureInfo.InvariantCulture);

        private static string Key(ChainLink link) =>
            string.Join(' ', link.Spans.Select(span => span.IsEmpty ? "-" : string.Create(CultureInfo.InvariantCulture, $"{span.Start}+{span.Count}")));
    }

    /// <summary>How many beads are disputed, how many of these are wrong, and how many are wrong at all; those with an empty side apart.</summary>
    private sealed class DisputeScore
    {
        private readonly int[] _disputed = new int[2];
        private readonly int[] _found = new int[2];
        private readonly int[] _wrong = new int[2];

        public void Add(ImmutableArray<Bead> gold, ImmutableArray<Bead> beads, Func<int, bool> isDisputed)
        {
            var right = gold.Select(LadderScore.Key).ToHashSet();
            for (var b = 0; b < beads.Length; b++)
            {
                var kind = beads[b].IsOneSided ? 1 : 0;
                var (isWrong, isNamed) = (!right.Contains(LadderScore.Key(beads[b])), isDisputed(b));
                _disputed[kind] += isNamed ? 1 : 0;
                _wrong[kind] += isWrong ? 1 : 0;
                _found[kind] += isNamed && isWrong ? 1 : 0;
            }
        }

        public override string ToString() => $"disputed: of links {Of(0)}, of what stands alone {Of(1)}";

        private string Of(int kind) => string.Create(CultureInfo.InvariantCulture, $"{_disputed[kind]}, {_found[kind]} of {_wrong[kind]} wrong ones");
    }
}
