using System.Text.RegularExpressions;

namespace VietJapanTM.Text.Segmentation;

/// <summary>
/// Rules that are asked together: does any of them hold here? They are joined into expressions of a few rules each, which are compiled once it
/// pays. Thread-safe.
/// </summary>
internal sealed class RuleGroup
{
    /// <summary>
    /// The platform's compiler gives up optimising a method that grows too large, and what it makes of thirty rules in one expression is
    /// hardly faster than what interprets them; every expression, on the other hand, costs a call at each position.
    /// </summary>
    private const int RulesAnExpression = 6;

    private readonly IReadOnlyList<SegmentationRule> _rules;
    private readonly long _worthCompiling;
    private readonly int _longestCompiled;
    private Regex[] _expressions;
    private long _work;
    private int _isCompiling;

    /// <summary>Joins rules.</summary>
    /// <param name="rules">The rules; their order does not matter.</param>
    /// <param name="worthCompiling">Work that takes as long as to compile: characters, questions, whatever <see cref="Expect"/> is told of.</param>
    /// <param name="longestCompiled">Characters of a pattern above which a rule is never compiled.</param>
    public RuleGroup(IReadOnlyList<SegmentationRule> rules, long worthCompiling, int longestCompiled = int.MaxValue)
    {
        _rules = rules;
        _worthCompiling = worthCompiling;
        _longestCompiled = longestCompiled;
        _expressions = Join(RegexOptions.None);
    }

    /// <summary>Were the rules compiled already?</summary>
    public bool IsCompiled { get; private set; }

    /// <summary>Takes notice of work, and compiles once it pays: a process that reads a page would wait for that longer than it reads.</summary>
    /// <param name="work">How much, in the unit in which the group was told what is worth it.</param>
    public void Expect(int work)
    {
        if (Volatile.Read(ref _isCompiling) == 0 && Interlocked.Add(ref _work, work) >= _worthCompiling
            && Interlocked.Exchange(ref _isCompiling, 1) == 0)
        {
            Volatile.Write(ref _expressions, Join(RegexOptions.Compiled));
            IsCompiled = true;
        }
    }

    /// <summary>Does a rule of the group hold at this position?</summary>
    public bool AnyHoldsAt(ReadOnlySpan<char> text, int position)
    {
        foreach (var expression in Volatile.Read(ref _expressions))
        {
            if (expression.IsMatch(text, position))
            {
                return true;
            }
        }

        return false;
    }

    private Regex[] Join(RegexOptions options) =>
    [
        .. Join(_rules.Where(r => r.Pattern.Length <= _longestCompiled), options),
        .. Join(_rules.Where(r => r.Pattern.Length > _longestCompiled), RegexOptions.None),
    ];

    private static IEnumerable<Regex> Join(IEnumerable<SegmentationRule> rules, RegexOptions options) => rules.Chunk(RulesAnExpression).Select(chunk =>
        SegmentationRule.At(string.Join('|', chunk.Select(r => r.Pattern)), chunk.Max(r => r.Timeout), options));
}
