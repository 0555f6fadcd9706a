namespace VietJapanTM.Alignment.Lexicons;

/// <summary>A translation in eight bytes: probabilities keep the upper half of their bits, which is within 0.4 %.</summary>
internal readonly struct ComposedLink(int second, float forward, float backward)
{
    private readonly uint _probabilities =
        (BitConverter.SingleToUInt32Bits(forward) & 0xFFFF0000) | (BitConverter.SingleToUInt32Bits(backward) >> 16);

    /// <summary>The word of the second language.</summary>
    public int Second { get; } = second;

    /// <summary>p(second | first).</summary>
    public float Forward => BitConverter.UInt32BitsToSingle(_probabilities & 0xFFFF0000);

    /// <summary>p(first | second).</summary>
    public float Backward => BitConverter.UInt32BitsToSingle(_probabilities << 16);
}
