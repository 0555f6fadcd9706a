using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Pages;

/// <summary>The running text of a page.</summary>
/// <param name="Text">Its paragraphs, an empty line between two; within one, a line break stands where the page forces one.</param>
/// <param name="DeclaredLanguage">The language that the page says it is in, or null.</param>
public sealed record PageText(string Text, LanguageTag? DeclaredLanguage = null)
{
    /// <summary>What the page holds that is not read though it may say something: <c>2 comments</c>. Empty where nothing is missed.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>What parts paragraphs.</summary>
    internal const string ParagraphBreak = "\n\n";

    /// <summary>Joins paragraphs; empty ones are left out.</summary>
    internal static PageText Of(IEnumerable<string> paragraphs, LanguageTag? declared = null) =>
        new(string.Join(ParagraphBreak, paragraphs.Select(p => p.Trim()).Where(p => p.Length > 0)) + "\n", declared);
}
