namespace VietJapanTM.Alignment.Support;

/// <summary>
/// What the other pairs say of one pair: boundaries that the way round by a third language passes through, each with what a path gains there.
/// Sparse, a few boundaries a row. Immutable.
/// </summary>
internal sealed class BoundarySupport
{
    private readonly int[] _offsets;
    private readonly int[] _columns;
    private readonly float[] _gains;

    /// <param name="sources">Source sentences.</param>
    /// <param name="boundaries">Boundaries of source and target with their gains, in any order; the gains of a repeated one add up.</param>
    public BoundarySupport(int sources, IReadOnlyCollection<(int Row, int Column, float Gain)> boundaries)
    {
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
    public void AddRow(int row, int first, Span<float> scores)
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
}
