using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace VietJapanTM.Exchange.Pages;

/// <summary>
/// The prose of a Markdown file (CommonMark with tables): headings, paragraphs, list items, cells. Code, raw HTML, images, front
/// matter and the addresses of links are left out.
/// </summary>
internal static class MarkdownPage
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseGridTables().UseYamlFrontMatter().Build();

    /// <summary>Reads a file's content.</summary>
    public static PageText Read(string markdown) => PageText.Of(
        Markdig.Markdown.Parse(markdown, Pipeline)
            .Descendants<LeafBlock>()
            .Where(block => block is ParagraphBlock or HeadingBlock)
            .Select(TextOf));

    private static string TextOf(LeafBlock block)
    {
        var text = new StringBuilder();
        foreach (var inline in block.Inline?.Descendants<Inline>() ?? [])
        {
            if (IsInImage(inline))
            {
                continue;
            }

            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case LineBreakInline line:
                    text.Append(line.IsHard ? '\n' : ' ');
                    break;
                default:
                    break;
            }
        }

        return text.ToString();
    }

    private static bool IsInImage(Inline inline)
    {
        for (var parent = inline.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is LinkInline { IsImage: true })
            {
                return true;
            }
        }

        return false;
    }
}
