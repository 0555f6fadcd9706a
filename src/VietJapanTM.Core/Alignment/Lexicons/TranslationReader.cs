namespace VietJapanTM.Alignment.Lexicons;

/// <summary>Walks over the translations of one word. A forward-only enumerator; use it in <c>foreach</c>.</summary>
public ref struct TranslationReader
{
    private ReadOnlySpan<byte> _rest;
    private int _second;
    private byte _code;

    internal TranslationReader(ReadOnlySpan<byte> row)
    {
        _rest = row;
        _second = -1;
    }

    /// <summary>The translation that the last <see cref="MoveNext"/> reached.</summary>
    public readonly Translation Current => new(_second, LinkCode.Forward(_code), LinkCode.Backward(_code)) { Code = _code };

    /// <summary>This reader.</summary>
    public readonly TranslationReader GetEnumerator() => this;

    /// <summary>Goes to the next translation; false at the end.</summary>
    public bool MoveNext()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        int b = _rest[0], at = 1, distance = b & 0x7F;
        for (var shift = 7; b >= 0x80; shift += 7)
        {
            b = _rest[at++];
            distance |= (b & 0x7F) << shift;
        }

        _second += distance + 1;
        _code = _rest[at];
        _rest = _rest[(at + 1)..];
        return true;
    }

    /// <summary>A translation in four bytes: the identifier of the second word and the code of both probabilities.</summary>
    internal static uint Pack(int second, byte code) => ((uint)second << 8) | code;

    /// <summary>The parts of a packed translation.</summary>
    internal static (int Second, byte Code) Unpack(uint link) => ((int)(link >> 8), (byte)link);
}
