namespace VietJapanTM.Terminology;

/// <summary>A piece of a text in both units that clients count in. Ends are exclusive.</summary>
/// <param name="StartUtf16">Start in UTF-16 code units (.NET, Java, JavaScript).</param>
/// <param name="EndUtf16">End in UTF-16 code units.</param>
/// <param name="StartCodePoint">Start in Unicode code points (Python, Rust's <c>chars</c>); a lone surrogate counts as one.</param>
/// <param name="EndCodePoint">End in code points.</param>
public readonly record struct TextSpan(int StartUtf16, int EndUtf16, int StartCodePoint, int EndCodePoint)
{
    /// <summary>The piece itself.</summary>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text[StartUtf16..EndUtf16];

    /// <summary>True where <paramref name="other"/> lies wholly inside this span.</summary>
    public bool Contains(TextSpan other) => StartUtf16 <= other.StartUtf16 && other.EndUtf16 <= EndUtf16;
}
