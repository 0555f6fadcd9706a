using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Checking;

/// <summary>Checks texts against a glossary by the rules of <see cref="CheckRules"/>. Immutable and thread-safe.</summary>
public sealed class TermChecker
{
    private readonly TermRecognizer _recognizer;

    /// <summary>Makes the check of a glossary.</summary>
    public TermChecker(TermRecognizer recognizer)
    {
        ArgumentNullException.ThrowIfNull(recognizer);
        _recognizer = recognizer;
    }

    /// <summary>What is wrong with <paramref name="target"/> as a translation of <paramref name="source"/>.</summary>
    /// <param name="source">The source text.</param>
    /// <param name="sourceLanguage">Its language.</param>
    /// <param name="target">The target text; an empty one fails no rule.</param>
    /// <param name="targetLanguage">Its language.</param>
    /// <param name="options">The rules' weights, or null for their defaults.</param>
    /// <returns>The findings: those in the target by place, then those in the source by place.</returns>
    public ImmutableArray<Finding> Check(
        string source, LanguageTag sourceLanguage, string target, LanguageTag targetLanguage, CheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        return Check(new CheckSegment { Source = source, SourceLanguage = sourceLanguage, Target = target, TargetLanguage = targetLanguage }, options);
    }

    /// <summary>What is wrong with a text on its own: forbidden terms, drift, hidden characters.</summary>
    /// <param name="text">The text; findings call it the target.</param>
    /// <param name="language">Its language.</param>
    /// <param name="options">The rules' weights, or null for their defaults.</param>
    /// <returns>The findings by place.</returns>
    public ImmutableArray<Finding> CheckText(string text, LanguageTag language, CheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Check(new CheckSegment { Target = text, TargetLanguage = language }, options);
    }

    /// <summary>What the rules that look at one segment find in it.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="options">The rules' weights, or null for their defaults.</param>
    /// <returns>The findings: those in the target by place, then those in the source by place.</returns>
    public ImmutableArray<Finding> Check(CheckSegment segment, CheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return InOrder(Run(new CheckedTexts(_recognizer, segment, options ?? CheckOptions.Default)));
    }

    /// <summary>Begins a check of segments that come one by one.</summary>
    /// <param name="options">The rules' weights, or null for their defaults.</param>
    public CheckSession Begin(CheckOptions? options = null) => new(_recognizer, options ?? CheckOptions.Default);

    /// <summary>
    /// What all rules find, those too that compare segments with one another. The answer does not depend on the number of threads.
    /// </summary>
    /// <param name="segments">The segments; those of one document in its order.</param>
    /// <param name="options">The rules' weights, or null for their defaults.</param>
    /// <param name="threads">Threads at work, 1 or more.</param>
    /// <param name="progress">Is told after each segment, from any thread.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>For each segment its findings: those in the target by place, then those in the source by place.</returns>
    public ImmutableArray<ImmutableArray<Finding>> CheckAll(
        IReadOnlyList<CheckSegment> segments,
        CheckOptions? options = null,
        int threads = 1,
        Action? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(segments);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var texts = new CheckedTexts[segments.Count];
        var findings = new List<Finding>[segments.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, segments.Count, parallel, i =>
        {
            texts[i] = new CheckedTexts(_recognizer, segments[i], options ?? CheckOptions.Default);
            findings[i] = Run(texts[i]);
            texts[i].Forget();
            progress?.Invoke();
        });

        foreach (var (segment, finding) in CheckRules.DocumentChecks.SelectMany(check => check.Run(texts)))
        {
            findings[segment].Add(finding);
        }

        return [.. findings.Select(InOrder)];
    }

    /// <summary>Runs the rules that look at one segment.</summary>
    internal static List<Finding> Run(CheckedTexts texts)
    {
        var findings = new List<Finding>();
        foreach (var check in CheckRules.Checks)
        {
            if (texts.IsOn(check.Rule))
            {
                check.Run(texts, findings);
            }
        }

        return findings;
    }

    /// <summary>Findings in the target by place, then those in the source by place.</summary>
    internal static ImmutableArray<Finding> InOrder(List<Finding> findings) => findings.Count < 2
        ? [.. findings]
        :
        [
            .. findings
                .OrderByDescending(f => f.Side)
                .ThenBy(f => f.Span.StartUtf16)
                .ThenBy(f => f.Rule.Id, StringComparer.Ordinal)
                .ThenBy(f => f.Concept?.Id, StringComparer.Ordinal),
        ];
}
