using System.Text.RegularExpressions;
using VietJapanTM.Errors;

namespace VietJapanTM.Text.Segmentation;

/// <summary>
/// Cuts a text into segments by the SRX rules of one language. At every position the first rule that holds there decides, in
/// the order of the cascade; where none holds there is no break. An empty line ends a segment whatever the rules. Source: SRX 2.0, section 4. Thread-safe; what it answers never changes.
/// </summary>
public sealed class Segmenter
{
    /// <summary>Characters after which it pays to compile: that takes as long as to read so many without.</summary>
    private const long WorthCompiling = 200_000;

    /// <summary>A user's rules may take <see cref="_windowLimit"/> for so many characters: each match may be quick enough and all of them endless.</summary>
    private const int Window = 1_000;
    private static readonly TimeSpan DefaultWindowLimit = TimeSpan.FromSeconds(10);

    private readonly SegmentationRule[] _rules;
    private readonly bool _keepsWords;
    private readonly TimeSpan _windowLimit;
    private Regex? _anyBreak;
    private long _read;
    private int _isCompiling;

    /// <summary>Makes a segmenter.</summary>
    /// <param name="rules">The rules in the order of the cascade.</param>
    /// <param name="keepsWords">No rule breaks between two letters or digits, nor between two blanks, so that such positions need not be asked.</param>
    /// <param name="windowLimit">Longest time for a thousand characters where the rules have a time limit at all. Default: 10 s.</param>
    internal Segmenter(IReadOnlyList<SegmentationRule> rules, bool keepsWords, TimeSpan? windowLimit = null)
    {
        _rules = [.. rules];
        _keepsWords = keepsWords;
        _windowLimit = rules.All(r => r.Timeout == Regex.InfiniteMatchTimeout) ? Timeout.InfiniteTimeSpan : windowLimit ?? DefaultWindowLimit;
        _anyBreak = AnyBreak(RegexOptions.None);
    }

    /// <summary>The segments of <paramref name="text"/>, in order; none for a text of white space only.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.ArgumentInvalid"/>: a user's rule ran out of time on this text.</exception>
    public IReadOnlyList<TextSegment> Segment(ReadOnlySpan<char> text)
    {
        CompileIfWorth(text.Length);
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

    /// <summary>The one expression that is asked at every position.</summary>
    private Regex? AnyBreak(RegexOptions options)
    {
        var breaking = _rules.Where(r => r.IsBreak).ToList();
        return breaking.Count == 0 ? null
            : SegmentationRule.At(string.Join('|', breaking.Select(r => r.Pattern)), breaking.Max(r => r.Timeout), options);
    }

    /// <summary>Compiled, the expression is three times as fast; but a process that reads a page would wait for that longer than it reads.</summary>
    private void CompileIfWorth(int length)
    {
        if (Volatile.Read(ref _isCompiling) == 0 && Interlocked.Add(ref _read, length) >= WorthCompiling
            && Interlocked.Exchange(ref _isCompiling, 1) == 0)
        {
            Volatile.Write(ref _anyBreak, AnyBreak(RegexOptions.Compiled));
        }
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

        if (_keepsWords && IsInside(text[position - 1], text[position]))
        {
            return false;
        }

        try
        {
            return _anyBreak is not null && _anyBreak.IsMatch(text, position) && Decide(text, position) is { IsBreak: true };
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

    // Within a word or a run of white space, but for the places behind a line break.
    private static bool IsInside(char before, char after) => char.IsLetterOrDigit(before)
        ? char.IsLetterOrDigit(after)
        : char.IsWhiteSpace(after) && (before is ' ' or '\t' or '\u00A0' or '\u3000' || (before == '\r' && after == '\n'));

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
