namespace VietJapanTM.Alignment.Lexicons;

/// <summary>
/// For each pivot word the words that it leads to, the most probable first, so that a composition can stop early. Probabilities
/// have sixteen levels (<see cref="LinkCode"/>), so that one stable pass over the levels sorts them. Immutable.
/// </summary>
internal sealed class PivotTable
{
    private readonly int[] _starts;
    private readonly PivotStep[] _steps;

    /// <param name="pivots">Number of pivot words.</param>
    /// <param name="levels">The steps of each level.</param>
    public PivotTable(int pivots, List<(int Pivot, int Word)>[] levels)
    {
        _starts = new int[pivots + 1];
        foreach (var level in levels)
        {
            foreach (var (pivot, _) in level)
            {
                _starts[pivot + 1]++;
            }
        }

        for (var pivot = 0; pivot < pivots; pivot++)
        {
            _starts[pivot + 1] += _starts[pivot];
        }

        _steps = new PivotStep[_starts[pivots]];
        var next = _starts.AsSpan(0, pivots).ToArray();
        for (var level = LinkCode.Levels - 1; level > 0; level--)
        {
            foreach (var (pivot, word) in levels[level])
            {
                _steps[next[pivot]++] = new PivotStep(word, LinkCode.Decode(level));
            }
        }
    }

    /// <summary>The words that a pivot word leads to.</summary>
    public ReadOnlySpan<PivotStep> From(int pivot) => _steps.AsSpan(_starts[pivot], _starts[pivot + 1] - _starts[pivot]);
}

/// <summary>A step from or to a pivot word.</summary>
/// <param name="Word">The word at the other end.</param>
/// <param name="Probability">Of the step.</param>
internal readonly record struct PivotStep(int Word, float Probability);
