namespace VietJapanTM.Exchange.Markup;

/// <summary>
/// Passes characters on to a parser and remembers them until they are forgotten, so that what the parser found can be looked up
/// as it stands in the file. Lines are counted as XML parsers count them: CRLF, LF and a lone CR end one. Not thread-safe.
/// </summary>
internal sealed class RawRecorder(TextReader source) : TextReader
{
    private readonly List<long> _lineStarts = [0];
    private char[] _kept = new char[1 << 13];
    private long _base;
    private int _count;
    private int _firstLine = 1;
    private bool _afterReturn;

    /// <inheritdoc/>
    public override int Peek() => source.Peek();

    /// <inheritdoc/>
    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override int Read(Span<char> buffer)
    {
        var taken = source.Read(buffer);
        Keep(buffer[..taken]);
        return taken;
    }

    /// <summary>The offset in the file of a place that is still remembered.</summary>
    public long OffsetOf(int line, int column) => _lineStarts[line - _firstLine] + column - 1;

    /// <summary>The characters from one offset to another; both must be remembered.</summary>
    public string Slice(long from, long to) => new(_kept, (int)(from - _base), (int)(to - from));

    /// <summary>Line and column of an offset that is still remembered.</summary>
    public (int Line, int Column) PlaceOf(long offset)
    {
        var found = _lineStarts.BinarySearch(offset);
        var index = found >= 0 ? found : ~found - 1;
        return (_firstLine + index, (int)(offset - _lineStarts[index]) + 1);
    }

    /// <summary>Forgets what stands before a place.</summary>
    public void ForgetBefore(int line, int column)
    {
        var offset = OffsetOf(line, column);
        _lineStarts.RemoveRange(0, line - _firstLine);
        _firstLine = line;
        var dropped = (int)(offset - _base);

        // Moving the rest is worth it only once most of the room is stale.
        if (dropped > _kept.Length / 2)
        {
            Array.Copy(_kept, dropped, _kept, 0, _count - dropped);
            _base = offset;
            _count -= dropped;
        }
    }

    private void Keep(ReadOnlySpan<char> characters)
    {
        if (_count + characters.Length > _kept.Length)
        {
            Array.Resize(ref _kept, Math.Max(_kept.Length * 2, _count + characters.Length));
        }

        characters.CopyTo(_kept.AsSpan(_count));
        foreach (var c in characters)
        {
            _count++;
            if (c == '\n' && _afterReturn)
            {
                _lineStarts[^1] = _base + _count;
            }
            else if (c is '\n' or '\r')
            {
                _lineStarts.Add(_base + _count);
            }

            _afterReturn = c == '\r';
        }
    }
}
