using VietJapanTM.Alignment.Scoring;

namespace VietJapanTM.Alignment.Lattices;

/// <summary>
/// How probable each bead of the best path is among all paths near it, by the forward–backward algorithm. Weights are taken relative to the best path,
/// so that plain sums neither overflow nor vanish.
/// </summary>
/// <remarks>
/// Segments that stand alone on both sides of one place can be passed in any order, and all orders are one alignment. So of the paths that differ in that
/// order alone one is counted, on which no whole segment is deleted right after one was inserted; and what stands alone does so wherever it is passed.
/// </remarks>
internal sealed class PosteriorLattice(Corridor corridor, SegmentGrid grid, PairScorer scorer, AlignmentOptions options) : IDisposable
{
    private const float MostGain = 100;

    /// <summary>How probable the link of an inserted and a deleted segment must be to be joined.</summary>
    private const double LeastJoined = 0.1;

    /// <summary>The same where their words say that they are related, and no other place or partner wants them.</summary>
    private const double LeastRelated = 0.015;

    /// <summary>How probable it must be then that the first stands alone just there.</summary>
    private const double SurelyLone = 0.9;

    private readonly PathCells _cells = new(corridor);
    private Scratch<double> _forward;
    private Scratch<double> _backward;
    private Scratch<double> _inserted;
    private Scratch<double> _inside;
    private readonly Dictionary<Step, double> _large = [];
    private double _total;
    private Window _window;

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
        _cells.Dispose();
        _forward.Return();
        _backward.Return();
        _inserted.Return();
        _inside.Return();
    }

    /// <summary>Weighs all paths near a window's best path, and joins what stands apart on it without need.</summary>
    /// <param name="window">The window; <see cref="Scores"/> hold its beads.</param>
    /// <param name="steps">Its best path, which is mended in place.</param>
    public void Weigh(Window window, List<Step> steps)
    {
        _window = window;
        grid.Order(steps, corridor);
        _cells.Weigh(window, steps, Scores);
        var end = steps[^1];
        SumForward();
        SumBackward(end);
        _total = _forward.Items[_cells.IndexOf(end.SourceEnd, end.TargetEnd)];
        _large.Clear();
        if (options.UseFreeTranslations)
        {
            JoinNeighbours(steps);
        }

        if (options.UseLargeBeads)
        {
            LargeBeads.Join(steps, scorer, grid, Scores, (whole, parts, gain) =>
                _large.Add(whole, Math.Exp(Math.Min(gain, MostGain)) * Product(parts)));
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
                AddSegments(whole, LeastWords(steps, start, k + 1), IsAlone(whole) ? Alone(whole) : Together(whole, [.. parts]));
                start = k + 1;
            }
        }
    }

    /// <param name="weight">The weight of a bead among the paths of the lattice.</param>
    /// <param name="bead">The bead.</param>
    /// <param name="large">What large beads, which the lattice has no paths for, add to it.</param>
    private double Posterior(double weight, Step bead, double large = 0)
    {
        var outside = Outside(bead);
        return Math.Clamp(outside * (weight + large) / (_total + (outside * large)), 0, 1);
    }

    /// <summary>The weight of all paths before and after a bead.</summary>
    private double Outside(Step bead)
    {
        var (start, end) = (_cells.IndexOf(bead.Source, bead.Target), _cells.IndexOf(bead.SourceEnd, bead.TargetEnd));
        var isOne = bead.A + bead.B == 1 && IsAlone(bead);
        return (isOne && bead.B == 0 ? NotInserted(start) : _forward.Items[start])
            * (isOne && bead.A == 0 ? NotDeleted(bead.SourceEnd - _window.Row, bead.TargetEnd) : _backward.Items[end]);
    }

    /// <summary>The posterior of a bead of segments that some steps make.</summary>
    private double Together(Step whole, List<Step> parts) => Posterior(Inside(whole), whole, parts.Exists(_large.ContainsKey) ? Product(parts) : 0);

    /// <summary>The posterior of whole segments that stand alone, wherever between the segments of the other side.</summary>
    private double Alone(Step bead)
    {
        var sum = 0.0;
        for (var row = 0; row < _cells.Rows; row++)
        {
            var (from, to) = bead.A > 0 ? (_cells.Low(row), _cells.High(row)) : (bead.Target, bead.Target);
            for (var column = from; column <= to && (bead.A == 0 || row + _window.Row == bead.Source); column++)
            {
                var there = bead with { Source = row + _window.Row, Target = column };
                if (_cells.Holds(there.Source, column) && _cells.Holds(there.SourceEnd, there.TargetEnd) && IsAlone(there))
                {
                    sum += Outside(there) * Inside(there);
                }
            }
        }

        return Math.Clamp(sum / _total, 0, 1);
    }

    /// <summary>True for whole segments of one side.</summary>
    private bool IsAlone(Step bead) => (bead.A == 0 || bead.B == 0) && grid.IsWhole(bead);

    private bool IsAlone(int type, int row, int column) =>
        type <= BeadType.Deletion && IsAlone(new Step(row + _window.Row, BeadType.All[type].A, column, BeadType.All[type].B));

    /// <summary>What leads to a cell otherwise than by the insertion of a whole segment.</summary>
    private double NotInserted(int cell) => Math.Max(0, _forward.Items[cell] - _inserted.Items[cell]);

    /// <summary>What leads from a cell to the end otherwise than by the deletion of a whole segment.</summary>
    private double NotDeleted(int row, int column)
    {
        var all = _backward.Items[_cells.At(row, column)];
        return _cells.TryReach(BeadType.Deletion, row, column, out var from, out var to) && IsAlone(BeadType.Deletion, row, column)
            ? Math.Max(0, all - (_backward.Items[to] * _cells.Weights[from]))
            : all;
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
        var inside = _inside.Take(_cells.Count);
        var weights = _cells.Weights;
        var (firstRow, lastRow) = (bead.Source - _window.Row, bead.SourceEnd - _window.Row);
        inside[_cells.At(firstRow, _cells.Low(firstRow))..(_cells.At(lastRow, _cells.High(lastRow)) + 1)].Clear();
        inside[_cells.IndexOf(bead.Source, bead.Target)] = 1;
        for (var row = firstRow; row <= lastRow; row++)
        {
            var last = Math.Min(_cells.High(row), bead.TargetEnd);
            for (var column = Math.Max(_cells.Low(row), bead.Target); column <= last; column++)
            {
                var mass = inside[_cells.At(row, column)];
                var isFirst = row + _window.Row == bead.Source && column == bead.Target;
                if (mass == 0 || (!isFirst && grid.IsCorner(row + _window.Row, column)))
                {
                    continue;
                }

                for (var type = 0; type < BeadType.All.Length; type++)
                {
                    if (_cells.TryReach(type, row, column, out var from, out var to)
                        && row + _window.Row + BeadType.All[type].A <= bead.SourceEnd && column + BeadType.All[type].B <= bead.TargetEnd)
                    {
                        inside[to] += mass * weights[from];
                    }
                }
            }
        }

        return inside[_cells.IndexOf(bead.SourceEnd, bead.TargetEnd)];
    }

    /// <summary>
    /// Joins a segment that was inserted and one that was deleted where they stand side by side and a link is not too improbable:
    /// seldom do both sides lack a counterpart at the same place, and often the two are a free translation of each other. The more so where they share
    /// words, and are left over there for sure.
    /// </summary>
    private void JoinNeighbours(List<Step> steps)
    {
        for (var k = 0; k + 1 < steps.Count; k++)
        {
            var (one, other) = (steps[k], steps[k + 1]);
            var joined = new Step(one.Source, one.A + other.A, one.Target, one.B + other.B);
            if (joined is { A: 1, B: 1 } && one.A != one.B && grid.IsWhole(one) && grid.IsWhole(other)
                && Posterior(Weight(joined), joined) is >= LeastRelated and var link
                && (link >= LeastJoined || (Posterior(Weight(one), one) >= SurelyLone && scorer.Relate(joined) > 0)))
            {
                steps[k] = joined;
                steps.RemoveAt(k + 1);
            }
        }
    }

    private double Weight(Step step) =>
        _large.TryGetValue(step, out var weight) ? weight : _cells.Weight(step);

    private double Product(IEnumerable<Step> steps) => steps.Aggregate(1.0, (product, step) => product * Weight(step));

    private void SumForward()
    {
        var forward = _forward.TakeCleared(_cells.Count);
        var inserted = _inserted.TakeCleared(_cells.Count);
        var weights = _cells.Weights;
        forward[_cells.IndexOf(_window.Row, _window.Column)] = 1;
        for (var row = 0; row < _cells.Rows; row++)
        {
            for (var column = _cells.Low(row); column <= _cells.High(row); column++)
            {
                var cell = _cells.At(row, column);
                var mass = forward[cell];
                for (var type = 0; mass > 0 && type < BeadType.All.Length; type++)
                {
                    if (!_cells.TryReach(type, row, column, out var from, out var to))
                    {
                        continue;
                    }

                    var isAlone = IsAlone(type, row, column);
                    var moved = (isAlone && type == BeadType.Deletion ? NotInserted(cell) : mass) * weights[from];
                    forward[to] += moved;
                    inserted[to] += isAlone && type == BeadType.Insertion ? moved : 0;
                }
            }
        }
    }

    private void SumBackward(Step end)
    {
        var backward = _backward.TakeCleared(_cells.Count);
        var weights = _cells.Weights;
        backward[_cells.IndexOf(end.SourceEnd, end.TargetEnd)] = 1;
        for (var row = _cells.Rows - 1; row >= 0; row--)
        {
            for (var column = _cells.High(row); column >= _cells.Low(row); column--)
            {
                var mass = backward[_cells.At(row, column)];
                for (var type = 0; type < BeadType.All.Length; type++)
                {
                    if (_cells.TryReach(type, row, column, out var from, out var to))
                    {
                        mass += (type == BeadType.Insertion && IsAlone(type, row, column) ? NotDeleted(row, column + 1) : backward[to]) * weights[from];
                    }
                }

                backward[_cells.At(row, column)] = mass;
            }
        }
    }


}
