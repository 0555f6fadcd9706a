using VietJapanTM.Alignment.Chains;
using VietJapanTM.Alignment.Lattices;

namespace VietJapanTM.Alignment.Support;

/// <summary>
/// Lets the pairs of three or four languages inform one another. Where the paths from two languages to a third cross the same boundary of the
/// third, the boundaries that they come from probably belong together; the more surely, the more a path of the two languages gains there. What the third
/// says of single sentences, <see cref="LoneSupport"/> adds. Thread-safe.
/// </summary>
/// <param name="lengths">Sentences of each language.</param>
/// <param name="paths">The beads of sentences that each pair found by itself, with their posteriors, in the order of <see cref="LanguagePairs"/>.</param>
internal sealed class PairSupport(IReadOnlyList<int> lengths, IReadOnlyList<IReadOnlyList<(Step Bead, double Posterior)>> paths)
{
    /// <summary>What a path gains at a boundary that the way round is sure of, as a natural logarithm.</summary>
    private const double MostGain = 2.5;

    /// <summary>The power that a probability is raised to: the way round errs where it doubts, and errs alike in all its pairs.</summary>
    internal const double Caution = 8;

    /// <summary>What a path gains where the pair's own one passes: of ways that are nearly equal, the pair keeps its own.</summary>
    private const float OwnGain = 0.1f;

    /// <summary>Less moves no score.</summary>
    private const double LeastGain = 0.01;
    private readonly LoneSupport _lone = new(lengths, paths);

    /// <summary>What the other pairs say of a pair, the smaller language first.</summary>
    public WayRound Of(int first, int second)
    {
        var boundaries = new List<(int Row, int Column, float Gain)>();
        for (var third = 0; third < lengths.Count; third++)
        {
            if (third != first && third != second)
            {
                Add(Crossings(first, third), Crossings(second, third), boundaries);
            }
        }

        foreach (var (bead, _) in paths[LanguagePairs.IndexOf(first, second, lengths.Count)])
        {
            boundaries.Add((bead.SourceEnd, bead.TargetEnd, OwnGain));
        }

        return new WayRound(boundaries, _lone.Of(first, second), _lone.Of(second, first));
    }

    private static void Add(Crossing?[] one, Crossing?[] other, List<(int Row, int Column, float Gain)> boundaries)
    {
        for (var boundary = 0; boundary < one.Length; boundary++)
        {
            if (one[boundary] is { } x && other[boundary] is { } y
                && MostGain * Math.Pow(x.Probability * y.Probability, Caution) is > LeastGain and var gain)
            {
                boundaries.Add((x.Boundary, y.Boundary, (float)gain));
            }
        }
    }

    /// <summary>
    /// Where the path of a language and a third one crosses each boundary of the third. None where a bead of the path reaches over the boundary,
    /// and none where sentences stand there that the third lacks: whether they belong before or after it, the third cannot know.
    /// </summary>
    private Crossing?[] Crossings(int language, int third)
    {
        var isTarget = language < third;
        var path = paths[LanguagePairs.IndexOf(Math.Min(language, third), Math.Max(language, third), lengths.Count)];
        var crossings = new Crossing?[lengths[third] + 1];
        var (end, probability) = (0, 1d);
        foreach (var (bead, posterior) in path)
        {
            var (at, count, start, length) = isTarget
                ? (bead.Target, bead.B, bead.Source, bead.A)
                : (bead.Source, bead.A, bead.Target, bead.B);
            if (count > 0)
            {
                // A boundary is on the path as surely as the surer of the two beads that meet there.
                crossings[at] = start == end ? new Crossing(start, Math.Max(probability, posterior)) : null;
                (end, probability) = (start + length, posterior);
            }
        }

        if (end == lengths[language])
        {
            crossings[^1] = new Crossing(end, 1);
        }

        return crossings;
    }

    private readonly record struct Crossing(int Boundary, double Probability);
}
