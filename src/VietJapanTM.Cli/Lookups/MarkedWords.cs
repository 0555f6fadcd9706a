using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Lookups;

/// <summary>A text with words in it marked as <c>[[so]]</c>: marks instead of colours, so that a pipe or a mail keeps them.</summary>
internal static class MarkedWords
{
    /// <summary>Marks spans, which ascend and lie apart.</summary>
    public static string Of(string text, IEnumerable<Wire.Span> spans) =>
        spans.Reverse().Aggregate(text, (marked, span) => marked.Insert(span.EndUtf16, "]]").Insert(span.StartUtf16, "[["));
}
