using System.Globalization;
using VietJapanTM.Model;

namespace VietJapanTM.Testing.Alignment;

/// <summary>How often beads of each tenth of confidence are right.</summary>
public sealed class Reliability
{
    private readonly (int Beads, int Right, double Confidence)[] _bins = new (int, int, double)[10];

    /// <summary>Expected calibration error: the mean distance of confidence and share of right beads, weighted by beads.</summary>
    public double Error => _bins.Sum(bin => Math.Abs(bin.Confidence - bin.Right)) / _bins.Sum(bin => bin.Beads);

    /// <summary>Adds a document.</summary>
    /// <param name="gold">Its true beads.</param>
    /// <param name="beads">The beads with the confidences to judge.</param>
    public void Add(IEnumerable<Bead> gold, IEnumerable<Bead> beads)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(beads);
        var right = gold.Select(LadderScore.Key).ToHashSet();
        foreach (var bead in beads)
        {
            ref var bin = ref _bins[Math.Min(9, (int)(bead.Confidence * 10))];
            bin = (bin.Beads + 1, bin.Right + (right.Contains(LadderScore.Key(bead)) ? 1 : 0), bin.Confidence + bead.Confidence);
        }
    }

    /// <summary>The table, a line a tenth that has beads.</summary>
    public override string ToString() => string.Join('\n', _bins.Where(bin => bin.Beads > 0).Select(bin => string.Create(
        CultureInfo.InvariantCulture,
        $"  confidence {bin.Confidence / bin.Beads:F2}: right {bin.Right / (double)bin.Beads:F2} of {bin.Beads}")));
}
