using System.Globalization;
using VietJapanTM.Model;

namespace VietJapanTM.Testing.Alignment;

/// <summary>
/// Strict and lax precision, recall and F1 of beads against a gold standard, in the definitions that the evaluation of Vecalign
/// made customary: strict counts equal beads; lax counts a bead that shares a source and a target segment with a gold link.
/// Precision counts beads with an empty side, recall does not.
/// </summary>
public sealed class LadderScore
{
    private readonly int[] _precision = new int[3];
    private readonly int[] _recall = new int[3];

    /// <summary>F1 of equal beads, 0 to 1.</summary>
    public double Strict => F1(Share(_precision, 0), Share(_recall, 0));

    /// <summary>F1 of beads that share a link, 0 to 1.</summary>
    public double Lax => F1(Share(_precision, 1), Share(_recall, 1));

    /// <summary>Adds a document.</summary>
    /// <param name="gold">Its true beads.</param>
    /// <param name="test">The beads to score.</param>
    public void Add(IReadOnlyCollection<Bead> gold, IReadOnlyCollection<Bead> test)
    {
        Count(gold, test, _precision);
        Count([.. test.Where(bead => !bead.IsOneSided)], [.. gold.Where(bead => !bead.IsOneSided)], _recall);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Strict:F3}/{Lax:F3}");

    /// <summary>What makes two beads equal: their spans, wherever an empty one stands.</summary>
    public static (int, int, int, int) Key(Bead bead) =>
        (bead.SourceCount == 0 ? -1 : bead.SourceStart, bead.SourceCount, bead.TargetCount == 0 ? -1 : bead.TargetStart, bead.TargetCount);

    private static void Count(IReadOnlyCollection<Bead> reference, IReadOnlyCollection<Bead> test, int[] counts)
    {
        var exact = reference.Select(Key).ToHashSet();
        var links = new HashSet<(int, int)>();
        foreach (var bead in reference)
        {
            links.UnionWith(Links(bead));
        }

        foreach (var bead in test)
        {
            var strict = exact.Contains(Key(bead));
            counts[0] += strict ? 1 : 0;
            counts[1] += strict || Links(bead).Any(links.Contains) ? 1 : 0;
            counts[2]++;
        }
    }

    private static IEnumerable<(int Source, int Target)> Links(Bead bead) =>
        from i in Enumerable.Range(bead.SourceStart, bead.SourceCount)
        from j in Enumerable.Range(bead.TargetStart, bead.TargetCount)
        select (i, j);

    private static double Share(int[] counts, int kind) => counts[2] == 0 ? 0 : counts[kind] / (double)counts[2];

    private static double F1(double precision, double recall) =>
        precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
}
