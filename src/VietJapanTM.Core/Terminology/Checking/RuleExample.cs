using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Checking;

/// <summary>An example of a rule: the segments of a small document, in its order. Immutable.</summary>
/// <param name="Segments">One segment or more.</param>
public sealed record RuleExample(ImmutableArray<CheckSegment> Segments)
{
    /// <summary>One segment with its translation.</summary>
    public static RuleExample Pair(LanguageTag sourceLanguage, string source, LanguageTag targetLanguage, string target) =>
        new([new CheckSegment { Source = source, SourceLanguage = sourceLanguage, Target = target, TargetLanguage = targetLanguage }]);

    /// <summary>Texts of one language on their own.</summary>
    public static RuleExample Text(LanguageTag language, params IEnumerable<string> texts) =>
        new([.. texts.Select(text => new CheckSegment { Target = text, TargetLanguage = language })]);

    /// <summary>The segments of both examples.</summary>
    public RuleExample And(RuleExample other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new RuleExample(Segments.AddRange(other.Segments));
    }

    /// <summary>A line for each segment; what cannot be seen is written as <c>\u202E</c>.</summary>
    public override string ToString() => string.Join('\n', Segments.Select(s => Visible.Of(s.ToString())));
}
