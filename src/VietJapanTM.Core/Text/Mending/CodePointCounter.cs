namespace VietJapanTM.Text.Mending;

/// <summary>Converts ascending UTF-16 offsets of a text to code points, in one pass over all calls together.</summary>
internal sealed class CodePointCounter(string text)
{
    private int _at;
    private int _count;

    /// <summary>The offset in code points; a lone surrogate counts as one.</summary>
    /// <param name="offset">A UTF-16 offset, not smaller than in the call before.</param>
    public int At(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(offset, _at);
        while (_at < offset)
        {
            _at += char.IsHighSurrogate(text[_at]) && _at + 1 < text.Length && char.IsLowSurrogate(text[_at + 1]) ? 2 : 1;
            _count++;
        }

        return _count;
    }
}
