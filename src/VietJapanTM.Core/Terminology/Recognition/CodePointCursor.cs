namespace VietJapanTM.Terminology.Recognition;

/// <summary>Turns UTF-16 offsets into code-point offsets; linear over all calls while the offsets mostly grow.</summary>
internal struct CodePointCursor(string text)
{
    private int _utf16;
    private int _codePoint;

    /// <summary>The span between two offsets.</summary>
    public TextSpan Span(int start, int end)
    {
        MoveTo(start);
        var ahead = this;
        ahead.MoveTo(end);
        return new TextSpan(start, end, _codePoint, ahead._codePoint);
    }

    private void MoveTo(int utf16)
    {
        if (utf16 < _utf16)
        {
            (_utf16, _codePoint) = (0, 0);
        }

        for (; _utf16 < utf16; _utf16++)
        {
            // The second half of a pair belongs to the code point before it.
            if (!(char.IsLowSurrogate(text[_utf16]) && _utf16 > 0 && char.IsHighSurrogate(text[_utf16 - 1])))
            {
                _codePoint++;
            }
        }
    }
}
