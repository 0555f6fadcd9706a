using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Scoring;

/// <summary>
/// The check of merges against deletions: as many sentences should end on one side of a bead as on the other. Lengths see a
/// swallowed heading hardly, and words see a swallowed sentence of unknown words hardly; this sees both.
/// </summary>
internal sealed class SentenceCountModel(TokenizedSide source, TokenizedSide target)
{
    /// <summary>The log-likelihood ratio by difference: 0, 1, 2, and 3 or more.</summary>
    private static readonly float[] Ratios = [0.5f, -1.5f, -2.5f, -3f];
    private readonly int[] _source = Cumulate(source.Ends);
    private readonly int[] _target = Cumulate(target.Ends);

    /// <summary>Adds the log-likelihood ratio for the beads (i, a, j, b), j from <paramref name="first"/> on.</summary>
    public void AddRow(int i, int a, int first, int b, Span<float> scores)
    {
        var here = _source[i + a] - _source[i];
        for (var k = 0; k < scores.Length; k++)
        {
            var difference = Math.Abs(_target[first + k + b] - _target[first + k] - here);
            scores[k] += Ratios[Math.Min(difference, Ratios.Length - 1)];
        }
    }

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
