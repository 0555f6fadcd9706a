using VietJapanTM.Alignment.Scoring;

namespace VietJapanTM.Alignment.Support;

/// <summary>
/// What the way round by a third language says of one pair: the boundaries that it passes through, a few a row, and the sentences that it leaves alone or
/// does not, each with what a path gains or loses there. Immutable.
/// </summary>
internal sealed class WayRound
{
    private readonly int[] _offsets;
    private readonly int[] _columns;
    private readonly float[] _gains;
    private readonly float[] _sourceAlone;
    private readonly float[] _targetAlone;

    /// <param name="boundaries">Boundaries of source and target with their gains, in any order; the gains of a repeated one add up.</param>
    /// <param name="sourceAlone">What a path gains that leaves each source sentence alone.</param>
    /// <param name="targetAlone">The same of each target sentence.</param>
    public WayRound(IReadOnlyCollection<(int Row, int Column, float Gain)> boundaries, float[] sourceAlone, float[] targetAlone)
    {
        (_sourceAlone, _targetAlone) = (sourceAlone, targetAlone);
        var sources = sourceAlone.Length;
        _offsets = new int[sources + 2];
        foreach (var (row, _, _) in boundaries)
        {
            _offsets[row + 1]++;
        }

        for (var row = 0; row <= sources; row++)
        {
            _offsets[row + 1] += _offsets[row];
        }

        (_columns, _gains) = (new int[boundaries.Count], new float[boundaries.Count]);
        var next = (int[])_offsets.Clone();
        foreach (var (row, column, gain) in boundaries)
        {
            var at = next[row]++;
            (_columns[at], _gains[at]) = (column, gain);
        }
    }

    /// <summary>Adds the gains of the boundaries of a row from a column on.</summary>
    public void AddBoundaries(int row, int first, Span<float> scores)
    {
        for (var k = _offsets[row]; k < _offsets[row + 1]; k++)
        {
            var at = _columns[k] - first;
            if (at >= 0 && at < scores.Length)
            {
                scores[at] += _gains[k];
            }
        }
    }

    /// <summary>Adds the gains of the one-sided beads of a type that begin at (i, j), j from <paramref name="first"/> on.</summary>
    public void AddAlone(int type, int i, int first, Span<float> scores)
    {
        for (var k = 0; k < scores.Length; k++)
        {
            scores[k] += type == BeadType.Deletion ? _sourceAlone[i] : _targetAlone[first + k];
        }
    }
}
