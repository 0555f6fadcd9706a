namespace VietJapanTM.Alignment.Lexicons;

/// <summary>Walks over the packed translations of one word. A forward-only enumerator; use it in <c>foreach</c>.</summary>
public ref struct TranslationReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;
    private int _left;
    private int _second;

    internal TranslationReader(ReadOnlySpan<byte> bytes, int start)
    {
        _bytes = bytes;
        _at = start;
        _left = ReadNumber(bytes, ref _at);
        _second = -1;
    }

    /// <summary>The translation that the last <see cref="MoveNext"/> reached.</summary>
    public Translation Current { get; private set; }

    /// <summary>This reader.</summary>
    public readonly TranslationReader GetEnumerator() => this;

    /// <summary>Goes to the next translation; false at the end.</summary>
    public bool MoveNext()
    {
        if (_left-- <= 0)
        {
            return false;
        }

        _second += ReadNumber(_bytes, ref _at) + 1;
        var code = _bytes[_at++];
        Current = new Translation(_second, LinkCode.Forward(code), LinkCode.Backward(code));
        return true;
    }

    internal static int ReadNumber(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = bytes[at++];
            value |= (b & 0x7F) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }
    }
}
