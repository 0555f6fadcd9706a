using VietJapanTM.Alignment.Scoring;

namespace VietJapanTM.Alignment.Lattices;

/// <summary>
/// The cells near a window's best path, and what each step between them weighs: the exponential of its score, relative to the best path's. Rows count
/// from the window's first.
/// </summary>
internal sealed class PathCells(Corridor corridor) : IDisposable
{
    private const int Radius = 6;
    private const int Reach = 2;
    private const double Negligible = -60;

    // The cells of the rows lie one row after another; _starts says where column 0 of a row would lie.
    private int[] _low = [];
    private int[] _high = [];
    private int[] _starts = [];
    private double[] _level = [];
    private double[] _columnLevel = [];
    private Scratch<double> _weights;
    private Window _window;

    /// <summary>Number of rows.</summary>
    public int Rows { get; private set; }

    /// <summary>Number of cells.</summary>
    public int Count { get; private set; }

    /// <summary>The weights of all steps, by the places that <see cref="TryReach"/> gives.</summary>
    public double[] Weights => _weights.Items;

    /// <inheritdoc/>
    public void Dispose() => _weights.Return();

    /// <summary>Bounds the cells and weighs the steps.</summary>
    /// <param name="window">The window.</param>
    /// <param name="steps">Its best path.</param>
    /// <param name="scores">The scores of its beads.</param>
    public void Weigh(Window window, List<Step> steps, WindowScores scores)
    {
        _window = window;
        Rows = window.EndRow - window.Row + 1;
        Bound(steps);
        SetLevels(steps, scores);
        Weigh(scores);
    }

    /// <summary>The first column of a row.</summary>
    public int Low(int row) => _low[row];

    /// <summary>The last column of a row.</summary>
    public int High(int row) => _high[row];

    /// <summary>The cell of a row and a column that it holds.</summary>
    public int At(int row, int column) => _starts[row] + column;

    /// <summary>The cell of a boundary of source and target.</summary>
    public int IndexOf(int source, int target) => At(source - _window.Row, target);

    /// <summary>True where a boundary has a cell.</summary>
    public bool Holds(int source, int target) =>
        source - _window.Row < Rows && target >= _low[source - _window.Row] && target <= _high[source - _window.Row];

    /// <summary>What a step between cells weighs.</summary>
    public double Weight(Step step) => Weights[(TypeOf(step) * Count) + IndexOf(step.Source, step.Target)];

    /// <summary>The place of the weight of a step of one type from a cell, and the cell that it leads to; false where that is none.</summary>
    public bool TryReach(int type, int row, int column, out int from, out int to)
    {
        var bead = BeadType.All[type];
        from = to = 0;
        if (row + bead.A >= Rows || column + bead.B < _low[row + bead.A] || column + bead.B > _high[row + bead.A])
        {
            return false;
        }

        from = (type * Count) + _starts[row] + column;
        to = _starts[row + bead.A] + column + bead.B;
        return true;
    }

    private static int TypeOf(Step step) => BeadType.IndexOf(step.A, step.B);

    /// <summary>The rows' bounds: the path, some segments to each side, within the corridor.</summary>
    private void Bound(IReadOnlyList<Step> steps)
    {
        _low = Sized(_low, Rows);
        _high = Sized(_high, Rows);
        _starts = Sized(_starts, Rows);
        var low = new int[Rows];
        var high = new int[Rows];
        low.AsSpan().Fill(int.MaxValue);
        foreach (var step in steps)
        {
            for (var row = step.Source - _window.Row; row <= step.SourceEnd - _window.Row; row++)
            {
                low[row] = Math.Min(low[row], step.Target);
                high[row] = Math.Max(high[row], step.TargetEnd);
            }
        }

        Count = 0;
        for (var row = 0; row < Rows; row++)
        {
            var sourceRow = row + _window.Row;
            _low[row] = Math.Max(_window.Low(corridor, sourceRow), low[Math.Max(0, row - Reach)] - Radius);
            _high[row] = Math.Min(_window.High(corridor, sourceRow), high[Math.Min(Rows - 1, row + Reach)] + Radius);
            _starts[row] = Count - _low[row];
            Count += _high[row] - _low[row] + 1;
        }
    }

    /// <summary>
    /// The best path's score, split over rows and columns: an insertion's belongs to its column, any other bead's to its rows,
    /// linear within the bead. Taken off every weight it cancels out of the posteriors and keeps the sums near 1.
    /// </summary>
    private void SetLevels(IReadOnlyList<Step> steps, WindowScores scores)
    {
        _level = Sized(_level, Rows);
        _columnLevel = Sized(_columnLevel, _window.Width);
        double level = 0, columnLevel = 0;
        _level[0] = _columnLevel[0] = 0;
        foreach (var step in steps)
        {
            var bead = BeadType.All[TypeOf(step)];
            var score = scores.Of(TypeOf(step), step.Source, step.Target, 1)[0];
            var row = step.Source - _window.Row;
            for (var a = 1; a <= bead.A; a++)
            {
                _level[row + a] = level + (score * a / bead.A);
            }

            level += bead.A > 0 ? score : 0;
            columnLevel += bead.A > 0 ? 0 : score;
            _columnLevel.AsSpan(step.Target - _window.Column + 1, bead.B).Fill(columnLevel);
        }

        _columnLevel.AsSpan(steps[^1].TargetEnd - _window.Column + 1, _window.EndColumn - steps[^1].TargetEnd).Fill(columnLevel);
    }

    private void Weigh(WindowScores scores)
    {
        var weights = _weights.TakeCleared(BeadType.All.Length * Count);
        for (var row = 0; row < Rows; row++)
        {
            for (var type = 0; type < BeadType.All.Length; type++)
            {
                var bead = BeadType.All[type];
                if (row + bead.A >= Rows)
                {
                    continue;
                }

                var first = Math.Max(_low[row], _low[row + bead.A] - bead.B);
                var last = Math.Min(_high[row], _high[row + bead.A] - bead.B);
                if (first > last)
                {
                    continue;
                }

                var live = scores.Of(type, row + _window.Row, first, last - first + 1);
                var rise = _level[row + bead.A] - _level[row];
                var at = (type * Count) + _starts[row] + first;
                for (var k = 0; k < live.Length; k++)
                {
                    var column = first + k - _window.Column;
                    var exponent = live[k] - rise - _columnLevel[column + bead.B] + _columnLevel[column];
                    weights[at + k] = exponent < Negligible ? 0 : Math.Exp(exponent);
                }
            }
        }
    }

    private static T[] Sized<T>(T[] buffer, int size) => buffer.Length >= size ? buffer : new T[size];
}
