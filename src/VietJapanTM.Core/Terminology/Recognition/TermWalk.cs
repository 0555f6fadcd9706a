using VietJapanTM.Text;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>
/// The walk over a text from left to right that reports, at each place, the longest term or all. It reads one scan, or two whose terms
/// together make the glossary, as if they were one. For one thread.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="main">The scan of one part of the glossary.</param>
/// <param name="other">The scan of the rest, or null.</param>
/// <param name="overlapping">Report all.</param>
internal sealed class TermWalk(TermText text, TermScan main, TermScan? other, bool overlapping)
{
    private readonly Sharers _sharers = new(other is not null);
    private readonly List<TermOccurrence> _occurrences = [];
    private readonly CodePointCounter _counter = new(text.Text);

    /// <summary>The occurrences, by start and then from long to short.</summary>
    public List<TermOccurrence> Run()
    {
        for (var start = 0; start < text.Count;)
        {
            start += other is null ? Visit(start) : VisitBoth(start, other);
        }

        return _occurrences;
    }

    private int Visit(int start)
    {
        for (var state = main.LongestAt(start); state != 0; state = main.ShorterThan(state))
        {
            var length = main.Length(state);
            main.Verify(state, length, start, _sharers);
            if (Report(start, length) && !overlapping)
            {
                return length;
            }
        }

        return 1;
    }

    private int VisitBoth(int start, TermScan rest)
    {
        var (one, two) = (main.LongestAt(start), rest.LongestAt(start));
        while (one != 0 || two != 0)
        {
            var (lengthOfOne, lengthOfTwo) = (main.Length(one), rest.Length(two));
            var length = Math.Max(lengthOfOne, lengthOfTwo);
            if (lengthOfOne == length)
            {
                main.Verify(one, length, start, _sharers);
                one = main.ShorterThan(one);
            }

            if (lengthOfTwo == length)
            {
                rest.Verify(two, length, start, _sharers);
                two = rest.ShorterThan(two);
            }

            if (Report(start, length) && !overlapping)
            {
                return length;
            }
        }

        return 1;
    }

    private bool Report(int start, int length)
    {
        if (_sharers.Count == 0)
        {
            return false;
        }

        var span = SpanOf(text[start].Start, text[start + length - 1].End);
        _sharers.MoveTo(_occurrences, span, span.Of(text.Text).ToString());
        return true;
    }

    // The counter sees the starts alone, which never decrease: ends of nested terms would make it count again.
    private TextSpan SpanOf(int start, int end)
    {
        var codePoint = _counter.Span(start, start).StartCodePoint;
        var inside = text.Text.AsSpan(start, end - start);
        var length = inside.Length;
        if (inside.ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            length = 0;
            foreach (var _ in inside.EnumerateRunes())
            {
                length++;
            }
        }

        return new TextSpan(start, end, codePoint, codePoint + length);
    }
}
