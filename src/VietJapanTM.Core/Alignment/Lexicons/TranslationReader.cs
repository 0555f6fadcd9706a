namespace VietJapanTM.Alignment.Lexicons;

/// <summary>Walks over the translations of one word. A forward-only enumerator; use it in <c>foreach</c>.</summary>
public ref struct TranslationReader
{
    private int _at;

    internal TranslationReader(ReadOnlySpan<uint> packed)
    {
        Packed = packed;
        _at = -1;
    }

    /// <summary>The translation that the last <see cref="MoveNext"/> reached.</summary>
    public readonly Translation Current
    {
        get
        {
            var (second, code) = Unpack(Packed[_at]);
            return new Translation(second, LinkCode.Forward(code), LinkCode.Backward(code)) { Code = code };
        }
    }

    /// <summary>All translations as the lexicon holds them.</summary>
    internal ReadOnlySpan<uint> Packed { get; }

    /// <summary>This reader.</summary>
    public readonly TranslationReader GetEnumerator() => this;

    /// <summary>Goes to the next translation; false at the end.</summary>
    public bool MoveNext() => ++_at < Packed.Length;

    /// <summary>A link as a lexicon holds it: the identifier of the second word and the code of both probabilities.</summary>
    internal static uint Pack(int second, byte code) => ((uint)second << 8) | code;

    /// <summary>The parts of a packed link.</summary>
    internal static (int Second, byte Code) Unpack(uint link) => ((int)(link >> 8), (byte)link);
}
