using System.Globalization;

namespace VietJapanTM.Benchmarks.Matching;

/// <summary>What the matching driver measures, as written on the command line.</summary>
/// <param name="Units">Spanish units in the memory.</param>
/// <param name="Profiles">The profiles' names.</param>
/// <param name="Thresholds">Lowest match rates.</param>
/// <param name="Sets">Query sets, as in the data folder.</param>
/// <param name="Runs">Timed runs over each set; the median is reported.</param>
internal sealed record MatchingOptions(
    int Units, IReadOnlyList<string> Profiles, IReadOnlyList<int> Thresholds, IReadOnlyList<string> Sets, int Runs)
{
    /// <summary>
    /// Reads <c>--units 1000000 --profile plain,standard --threshold 70,50 --set edited,heldout --runs 7</c>; all may be left out.
    /// </summary>
    public static MatchingOptions Parse(string[] args)
    {
        var options = new MatchingOptions(1_000_000, ["plain", "standard"], [70, 50], ["edited", "heldout"], 7);
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : throw new ArgumentException($"{args[i]} lacks a value.");
            options = args[i] switch
            {
                "--units" => options with { Units = Number(value) },
                "--profile" => options with { Profiles = value.Split(',') },
                "--threshold" => options with { Thresholds = [.. value.Split(',').Select(Number)] },
                "--set" => options with { Sets = value.Split(',') },
                "--runs" => options with { Runs = Number(value) },
                _ => throw new ArgumentException($"There is no option {args[i]}. Use --units, --profile, --threshold, --set, --runs."),
            };
        }

        return options;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
