namespace VietJapanTM.Text.Vocabulary;

/// <summary>Reads numbers off a content whose checksum is known to fit.</summary>
internal ref struct ContentReader(ReadOnlySpan<byte> content)
{
    private ReadOnlySpan<byte> _rest = content;

    /// <summary>One byte.</summary>
    public byte Byte()
    {
        var value = _rest[0];
        _rest = _rest[1..];
        return value;
    }

    /// <summary>The next bytes.</summary>
    public ReadOnlySpan<byte> Bytes(int count)
    {
        var value = _rest[..count];
        _rest = _rest[count..];
        return value;
    }

    /// <summary>An unsigned number, seven bits a byte, the low bits first, the high bit set on all bytes but the last.</summary>
    public int Number()
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = Byte();
            value |= (part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }

    /// <summary>So many numbers.</summary>
    public int[] Numbers(int count)
    {
        var values = new int[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = Number();
        }

        return values;
    }
}
