using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VietJapanTM.Alignment.Scoring;

/// <summary>
/// The lexical scores of one direction over a window of a document: for every group of one to four given segments and every
/// told segment near it, the sum over the told tokens. Buffers are reused from window to window.
/// </summary>
/// <remarks>
/// Three steps, each linear in the window: scatter the links of the given tokens into one row of probability sums a told word;
/// turn the rows into logarithms for groups of 1 to 4; add the rows of each told token. Rows are parted into blocks of sixteen given
/// segments. Most blocks of most words are empty and cost nothing, and the logarithms of a block are taken when a told segment near it first wants them.
/// Vectors are slow before they are compiled well, so what works on them is compiled well at once: the first document of a process takes half the time.
/// </remarks>
internal sealed class LexicalField(DirectionModel model, bool givenMajor) : IDisposable
{
    private const int Sides = BeadType.MaxSide;
    private const int BlockShift = 4;

    /// <summary>Given segments of a block, as many as a vector has lanes.</summary>
    private const int Block = 1 << BlockShift;

    // What is known of a block of a row: nothing, that links lead into it, or where its logarithms lie, plus Ready.
    private const int Empty = 0;
    private const int Linked = 1;
    private const int Ready = 2;

    private readonly Scratch<float>[] _scores = new Scratch<float>[Sides];
    private readonly Scratch<float>[] _inverseLengths = new Scratch<float>[Sides];
    private Scratch<float> _sums;
    private Scratch<float> _logs;
    private Scratch<float> _gains;
    private Scratch<int> _blocks;
    private Scratch<int> _rows;
    private Scratch<float> _weights;
    private int _logCount;
    private int _blockCount;
    private int _stride;

    /// <summary>The scores of groups of a+1 given segments: index <c>given · width + told</c> or <c>told · width + given</c>.</summary>
    public ReadOnlySpan<float> Scores(int a) => _scores[a].Items;

    /// <inheritdoc/>
    public void Dispose()
    {
        for (var a = 0; a < Sides; a++)
        {
            _scores[a].Return();
            _inverseLengths[a].Return();
        }

        _sums.Return();
        _logs.Return();
        _gains.Return();
        _blocks.Return();
        _rows.Return();
        _weights.Return();
    }

    /// <summary>Fills <see cref="Scores"/>.</summary>
    /// <param name="given">The words of the given segments of the window, with their links.</param>
    /// <param name="told">Those of the told segments.</param>
    /// <param name="width">Row length of the result.</param>
    /// <param name="near">For each told segment the given segments that it is wanted with.</param>
    public void Fill(WindowWords given, WindowWords told, int width, Near[] near)
    {
        _blockCount = (given.Span.Count + Block - 1) >> BlockShift;
        _stride = (_blockCount + 1) << BlockShift;
        _logCount = 0;
        Scatter(given, told.Linked.Length);
        FillGains(told);
        FillInverseLengths(given);
        for (var a = 0; a < Sides; a++)
        {
            _scores[a].Take(((givenMajor ? given : told).Span.Count * width) + Block + Sides);
        }

        for (var t = 0; t < told.Span.Count; t++)
        {
            if (near[t].From < near[t].To)
            {
                Sum(told, t, near[t], width);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Scatter(WindowWords given, int rows)
    {
        var sums = _sums.TakeCleared(rows * _stride);
        var blocks = _blocks.TakeCleared(rows * _blockCount);
        for (var g = 0; g < given.Span.Count; g++)
        {
            // A group of four that begins three segments earlier reaches the segment.
            var block = g >> BlockShift;
            var earlier = Math.Max(0, g - (Sides - 1)) >> BlockShift;
            foreach (var token in given.Side.TokensOf(given.Span.Start + g))
            {
                var number = given.NumberOrNone(token);
                if (number < 0)
                {
                    continue;
                }

                var probabilities = given.Probabilities(number);
                var others = given.Others(number);
                for (var k = 0; k < others.Length; k++)
                {
                    var row = others[k];
                    sums[(row * _stride) + g] += probabilities[k];
                    blocks[(row * _blockCount) + block] = Linked;
                    blocks[(row * _blockCount) + earlier] = Linked;
                }
            }
        }
    }

    private void FillGains(WindowWords told)
    {
        var gains = _gains.Take(told.Linked.Length);
        for (var row = 0; row < gains.Length; row++)
        {
            gains[row] = model.Gain[told.Linked[row]];
        }
    }

    private void FillInverseLengths(WindowWords given)
    {
        var offsets = given.Side.Offsets;
        for (var a = 0; a < Sides; a++)
        {
            var inverse = _inverseLengths[a].Take(_stride);
            for (var g = 0; g < _stride; g++)
            {
                var start = Math.Min(given.Span.Start + g, given.Side.Count);
                var end = Math.Min(start + a + 1, given.Side.Count);
                inverse[g] = 1f / (offsets[end] - offsets[start] + 1);
            }
        }
    }

    /// <summary>Adds up the tokens of a told segment, all four sizes of a block's groups at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sum(WindowWords told, int t, Near near, int width)
    {
        var tokens = told.Side.TokensOf(told.Span.Start + t);
        var repeats = told.Side.RepeatsOf(told.Span.Start + t);
        var rows = _rows.Take(tokens.Length);
        var weights = _weights.Take(tokens.Length);
        var (constant, count) = (0f, 0);
        for (var k = 0; k < tokens.Length; k++)
        {
            var weight = Repetition.Weight(repeats[k]);
            constant += weight * model.LogBase[tokens[k]];
            var row = told.NumberOrNone(tokens[k]);
            if (row >= 0)
            {
                (rows[count], weights[count]) = (row * _blockCount, weight);
                count++;
            }
        }

        for (var block = near.From >> BlockShift; block << BlockShift < near.To; block++)
        {
            var (one, two, three, four) = (Vector512.Create(constant), Vector512.Create(constant), Vector512.Create(constant), Vector512.Create(constant));
            for (var k = 0; k < count; k++)
            {
                var row = rows[k];
                var state = _blocks.Items[row + block];
                if (state == Empty)
                {
                    continue;
                }

                var at = state == Linked ? TakeLogarithms(row + block, block) : state - Ready;
                var logs = _logs.Items.AsSpan(at, Sides * Block);
                one += Vector512.Create(logs) * weights[k];
                two += Vector512.Create(logs[Block..]) * weights[k];
                three += Vector512.Create(logs[(2 * Block)..]) * weights[k];
                four += Vector512.Create(logs[(3 * Block)..]) * weights[k];
            }

            Store(0, one, t, block, near, width);
            Store(1, two, t, block, near, width);
            Store(2, three, t, block, near, width);
            Store(3, four, t, block, near, width);
        }
    }

    /// <summary>Takes the logarithms of a block of a row, and says where they lie.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int TakeLogarithms(int index, int block)
    {
        var at = _logCount;
        _logCount += Sides * Block;
        _logs.Grow(_logCount);
        var row = index / _blockCount;
        var first = block << BlockShift;
        var gain = Vector512.Create(_gains.Items[row]);
        var sums = _sums.Items.AsSpan((row * _stride) + first);
        var sum = Vector512<float>.Zero;
        for (var a = 0; a < Sides; a++)
        {
            sum += Vector512.Create(sums[a..]);
            var share = sum * Vector512.Create(_inverseLengths[a].Items.AsSpan(first));
            Vector512.Log(Vector512<float>.One + (gain * share)).CopyTo(_logs.Items.AsSpan(at + (a * Block)));
        }

        _blocks.Items[index] = at + Ready;
        return at;
    }

    private void Store(int a, Vector512<float> sums, int t, int block, Near near, int width)
    {
        var scores = _scores[a].Items;
        var first = block << BlockShift;
        if (!givenMajor)
        {
            // What lies beyond the row's end is overwritten by the next row, or nobody's.
            sums.CopyTo(scores.AsSpan((t * width) + first));
            return;
        }

        Span<float> lanes = stackalloc float[Block];
        sums.CopyTo(lanes);
        var (from, to) = (Math.Max(near.From, first), Math.Min(near.To, first + Block));
        var at = (from * width) + t;
        foreach (var sum in lanes[(from - first)..(to - first)])
        {
            scores[at] = sum;
            at += width;
        }
    }
}
