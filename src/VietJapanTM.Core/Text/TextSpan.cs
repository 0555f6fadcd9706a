using System.Text;

namespace VietJapanTM.Text;

/// <summary>
/// A part of a text, measured twice: in UTF-16 units, as .NET, Java and JavaScript count, and in code points, as Python and the
/// databases count. Half open.
/// </summary>
/// <param name="StartUtf16">First UTF-16 unit.</param>
/// <param name="EndUtf16">The unit after the last.</param>
/// <param name="StartCodePoint">First code point.</param>
/// <param name="EndCodePoint">The code point after the last.</param>
public readonly record struct TextSpan(int StartUtf16, int EndUtf16, int StartCodePoint, int EndCodePoint)
{
    /// <summary>True where the span begins and ends at one place.</summary>
    public bool IsEmpty => StartUtf16 == EndUtf16;

    /// <summary>True where <paramref name="other"/> lies within this span, its ends included.</summary>
    public bool Contains(TextSpan other) => StartUtf16 <= other.StartUtf16 && other.EndUtf16 <= EndUtf16;

    /// <summary>The text of the span.</summary>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text[StartUtf16..EndUtf16];
}

/// <summary>Gives UTF-16 offsets their code-point twins, for offsets that are asked in ascending order. Not thread-safe.</summary>
public sealed class CodePointCounter(string text)
{
    // Up to here, which is nearly always the end, both units count alike.
    private readonly int _alike = FirstSurrogate(text);
    private int _utf16;
    private int _codePoint;

    /// <summary>The span between two offsets. An offset below an earlier one starts the count again.</summary>
    public TextSpan Span(int startUtf16, int endUtf16)
    {
        var start = CodePointAt(startUtf16);
        return new TextSpan(startUtf16, endUtf16, start, CodePointAt(endUtf16));
    }

    private static int FirstSurrogate(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var first ? first : text.Length;

    private int CodePointAt(int utf16)
    {
        if (utf16 <= _alike)
        {
            return utf16;
        }

        if (utf16 < _utf16 || _utf16 < _alike)
        {
            (_utf16, _codePoint) = (_alike, _alike);
        }

        while (_utf16 < utf16)
        {
            _utf16 += Rune.TryGetRuneAt(text, _utf16, out var rune) ? rune.Utf16SequenceLength : 1;
            _codePoint++;
        }

        return _codePoint;
    }
}
