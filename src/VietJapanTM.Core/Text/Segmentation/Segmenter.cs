using System.Text.RegularExpressions;
using VietJapanTM.Errors;

namespace VietJapanTM.Text.Segmentation;

/// <summary>
/// Cuts a text into segments by the SRX rules of one language. At every position the first rule that holds there decides, in
/// the order of the cascade; where none holds there is no break. Source: SRX 2.0, section 4. Thread-safe; what it answers never changes.
/// </summary>
public sealed class Segmenter
{
    /// <summary>Characters after which it pays to compile: that takes as long as to read so many without.</summary>
    private const long WorthCompiling = 200_000;
    private readonly SegmentationRule[] _rules;
    private readonly bool _keepsWords;
    private Regex? _anyBreak;
    private long _read;
    private int _isCompiling;

    /// <summary>Makes a segmenter.</summary>
    /// <param name="rules">The rules in the order of the cascade.</param>
    /// <param name="keepsWords">No rule breaks between two letters or digits, so that such positions need not be asked.</param>
    internal Segmenter(IReadOnlyList<SegmentationRule> rules, bool keepsWords)
    {
        _rules = [.. rules];
        _keepsWords = keepsWords;
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
        for (var position = 1; position < text.Length; position++)
        {
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
        if (_keepsWords && char.IsLetterOrDigit(text[position - 1]) && char.IsLetterOrDigit(text[position]))
        {
            return false;
        }

        try
        {
            return _anyBreak is not null && _anyBreak.IsMatch(text, position) && Decide(text, position) is { IsBreak: true };
        }
        catch (RegexMatchTimeoutException e)
        {
            throw new DomainException(
                ErrorCode.ArgumentInvalid,
                $"{SlowRule(text, position)} of the segmentation rules took too long on this text. Simplify its pattern.",
                innerException: e);
        }
    }

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

    /// <summary>The name of the rule that runs out of time at a position where one of them did.</summary>
    private string SlowRule(ReadOnlySpan<char> text, int position)
    {
        foreach (var rule in _rules)
        {
            try
            {
                rule.HoldsAt(text, position);
            }
            catch (RegexMatchTimeoutException)
            {
                return rule.Name;
            }
        }

        return "A rule";
    }
}
