using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VietJapanTM.Alignment.Scoring;

namespace VietJapanTM.Alignment.Lattices;

/// <summary>
/// The dynamic programming over one window: the best sum of bead scores to every boundary of the corridor, and the way back.
/// Rows push their scores forward, so that each bead is scored once. Buffers are reused from window to window.
/// </summary>
/// <param name="scorer">What a bead is worth.</param>
/// <param name="corridor">Where to look.</param>
/// <param name="kept">Receives the scores; null where nobody wants them.</param>
internal sealed class ViterbiLattice(PairScorer scorer, Corridor corridor, WindowScores? kept)
{
    private const float Unreached = -1e30f;
    private const int LiveRows = BeadType.MaxSide + 1;
    private readonly float[][] _best = new float[LiveRows][];
    private byte[] _cameBy = [];
    private float[] _scores = [];
    private Window _window;
    private int _width;

    /// <summary>Finds the best path through a window; the caller has prepared the scorer for it.</summary>
    /// <param name="window">The window.</param>
    /// <param name="steps">Receives the beads in order.</param>
    public void Search(Window window, List<Step> steps)
    {
        _window = window;
        _width = window.Width;
        Reset();
        kept?.Begin(window);
        for (var row = window.Row; row <= window.EndRow; row++)
        {
            var best = Row(row);
            Insert(best, row);
            if (row < window.EndRow)
            {
                PushAll(best, row);
                if (row + LiveRows <= window.EndRow)
                {
                    best.AsSpan(0, _width).Fill(Unreached);
                }
            }
        }

        TraceBack(steps);
    }

    private void Reset()
    {
        var cells = (_window.EndRow - _window.Row + 1) * _width;
        if (_cameBy.Length < cells)
        {
            _cameBy = new byte[cells];
        }

        if (_scores.Length < _width)
        {
            _scores = new float[_width];
        }

        for (var k = 0; k < LiveRows; k++)
        {
            if (_best[k] is null || _best[k].Length < _width)
            {
                _best[k] = new float[_width];
            }

            _best[k].AsSpan(0, _width).Fill(Unreached);
        }

        Row(_window.Row)[0] = 0;
    }

    private float[] Row(int row) => _best[row % LiveRows];

    private Span<byte> CameBy(int row) => _cameBy.AsSpan((row - _window.Row) * _width, _width);

    private void Insert(float[] best, int row)
    {
        var cameBy = CameBy(row);
        var low = _window.Low(corridor, row);
        var costs = Score(BeadType.Insertion, row, low, _window.High(corridor, row) - low);
        for (var k = 0; k < costs.Length; k++)
        {
            var at = low + k - _window.Column;
            if (best[at] + costs[k] > best[at + 1])
            {
                best[at + 1] = best[at] + costs[k];
                cameBy[at + 1] = BeadType.Insertion;
            }
        }
    }

    private void PushAll(float[] best, int row)
    {
        for (var type = BeadType.Deletion; type < BeadType.All.Length; type++)
        {
            var bead = BeadType.All[type];
            var to = row + bead.A;
            if (to > _window.EndRow)
            {
                continue;
            }

            var first = Math.Max(_window.Low(corridor, row), _window.Low(corridor, to) - bead.B);
            var last = Math.Min(_window.High(corridor, row), _window.High(corridor, to) - bead.B);
            if (first > last)
            {
                continue;
            }

            var scores = Score(type, row, first, last - first + 1);
            var at = first - _window.Column;
            Push((byte)type, scores, best.AsSpan(at, scores.Length), Row(to).AsSpan(at + bead.B), CameBy(to)[(at + bead.B)..]);
        }
    }

    private Span<float> Score(int type, int row, int first, int count)
    {
        var scores = kept is null ? _scores.AsSpan(0, count) : kept.Add(type, row, first, count);
        scorer.Score(type, row, first, scores);
        return scores;
    }

    /// <summary>Of equal ways the later type wins, so that of a repeated line the last copy has the counterpart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Push(byte type, ReadOnlySpan<float> scores, ReadOnlySpan<float> from, Span<float> to, Span<byte> cameBy)
    {
        var k = 0;
        for (; k + Vector512<float>.Count <= scores.Length; k += Vector512<float>.Count)
        {
            var sums = Vector512.Create(from[k..]) + Vector512.Create(scores[k..]);
            var best = Vector512.Create<float>(to[k..]);
            var isBetter = Vector512.GreaterThanOrEqual(sums, best);
            Vector512.ConditionalSelect(isBetter, sums, best).CopyTo(to[k..]);
            for (var lanes = isBetter.ExtractMostSignificantBits(); lanes != 0; lanes &= lanes - 1)
            {
                cameBy[k + BitOperations.TrailingZeroCount(lanes)] = type;
            }
        }

        for (; k < scores.Length; k++)
        {
            var sum = from[k] + scores[k];
            if (sum >= to[k])
            {
                to[k] = sum;
                cameBy[k] = type;
            }
        }
    }

    private void TraceBack(List<Step> steps)
    {
        var row = _window.EndRow;
        var column = row == corridor.SourceCount ? corridor.TargetCount : BestColumn(row);
        var start = steps.Count;
        while (row > _window.Row || column > _window.Column)
        {
            var bead = BeadType.All[CameBy(row)[column - _window.Column]];
            row -= bead.A;
            column -= bead.B;
            steps.Add(new Step(row, bead.A, column, bead.B));
        }

        steps.Reverse(start, steps.Count - start);
    }

    private int BestColumn(int row)
    {
        var best = _window.Low(corridor, row);
        for (var j = best + 1; j <= _window.High(corridor, row); j++)
        {
            if (Row(row)[j - _window.Column] > Row(row)[best - _window.Column])
            {
                best = j;
            }
        }

        return best;
    }
}
