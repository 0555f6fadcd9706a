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
/// </remarks>
internal sealed class LexicalField(DirectionModel model, bool givenMajor)
{
    private const int Sides = BeadType.MaxSide;
    private const int BlockShift = 4;

    /// <summary>Given segments of a block, as many as a vector has lanes.</summary>
    private const int Block = 1 << BlockShift;

    // What is known of a block of a row: nothing, that links lead into it, or where its logarithms lie, plus Ready.
    private const int Empty = 0;
    private const int Linked = 1;
    private const int Ready = 2;

    private readonly float[][] _inverseLengths = [[], [], [], []];
    private float[] _sums = [];
    private float[] _logs = [];
    private int[] _blocks = [];
    private int[] _rows = [];
    private float[] _gains = [];
    private int _logCount;
    private int _blockCount;
    private int _stride;

    /// <summary>The scores of groups of a+1 given segments: index <c>given · width + told</c> or <c>told · width + given</c>.</summary>
    public float[][] Scores { get; } = [[], [], [], []];

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
            Scores[a] = Sized(Scores[a], ((givenMajor ? given : told).Span.Count * width) + Block);
        }

        for (var t = 0; t < told.Span.Count; t++)
        {
            if (near[t].From < near[t].To)
            {
                Sum(told, t, near[t], width);
            }
        }
    }

    private void Scatter(WindowWords given, int rows)
    {
        _sums = Sized(_sums, rows * _stride);
        _blocks = Sized(_blocks, rows * _blockCount);
        _sums.AsSpan(0, rows * _stride).Clear();
        _blocks.AsSpan(0, rows * _blockCount).Fill(Empty);
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
                    _sums[(row * _stride) + g] += probabilities[k];
                    _blocks[(row * _blockCount) + block] = Linked;
                    _blocks[(row * _blockCount) + earlier] = Linked;
                }
            }
        }
    }

    private void FillGains(WindowWords told)
    {
        _gains = Sized(_gains, told.Linked.Length);
        for (var row = 0; row < told.Linked.Length; row++)
        {
            _gains[row] = model.Gain[told.Linked[row]];
        }
    }

    private void FillInverseLengths(WindowWords given)
    {
        var offsets = given.Side.Offsets;
        for (var a = 0; a < Sides; a++)
        {
            _inverseLengths[a] = Sized(_inverseLengths[a], _stride);
            for (var g = 0; g < _stride; g++)
            {
                var start = Math.Min(given.Span.Start + g, given.Side.Count);
                var end = Math.Min(start + a + 1, given.Side.Count);
                _inverseLengths[a][g] = 1f / (offsets[end] - offsets[start] + 1);
            }
        }
    }

    /// <summary>Adds up the tokens of a told segment, all four sizes of a block's groups at once.</summary>
    private void Sum(WindowWords told, int t, Near near, int width)
    {
        var tokens = told.Side.TokensOf(told.Span.Start + t);
        _rows = Sized(_rows, tokens.Length);
        var (constant, count) = (0f, 0);
        foreach (var token in tokens)
        {
            constant += model.LogBase[token];
            var row = told.NumberOrNone(token);
            if (row >= 0)
            {
                _rows[count++] = row * _blockCount;
            }
        }

        for (var block = near.From >> BlockShift; block << BlockShift < near.To; block++)
        {
            var (one, two, three, four) = (Vector512.Create(constant), Vector512.Create(constant), Vector512.Create(constant), Vector512.Create(constant));
            foreach (var row in _rows.AsSpan(0, count))
            {
                var state = _blocks[row + block];
                if (state == Empty)
                {
                    continue;
                }

                var at = state == Linked ? TakeLogarithms(row + block, block) : state - Ready;
                var logs = _logs.AsSpan(at, Sides * Block);
                one += Vector512.Create(logs);
                two += Vector512.Create(logs[Block..]);
                three += Vector512.Create(logs[(2 * Block)..]);
                four += Vector512.Create(logs[(3 * Block)..]);
            }

            Store(0, one, t, block, near, width);
            Store(1, two, t, block, near, width);
            Store(2, three, t, block, near, width);
            Store(3, four, t, block, near, width);
        }
    }

    /// <summary>Takes the logarithms of a block of a row, and says where they lie.</summary>
    private int TakeLogarithms(int index, int block)
    {
        var at = _logCount;
        _logCount += Sides * Block;
        if (_logs.Length < _logCount)
        {
            Array.Resize(ref _logs, 2 * _logCount);
        }

        var row = index / _blockCount;
        var first = block << BlockShift;
        var gain = Vector512.Create(_gains[row]);
        var sums = _sums.AsSpan((row * _stride) + first);
        var sum = Vector512<float>.Zero;
        for (var a = 0; a < Sides; a++)
        {
            sum += Vector512.Create(sums[a..]);
            var share = sum * Vector512.Create(_inverseLengths[a].AsSpan(first));
            Vector512.Log(Vector512<float>.One + (gain * share)).CopyTo(_logs.AsSpan(at + (a * Block)));
        }

        _blocks[index] = at + Ready;
        return at;
    }

    private void Store(int a, Vector512<float> sums, int t, int block, Near near, int width)
    {
        var scores = Scores[a];
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

    private static T[] Sized<T>(T[] buffer, int size) => buffer.Length >= size ? buffer : new T[Math.Max(size, 2 * buffer.Length)];
}
