using System.Text.RegularExpressions;
using VietJapanTM.Errors;

namespace VietJapanTM.Text.Segmentation;

/// <summary>
/// Cuts a text into segments by the SRX rules of one language. At every position the first rule that holds there decides, in
/// the order of the cascade; where none holds there is no break. Source: SRX 2.0, section 4. Immutable and thread-safe.
/// </summary>
public sealed class Segmenter
{
    private readonly IReadOnlyList<SegmentationRule> _rules;

    internal Segmenter(IReadOnlyList<SegmentationRule> rules) => _rules = rules;

    /// <summary>The segments of <paramref name="text"/>, in order; none for a text of white space only.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.ArgumentInvalid"/>: a user's rule ran out of time on this text.</exception>
    public IReadOnlyList<TextSegment> Segment(ReadOnlySpan<char> text)
    {
        var segments = new List<TextSegment>();
        var start = 0;
        var paragraph = 0;
        foreach (var position in Breaks(text))
        {
            Add(text, start, position, segments, ref paragraph);
            start = position;
        }

        Add(text, start, text.Length, segments, ref paragraph);
        return segments;
    }

    private static void Add(ReadOnlySpan<char> text, int start, int end, List<TextSegment> segments, ref int paragraph)
    {
        var slice = text[start..end];
        var trimmedStart = start + slice.Length - slice.TrimStart().Length;
        var length = slice.Trim().Length;
        if (length == 0)
        {
            return;
        }

        if (segments.Count > 0 && text[segments[^1].End..trimmedStart].IndexOfAny('\n', '\r', '\u2029') >= 0)
        {
            paragraph++;
        }

        segments.Add(new TextSegment(trimmedStart, length, paragraph));
    }

    /// <summary>Only positions at which a breaking rule holds need the exceptions before it to be asked.</summary>
    private List<int> Breaks(ReadOnlySpan<char> text)
    {
        var candidates = new SortedDictionary<int, int>();
        var breaks = new List<int>();
        var at = 0;
        try
        {
            for (at = 0; at < _rules.Count; at++)
            {
                if (_rules[at].IsBreak)
                {
                    foreach (var match in _rules[at].Positions(text))
                    {
                        candidates.TryAdd(match.Index, at);
                    }
                }
            }

            foreach (var (position, rule) in candidates)
            {
                if (position > 0 && position < text.Length && !IsException(text, position, rule, ref at))
                {
                    breaks.Add(position);
                }
            }
        }
        catch (RegexMatchTimeoutException e)
        {
            throw new DomainException(
                ErrorCode.ArgumentInvalid,
                $"{_rules[at].Name} of the segmentation rules took too long on this text. Simplify its pattern.",
                innerException: e);
        }

        return breaks;
    }

    private bool IsException(ReadOnlySpan<char> text, int position, int breakRule, ref int at)
    {
        for (at = 0; at < breakRule; at++)
        {
            if (!_rules[at].IsBreak && _rules[at].HoldsAt(text, position))
            {
                return true;
            }
        }

        return false;
    }
}
