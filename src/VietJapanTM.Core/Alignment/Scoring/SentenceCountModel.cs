using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
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

    private readonly RunningSums _source = new(source.Ends);
    private readonly RunningSums _target = new(target.Ends);

    /// <summary>How many sentences end on one side of a bead more than on the other, 0 to <see cref="Most"/>.</summary>
    public int Difference(Step bead) =>
        Math.Min(Math.Abs(_source.Sum(bead.Source, bead.A) - _target.Sum(bead.Target, bead.B)), Most);

    /// <summary>
    /// Of <paramref name="ratios"/> by the difference, those of the bead (i, a, j, b) and of the fifteen that begin at the next targets; beyond the
    /// last target anything.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Ratios(int i, int a, int j, int b, float[] ratios)
    {
        var difference = Vector512.Abs(Vector512.Create(_source.Sum(i, a)) - _target.Sums(j, b));
        var ratio = Vector512.Create(ratios[Most]);
        for (var k = Most - 1; k >= 0; k--)
        {
            ratio = Vector512.ConditionalSelect(Vector512.Equals(difference, Vector512.Create(k)).AsSingle(), Vector512.Create(ratios[k]), ratio);
        }

        return ratio;
    }
}
