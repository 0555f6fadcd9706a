using System.Numerics;

namespace VietJapanTM.Alignment.Scoring;

/// <summary>
/// The lexical scores of one direction over a window of a document: for every group of one to four given segments and every
/// told segment near it, the sum over the told tokens. Buffers are reused from window to window.
/// </summary>
/// <remarks>
/// Three steps, each linear in the window: scatter the links of the given tokens into one row of probability sums a told type;
/// turn each row into logarithms for groups of 1 to 4 (only between its first and last entry); add the rows of each told token.
/// </remarks>
internal sealed class LexicalField(DirectionModel model, bool givenMajor)
{
    private const int Pad = 8;
    private readonly int[] _local = new int[model.Told.Types.Length];
    private readonly List<int> _types = [];
    private readonly int[] _begin = Enumerable.Repeat(-1, model.Given.Types.Length).ToArray();
    private readonly int[] _end = new int[model.Given.Types.Length];
    private readonly float[][] _inverseLengths = new float[BeadType.MaxSide][];
    private readonly float[][] _sums = new float[BeadType.MaxSide][];
    private float[] _rows = [];
    private float[] _logs = [];
    private int[] _first = [];
    private int[] _last = [];
    private int[] _linkRows = [];
    private float[] _linkProbabilities = [];
    private int _linkCount;
    private int _stride;
    private int _givenStart;
    private int _givenCount;

    /// <summary>The scores of groups of a+1 given segments: index <c>given · width + told</c> or <c>told · width + given</c>.</summary>
    public float[][] Scores { get; } = [[], [], [], []];

    /// <summary>Fills <see cref="Scores"/>.</summary>
    /// <param name="given">The given segments of the window.</param>
    /// <param name="told">The told segments of the window.</param>
    /// <param name="width">Row length of the result.</param>
    /// <param name="near">For each told segment the given segments that it is wanted with.</param>
    public void Fill(SegmentSpan given, SegmentSpan told, int width, Near[] near)
    {
        _givenStart = given.Start;
        _givenCount = given.Count;
        CollectTypes(told);
        Scatter();
        TakeLogarithms();
        for (var a = 0; a < BeadType.MaxSide; a++)
        {
            Scores[a] = Sized(Scores[a], (givenMajor ? given.Count : told.Count) * width);
            _sums[a] = Sized(_sums[a] ?? [], _stride);
        }

        for (var t = 0; t < told.Count; t++)
        {
            if (near[t].From < near[t].To)
            {
                Sum(model.Told.TokensOf(told.Start + t), near[t].From, near[t].To);
                Store(t, near[t].From, near[t].To, width);
            }
        }

        foreach (var type in _types)
        {
            _local[type] = 0;
        }
    }

    private void CollectTypes(SegmentSpan told)
    {
        _types.Clear();
        var side = model.Told;
        foreach (var type in side.Tokens.AsSpan(side.Offsets[told.Start], side.Offsets[told.End] - side.Offsets[told.Start]))
        {
            if (_local[type] == 0 && model.Gain[type] > 0)
            {
                _types.Add(type);
                _local[type] = _types.Count;
            }
        }
    }

    private void Scatter()
    {
        _stride = _givenCount + Pad;
        _rows = Sized(_rows, _types.Count * _stride);
        _rows.AsSpan(0, _types.Count * _stride).Clear();
        _first = Sized(_first, _types.Count);
        _last = Sized(_last, _types.Count);
        _first.AsSpan(0, _types.Count).Fill(int.MaxValue);
        _last.AsSpan(0, _types.Count).Fill(-1);
        _linkCount = 0;
        for (var g = 0; g < _givenCount; g++)
        {
            foreach (var token in model.Given.TokensOf(_givenStart + g))
            {
                if (_begin[token] < 0)
                {
                    CollectLinks(token);
                }

                for (var link = _begin[token]; link < _end[token]; link++)
                {
                    var row = _linkRows[link];
                    _rows[(row * _stride) + g] += _linkProbabilities[link];
                    _first[row] = Math.Min(_first[row], g);
                    _last[row] = g;
                }
            }
        }

        foreach (var token in model.Given.Tokens.AsSpan(model.Given.Offsets[_givenStart]..model.Given.Offsets[_givenStart + _givenCount]))
        {
            _begin[token] = -1;
        }
    }

    /// <summary>
    /// The links of a given type that lead into the window, once for all its tokens: in a long document a common word has hundreds of links, of
    /// which few do.
    /// </summary>
    private void CollectLinks(int type)
    {
        _begin[type] = _linkCount;
        var most = _linkCount + model.Offsets[type + 1] - model.Offsets[type];
        if (_linkRows.Length < most)
        {
            Array.Resize(ref _linkRows, 2 * most);
            Array.Resize(ref _linkProbabilities, 2 * most);
        }

        for (var link = model.Offsets[type]; link < model.Offsets[type + 1]; link++)
        {
            var row = _local[model.Words[link]] - 1;
            if (row >= 0)
            {
                _linkRows[_linkCount] = row;
                _linkProbabilities[_linkCount++] = model.Probabilities[link];
            }
        }

        _end[type] = _linkCount;
    }

    private void TakeLogarithms()
    {
        FillInverseLengths();
        _logs = Sized(_logs, BeadType.MaxSide * _types.Count * _stride);
        for (var row = 0; row < _types.Count; row++)
        {
            if (_last[row] < 0)
            {
                continue;
            }

            // A group of four that begins three segments earlier reaches the first entry.
            _first[row] = Math.Max(0, _first[row] - (BeadType.MaxSide - 1));
            var gain = new Vector<float>(model.Gain[_types[row]]);
            var sums = _rows.AsSpan(row * _stride, _stride);
            for (var g = _first[row]; g <= _last[row]; g += Vector<float>.Count)
            {
                var sum = Vector<float>.Zero;
                for (var a = 0; a < BeadType.MaxSide; a++)
                {
                    sum += Read(sums, g + a);
                    var share = sum * Read(_inverseLengths[a], g);
                    Write(Vector.Log(Vector<float>.One + (gain * share)), _logs.AsSpan(LogRow(row, a), _stride), g);
                }
            }
        }
    }

    private void Sum(ReadOnlySpan<int> tokens, int from, int to)
    {
        var constant = 0f;
        foreach (var type in tokens)
        {
            constant += model.LogBase[type];
        }

        for (var a = 0; a < BeadType.MaxSide; a++)
        {
            _sums[a].AsSpan(from, to - from).Fill(constant);
        }

        foreach (var type in tokens)
        {
            var row = _local[type] - 1;
            if (row < 0)
            {
                continue;
            }

            var start = Math.Max(from, _first[row]);
            var count = Math.Min(to, _last[row] + 1) - start;
            for (var a = 0; a < BeadType.MaxSide && count > 0; a++)
            {
                Add(_logs.AsSpan(LogRow(row, a) + start, count), _sums[a].AsSpan(start, count));
            }
        }
    }

    private void Store(int told, int from, int to, int width)
    {
        for (var a = 0; a < BeadType.MaxSide; a++)
        {
            var sums = _sums[a].AsSpan(from, to - from);
            if (!givenMajor)
            {
                sums.CopyTo(Scores[a].AsSpan((told * width) + from));
                continue;
            }

            var scores = Scores[a];
            var at = (from * width) + told;
            foreach (var sum in sums)
            {
                scores[at] = sum;
                at += width;
            }
        }
    }

    private void FillInverseLengths()
    {
        var offsets = model.Given.Offsets;
        for (var a = 0; a < BeadType.MaxSide; a++)
        {
            _inverseLengths[a] = Sized(_inverseLengths[a] ?? [], _stride);
            for (var g = 0; g < _stride; g++)
            {
                var start = Math.Min(_givenStart + g, model.Given.Count);
                var end = Math.Min(start + a + 1, model.Given.Count);
                _inverseLengths[a][g] = 1f / (offsets[end] - offsets[start] + 1);
            }
        }
    }

    private int LogRow(int row, int a) => ((row * BeadType.MaxSide) + a) * _stride;

    private static void Add(ReadOnlySpan<float> terms, Span<float> sums)
    {
        var k = 0;
        for (; k + Vector<float>.Count <= sums.Length; k += Vector<float>.Count)
        {
            (new Vector<float>(sums[k..]) + new Vector<float>(terms[k..])).CopyTo(sums[k..]);
        }

        for (; k < sums.Length; k++)
        {
            sums[k] += terms[k];
        }
    }

    private static Vector<float> Read(ReadOnlySpan<float> row, int at)
    {
        if (at + Vector<float>.Count <= row.Length)
        {
            return new Vector<float>(row[at..]);
        }

        Span<float> lanes = stackalloc float[Vector<float>.Count];
        lanes.Clear();
        if (at < row.Length)
        {
            row[at..].CopyTo(lanes);
        }

        return new Vector<float>(lanes);
    }

    private static void Write(Vector<float> values, Span<float> row, int at)
    {
        if (at + Vector<float>.Count <= row.Length)
        {
            values.CopyTo(row[at..]);
            return;
        }

        for (var lane = 0; at + lane < row.Length; lane++)
        {
            row[at + lane] = values[lane];
        }
    }

    private static T[] Sized<T>(T[] buffer, int size) => buffer.Length >= size ? buffer : new T[Math.Max(size, 2 * buffer.Length)];
}
