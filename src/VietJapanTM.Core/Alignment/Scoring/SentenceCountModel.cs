using VietJapanTM.Alignment.Lattices;
using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Scoring;

/// <summary>
/// The check of merges against deletions: as many sentences should end on one side of a bead as on the other. Lengths see a
/// swallowed heading hardly, and words see a swallowed sentence of unknown words hardly; this sees both. Unlike the shape of a bead
/// it does not mind a sentence that breaks off at a comma beside a whole one.
/// </summary>
internal sealed class SentenceCountModel(TokenizedSide source, TokenizedSide target)
{
    /// <summary>The largest difference that is told from larger ones.</summary>
    public const int Most = 3;

    private readonly int[] _source = Cumulate(source.Ends);
    private readonly int[] _target = Cumulate(target.Ends);

    /// <summary>How many sentences end on one side of a bead more than on the other, 0 to <see cref="Most"/>.</summary>
    public int Difference(Step bead) =>
        Apart(_source[bead.SourceEnd] - _source[bead.Source], _target[bead.TargetEnd] - _target[bead.Target]);

    /// <summary>Adds the ratio of its difference to each of the beads (i, a, j, b), j from <paramref name="first"/> on.</summary>
    public void AddRow(int i, int a, int first, int b, float[] ratios, Span<float> scores)
    {
        var here = _source[i + a] - _source[i];
        for (var k = 0; k < scores.Length; k++)
        {
            scores[k] += ratios[Apart(here, _target[first + k + b] - _target[first + k])];
        }
    }

    private static int Apart(int one, int other) => Math.Min(Math.Abs(one - other), Most);

    private static int[] Cumulate(int[] counts)
    {
        var sums = new int[counts.Length + 1];
        for (var i = 0; i < counts.Length; i++)
        {
            sums[i + 1] = sums[i] + counts[i];
        }

        return sums;
    }
}
