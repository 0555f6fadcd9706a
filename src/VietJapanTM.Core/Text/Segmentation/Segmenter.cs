using System.Text.RegularExpressions;
using VietJapanTM.Errors;

namespace VietJapanTM.Text.Segmentation;

/// <summary>
/// Cuts a text into segments by the SRX rules of one language. At every position the first rule that holds there decides, in
/// the order of the cascade; where none holds there is no break. An empty line ends a segment whatever the rules. Source: SRX 2.0, section 4. Thread-safe; what it answers never changes.
/// </summary>
public sealed class Segmenter
{
    /// <summary>Characters of text: the breaking rules are asked at one position in eight, and compile in a tenth of a second.</summary>
    private const long BreaksWorthCompiling = 200_000;

    /// <summary>Places where a breaking rule holds: there alone the others are asked, and they compile in a tenth of a second too.</summary>
    private const long ExceptionsWorthCompiling = 10_000;

    /// <summary>Characters of a pattern: a list of a hundred words takes longer to compile than all other rules of its language together.</summary>
    private const int LongestCompiledException = 600;

    /// <summary>A user's rules may take <see cref="_windowLimit"/> for so many characters: each match may be quick enough and all of them endless.</summary>
    private const int Window = 1_000;
    private static readonly TimeSpan DefaultWindowLimit = TimeSpan.FromSeconds(10);

    private readonly SegmentationRule[] _rules;
    private readonly RuleGroup _breaks;
    private readonly RuleGroup _exceptions;
    private readonly bool _keepsWords;
    private readonly bool _joinsLines;
    private readonly TimeSpan _windowLimit;

    /// <summary>Makes a segmenter.</summary>
    /// <param name="rules">The rules in the order of the cascade.</param>
    /// <param name="keepsWords">No rule breaks where <see cref="IsInside"/> says so, so that such positions need not be asked.</param>
    /// <param name="joinsLines">Line ends within a paragraph that was wrapped at a width are read as blanks.</param>
    /// <param name="windowLimit">Longest time for a thousand characters where the rules have a time limit at all. Default: 10 s.</param>
    internal Segmenter(IReadOnlyList<SegmentationRule> rules, bool keepsWords, bool joinsLines = false, TimeSpan? windowLimit = null)
    {
        _rules = [.. rules];
        _keepsWords = keepsWords;
        _joinsLines = joinsLines;
        _windowLimit = rules.All(r => r.Timeout == Regex.InfiniteMatchTimeout) ? Timeout.InfiniteTimeSpan : windowLimit ?? DefaultWindowLimit;
        _breaks = new RuleGroup([.. rules.Where(r => r.IsBreak)], BreaksWorthCompiling);
        _exceptions = new RuleGroup([.. rules.Where(r => !r.IsBreak)], ExceptionsWorthCompiling, LongestCompiledException);
    }

    /// <summary>The segments of <paramref name="text"/>, in order; none for a text of white space only.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.ArgumentInvalid"/>: a user's rule ran out of time on this text.</exception>
    public IReadOnlyList<TextSegment> Segment(ReadOnlySpan<char> text)
    {
        _breaks.Expect(text.Length);
        text = _joinsLines ? WrappedLines.Join(text) : text;
        var segments = new List<TextSegment>();
        var start = 0;
        var paragraph = 0;
        var windowStart = 0L;
        for (var position = 1; position < text.Length; position++)
        {
            RequireTime(text, position, ref windowStart);
            if (IsBreak(text, position))
            {
                Add(text, start, position, segments, ref paragraph);
                start = position;
            }
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

    private bool IsBreak(ReadOnlySpan<char> text, int position)
    {
        if (EndsEmptyLine(text, position))
        {
            return true;
        }

        if (_keepsWords && IsInside(text, position))
        {
            return false;
        }

        try
        {
            return _breaks.AnyHoldsAt(text, position) && HasNoException(text, position);
        }
        catch (RegexMatchTimeoutException e)
        {
            throw TooSlow(text, position, e);
        }
    }

    // Rules work inside a paragraph, and an empty line is the border of one whatever they say.
    private static bool EndsEmptyLine(ReadOnlySpan<char> text, int position) =>
        text[position - 1] == '\u2029'
        || (text[position - 1] == '\n' && text[..(position - 1)].TrimEnd(" \t\r\u00A0\u3000") is [.., '\n'])
        || (text[position - 1] == '\r' && text[position] != '\n' && text[..(position - 1)].TrimEnd(" \t\u00A0\u3000") is [.., '\r']);

    /// <summary>
    /// Within a word, behind a blank, or between a small letter and a word of small letters: nine positions in ten. White space lies behind
    /// a break here, never before it, and sentences begin with more than two small letters only where a mark stands before them.
    /// </summary>
    private static bool IsInside(ReadOnlySpan<char> text, int position)
    {
        var (before, after) = (text[position - 1], text[position]);
        return char.IsLetterOrDigit(before)
            ? char.IsLetterOrDigit(after)
                || (after == ' ' && char.IsLower(before) && position + 2 < text.Length && char.IsLower(text[position + 1]) && char.IsLower(text[position + 2]))
            : before is ' ' or '\t' or '\u00A0' or '\u3000' || (before == '\r' && after == '\n');
    }

    // Where no other rule holds, the breaking one decides, whatever the order.
    private bool HasNoException(ReadOnlySpan<char> text, int position)
    {
        _exceptions.Expect(1);
        return (_exceptions.IsCompiled && !_exceptions.AnyHoldsAt(text, position)) || Decide(text, position) is { IsBreak: true };
    }

    private void RequireTime(ReadOnlySpan<char> text, int position, ref long windowStart)
    {
        if (_windowLimit == Timeout.InfiniteTimeSpan)
        {
            return;
        }

        if (windowStart == 0 || position % Window == 0)
        {
            windowStart = TimeProvider.System.GetTimestamp();
        }
        else if (TimeProvider.System.GetElapsedTime(windowStart) > _windowLimit)
        {
            throw TooSlow(text, position - 1, null);
        }
    }

    private DomainException TooSlow(ReadOnlySpan<char> text, int position, Exception? cause) => new(
        ErrorCode.ArgumentInvalid,
        $"{SlowRule(text, position)} of the segmentation rules took too long on this text. Simplify its pattern.",
        innerException: cause);

    private SegmentationRule? Decide(ReadOnlySpan<char> text, int position)
    {
        foreach (var rule in _rules)
        {
            if (rule.HoldsAt(text, position))
            {
                return rule;
            }
        }

        return null;
    }

    /// <summary>The name of the rule that runs out of time at a position, or else takes longest there.</summary>
    private string SlowRule(ReadOnlySpan<char> text, int position)
    {
        var slowest = (Name: "A rule", Time: TimeSpan.Zero);
        foreach (var rule in _rules)
        {
            var start = TimeProvider.System.GetTimestamp();
            try
            {
                rule.HoldsAt(text, position);
            }
            catch (RegexMatchTimeoutException)
            {
                return rule.Name;
            }

            var time = TimeProvider.System.GetElapsedTime(start);
            slowest = time > slowest.Time ? (rule.Name, time) : slowest;
        }

        return slowest.Name;
    }
}
