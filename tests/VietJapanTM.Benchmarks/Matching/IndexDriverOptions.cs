using System.Globalization;

namespace VietJapanTM.Benchmarks.Matching;

/// <summary>What the index driver measures, as written on the command line.</summary>
/// <param name="Units">Spanish units in the store.</param>
/// <param name="Data">The store's folder; one that is empty is filled, one with a store is measured.</param>
/// <param name="Profile">The profile's name.</param>
/// <param name="Threshold">Lowest match rate.</param>
/// <param name="Max">Most matches of a look-up.</param>
internal sealed record IndexDriverOptions(int Units, string Data, string Profile, int Threshold, int Max)
{
    /// <summary>Reads <c>--units 1000000 --data DIR --profile plain --threshold 70 --max 1000000</c>; all may be left out.</summary>
    public static IndexDriverOptions Parse(string[] args, string temporary)
    {
        var options = new IndexDriverOptions(1_000_000, temporary, "plain", 70, int.MaxValue);
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : throw new ArgumentException($"{args[i]} lacks a value.");
            options = args[i] switch
            {
                "--units" => options with { Units = Number(value) },
                "--data" => options with { Data = value },
                "--profile" => options with { Profile = value },
                "--threshold" => options with { Threshold = Number(value) },
                "--max" => options with { Max = Number(value) },
                _ => throw new ArgumentException($"There is no option {args[i]}. Use --units, --data, --profile, --threshold, --max."),
            };
        }

        return options;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
