using VietJapanTM.Alignment.Scoring;

namespace VietJapanTM.Alignment.Lattices;

/// <summary>
/// How probable each bead of the best path is among all paths near it, by the forward–backward algorithm with scores flattened
/// by a temperature, because the tokens of a bead are no independent witnesses. Weights are taken relative to the best path,
/// so that plain sums neither overflow nor vanish.
/// </summary>
internal sealed class PosteriorLattice(Corridor corridor, SegmentGrid grid, PairScorer scorer, AlignmentOptions options) : IDisposable
{
    private const int Radius = 6;
    private const int Reach = 2;
    private const double Temperature = 1.1;
    private const double Negligible = -60;
    private const float MostGain = 100;
    private const double LeastJoined = 0.08;

    // The cells of the rows lie one row after another; _starts says where column 0 of a row would lie.
    private int[] _low = [];
    private int[] _high = [];
    private int[] _starts = [];
    private double[] _level = [];
    private double[] _columnLevel = [];
    private Scratch<double> _forward;
    private Scratch<double> _backward;
    private Scratch<double> _inside;
    private Scratch<double> _weights;
    private readonly Dictionary<Step, double> _large = [];
    private double _total;
    private Window _window;
    private int _rows;
    private int _cells;

    /// <summary>The scores of the window's beads, which whoever searches the window fills.</summary>
    public WindowScores Scores { get; } = new();

    /// <summary>The beads of sentences rated so far, in order, with their posteriors.</summary>
    public List<(Step Bead, double Posterior)> Sentences { get; } = new(Math.Max(corridor.SourceCount, corridor.TargetCount));

    /// <summary>The beads of segments that those make, likewise, with what the words of their most doubtful step say; null where none is two-sided.</summary>
    public List<(Step Bead, double Posterior, float? Words)> Segments { get; } = new(Math.Min(corridor.SourceCount, corridor.TargetCount));

    /// <inheritdoc/>
    public void Dispose()
    {
        Scores.Dispose();
        _forward.Return();
        _backward.Return();
        _inside.Return();
        _weights.Return();
    }

    /// <summary>Weighs all paths near a window's best path, and joins what stands apart on it without need.</summary>
    /// <param name="window">The window; <see cref="Scores"/> hold its beads.</param>
    /// <param name="steps">Its best path, which is mended in place.</param>
    public void Weigh(Window window, List<Step> steps)
    {
        _window = window;
        grid.Order(steps, corridor);
        _rows = window.EndRow - window.Row + 1;
        Bound(steps);
        SetLevels(steps);
        Weigh();
        var end = steps[^1];
        SumForward();
        SumBackward(end);
        _total = _forward.Items[Index(end.SourceEnd, end.TargetEnd)];
        _large.Clear();
        if (options.UseFreeTranslations)
        {
            JoinNeighbours(steps);
        }

        if (options.UseLargeBeads)
        {
            LargeBeads.Join(steps, scorer, grid, Scores, (whole, parts, gain) =>
                _large.Add(whole, Math.Exp(Math.Min(gain, MostGain) / Temperature) * Product(parts)));
        }
    }

    /// <summary>Adds the posteriors of the first beads of the path that <see cref="Weigh(Window, List{Step})"/> left.</summary>
    public void Rate(IReadOnlyList<Step> steps, int kept)
    {
        var start = 0;
        for (var k = 0; k < kept; k++)
        {
            var step = steps[k];
            Sentences.Add((step, _large.ContainsKey(step) ? Posterior(0, step, Weight(step)) : Posterior(Weight(step), step)));
            if (k + 1 == kept || grid.IsCorner(step.SourceEnd, step.TargetEnd))
            {
                var first = steps[start];
                var whole = new Step(first.Source, step.SourceEnd - first.Source, first.Target, step.TargetEnd - first.Target);
                var parts = Enumerable.Range(start, k + 1 - start).Select(part => steps[part]);
                AddSegments(whole, LeastWords(steps, start, k + 1), Posterior(Inside(whole), whole, _large.Count > 0 && parts.Any(_large.ContainsKey) ? Product(parts) : 0));
                start = k + 1;
            }
        }
    }

    /// <param name="weight">The weight of a bead among the paths of the lattice.</param>
    /// <param name="bead">The bead.</param>
    /// <param name="large">What large beads, which the lattice has no paths for, add to it.</param>
    private double Posterior(double weight, Step bead, double large = 0)
    {
        var outside = _forward.Items[Index(bead.Source, bead.Target)] * _backward.Items[Index(bead.SourceEnd, bead.TargetEnd)];
        return Math.Clamp(outside * (weight + large) / (_total + (outside * large)), 0, 1);
    }

    /// <summary>A bead that began in an earlier window goes on.</summary>
    private void AddSegments(Step bead, float? words, double posterior)
    {
        if (!grid.IsCorner(bead.Source, bead.Target))
        {
            var (before, earlier, others) = Segments[^1];
            Segments.RemoveAt(Segments.Count - 1);
            (bead, posterior) = (new Step(before.Source, bead.SourceEnd - before.Source, before.Target, bead.TargetEnd - before.Target), posterior * earlier);
            words = Least(words, others);
        }

        Segments.Add((bead, posterior, words));
    }

    /// <summary>What the words of the most doubtful of some steps say, one-sided ones apart.</summary>
    private float? LeastWords(IReadOnlyList<Step> steps, int start, int end)
    {
        float? least = null;
        for (var k = start; k < end; k++)
        {
            if (steps[k].A > 0 && steps[k].B > 0)
            {
                least = Least(least, scorer.Relate(steps[k]));
            }
        }

        return least;
    }

    private static float? Least(float? one, float? other) => one is null || one > other ? other : one;

    /// <summary>The weight of all paths from one end of a bead of segments to the other that do not part it.</summary>
    private double Inside(Step bead)
    {
        var inside = _inside.Take(_cells);
        var weights = _weights.Items;
        var (firstRow, lastRow) = (bead.Source - _window.Row, bead.SourceEnd - _window.Row);
        inside[(_starts[firstRow] + _low[firstRow])..(_starts[lastRow] + _high[lastRow] + 1)].Clear();
        inside[Index(bead.Source, bead.Target)] = 1;
        for (var row = firstRow; row <= lastRow; row++)
        {
            var last = Math.Min(_high[row], bead.TargetEnd);
            for (var column = Math.Max(_low[row], bead.Target); column <= last; column++)
            {
                var mass = inside[_starts[row] + column];
                var isFirst = row + _window.Row == bead.Source && column == bead.Target;
                if (mass == 0 || (!isFirst && grid.IsCorner(row + _window.Row, column)))
                {
                    continue;
                }

                for (var type = 0; type < BeadType.All.Length; type++)
                {
                    if (TryReach(type, row, column, out var from, out var to)
                        && row + _window.Row + BeadType.All[type].A <= bead.SourceEnd && column + BeadType.All[type].B <= bead.TargetEnd)
                    {
                        inside[to] += mass * weights[from];
                    }
                }
            }
        }

        return inside[Index(bead.SourceEnd, bead.TargetEnd)];
    }

    /// <summary>
    /// Joins a segment that was inserted and one that was deleted where they stand side by side and a link is not too improbable:
    /// seldom do both sides lack a counterpart at the same place, and often the two are a free translation of each other.
    /// </summary>
    private void JoinNeighbours(List<Step> steps)
    {
        for (var k = 0; k + 1 < steps.Count; k++)
        {
            var (one, other) = (steps[k], steps[k + 1]);
            var joined = new Step(one.Source, one.A + other.A, one.Target, one.B + other.B);
            if (joined is { A: 1, B: 1 } && one.A != one.B && grid.IsWhole(one) && grid.IsWhole(other)
                && Posterior(Weight(joined), joined) >= LeastJoined)
            {
                steps[k] = joined;
                steps.RemoveAt(k + 1);
            }
        }
    }

    private double Weight(Step step) =>
        _large.TryGetValue(step, out var weight) ? weight : _weights.Items[(TypeOf(step) * _cells) + Index(step.Source, step.Target)];

    private double Product(IEnumerable<Step> steps) => steps.Aggregate(1.0, (product, step) => product * Weight(step));

    private static int TypeOf(Step step) => BeadType.IndexOf(step.A, step.B);

    private int Index(int row, int column) => _starts[row - _window.Row] + column;

    /// <summary>The rows' bounds: the path, some segments to each side, within the corridor.</summary>
    private void Bound(IReadOnlyList<Step> steps)
    {
        _low = Sized(_low, _rows);
        _high = Sized(_high, _rows);
        _starts = Sized(_starts, _rows);
        var low = new int[_rows];
        var high = new int[_rows];
        low.AsSpan().Fill(int.MaxValue);
        foreach (var step in steps)
        {
            for (var row = step.Source - _window.Row; row <= step.SourceEnd - _window.Row; row++)
            {
                low[row] = Math.Min(low[row], step.Target);
                high[row] = Math.Max(high[row], step.TargetEnd);
            }
        }

        _cells = 0;
        for (var row = 0; row < _rows; row++)
        {
            var sourceRow = row + _window.Row;
            _low[row] = Math.Max(_window.Low(corridor, sourceRow), low[Math.Max(0, row - Reach)] - Radius);
            _high[row] = Math.Min(_window.High(corridor, sourceRow), high[Math.Min(_rows - 1, row + Reach)] + Radius);
            _starts[row] = _cells - _low[row];
            _cells += _high[row] - _low[row] + 1;
        }
    }

    /// <summary>
    /// The best path's score, split over rows and columns: an insertion's belongs to its column, any other bead's to its rows,
    /// linear within the bead. Taken off every weight it cancels out of the posteriors and keeps the sums near 1.
    /// </summary>
    private void SetLevels(IReadOnlyList<Step> steps)
    {
        _level = Sized(_level, _rows);
        _columnLevel = Sized(_columnLevel, _window.Width);
        double level = 0, columnLevel = 0;
        _level[0] = _columnLevel[0] = 0;
        foreach (var step in steps)
        {
            var bead = BeadType.All[TypeOf(step)];
            var score = Scores.Of(TypeOf(step), step.Source, step.Target, 1)[0];
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

    private void Weigh()
    {
        var weights = _weights.TakeCleared(BeadType.All.Length * _cells);
        for (var row = 0; row < _rows; row++)
        {
            for (var type = 0; type < BeadType.All.Length; type++)
            {
                var bead = BeadType.All[type];
                if (row + bead.A >= _rows)
                {
                    continue;
                }

                var first = Math.Max(_low[row], _low[row + bead.A] - bead.B);
                var last = Math.Min(_high[row], _high[row + bead.A] - bead.B);
                if (first > last)
                {
                    continue;
                }

                var live = Scores.Of(type, row + _window.Row, first, last - first + 1);
                var rise = _level[row + bead.A] - _level[row];
                var at = (type * _cells) + _starts[row] + first;
                for (var k = 0; k < live.Length; k++)
                {
                    var column = first + k - _window.Column;
                    var exponent = (live[k] - rise - _columnLevel[column + bead.B] + _columnLevel[column]) / Temperature;
                    weights[at + k] = exponent < Negligible ? 0 : Math.Exp(exponent);
                }
            }
        }
    }

    private void SumForward()
    {
        var forward = _forward.TakeCleared(_cells);
        var weights = _weights.Items;
        forward[Index(_window.Row, _window.Column)] = 1;
        for (var row = 0; row < _rows; row++)
        {
            for (var column = _low[row]; column <= _high[row]; column++)
            {
                var mass = forward[_starts[row] + column];
                for (var type = 0; mass > 0 && type < BeadType.All.Length; type++)
                {
                    if (TryReach(type, row, column, out var from, out var to))
                    {
                        forward[to] += mass * weights[from];
                    }
                }
            }
        }
    }

    private void SumBackward(Step end)
    {
        var backward = _backward.TakeCleared(_cells);
        var weights = _weights.Items;
        backward[Index(end.SourceEnd, end.TargetEnd)] = 1;
        for (var row = _rows - 1; row >= 0; row--)
        {
            for (var column = _high[row]; column >= _low[row]; column--)
            {
                var mass = backward[_starts[row] + column];
                for (var type = 0; type < BeadType.All.Length; type++)
                {
                    if (TryReach(type, row, column, out var from, out var to))
                    {
                        mass += backward[to] * weights[from];
                    }
                }

                backward[_starts[row] + column] = mass;
            }
        }
    }

    private bool TryReach(int type, int row, int column, out int from, out int to)
    {
        var bead = BeadType.All[type];
        from = to = 0;
        if (row + bead.A >= _rows || column + bead.B < _low[row + bead.A] || column + bead.B > _high[row + bead.A])
        {
            return false;
        }

        from = (type * _cells) + _starts[row] + column;
        to = _starts[row + bead.A] + column + bead.B;
        return true;
    }

    private static T[] Sized<T>(T[] buffer, int size) => buffer.Length >= size ? buffer : new T[size];
}
