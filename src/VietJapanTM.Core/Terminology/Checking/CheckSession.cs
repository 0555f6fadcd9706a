using System.Collections.Immutable;

namespace VietJapanTM.Terminology.Checking;

/// <summary>A check of segments that come one by one, as an editor sends them. Made by <see cref="TermChecker.Begin"/>. For one thread.</summary>
public sealed class CheckSession
{
    private readonly TermRecognizer _recognizer;
    private readonly CheckOptions _options;
    private readonly List<CheckedTexts> _texts = [];

    internal CheckSession(TermRecognizer recognizer, CheckOptions options)
    {
        _recognizer = recognizer;
        _options = options;
    }

    /// <summary>Segments so far.</summary>
    public int Count => _texts.Count;

    /// <summary>Takes the next segment.</summary>
    /// <returns>What the rules that look at one segment find in it: in the target by place, then in the source by place.</returns>
    public ImmutableArray<Finding> Add(CheckSegment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        var (texts, findings) = Check(segment);
        _texts.Add(texts);
        return findings;
    }

    /// <summary>Puts another text in the place of a segment.</summary>
    /// <param name="index">Which segment, 0 to <see cref="Count"/> - 1.</param>
    /// <param name="segment">What it reads now.</param>
    /// <returns>As <see cref="Add"/>.</returns>
    public ImmutableArray<Finding> Replace(int index, CheckSegment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        (_texts[index], var findings) = Check(segment);
        return findings;
    }

    /// <summary>What the rules that compare segments find, with the index of the segment.</summary>
    public ImmutableArray<(int Segment, Finding Finding)> Compare() =>
        [.. CheckRules.DocumentChecks.SelectMany(check => check.Run(_texts)).OrderBy(f => f.Segment)];

    private (CheckedTexts Texts, ImmutableArray<Finding> Findings) Check(CheckSegment segment)
    {
        var texts = new CheckedTexts(_recognizer, segment, _options);
        var findings = TermChecker.InOrder(TermChecker.Run(texts));
        texts.Forget();
        return (texts, findings);
    }
}
