namespace VietJapanTM.Text.Vocabulary;

/// <summary>Writes what <see cref="ContentReader"/> reads.</summary>
internal sealed class ContentWriter
{
    private readonly MemoryStream _content = new();

    /// <summary>One byte.</summary>
    public void Byte(byte value) => _content.WriteByte(value);

    /// <summary>Bytes as they are.</summary>
    public void Bytes(ReadOnlySpan<byte> value) => _content.Write(value);

    /// <summary>A number, 0 or more.</summary>
    public void Number(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        while (value >= 0x80)
        {
            _content.WriteByte((byte)(value | 0x80));
            value >>= 7;
        }

        _content.WriteByte((byte)value);
    }

    /// <summary>Numbers, one after the other.</summary>
    public void Numbers(IEnumerable<int> values)
    {
        foreach (var value in values)
        {
            Number(value);
        }
    }

    /// <summary>All that was written.</summary>
    public byte[] ToArray() => _content.ToArray();
}
