using VietJapanTM.Exchange.Markup;

namespace VietJapanTM.Exchange.Tbx;

/// <summary>What a file says of itself.</summary>
/// <param name="Title">Title, or null.</param>
/// <param name="Licence">Paragraphs of the publication statement, a line each, or null.</param>
/// <param name="SourceDescription">Paragraphs of the source description, a line each.</param>
internal sealed record TbxHeader(string? Title, string? Licence, string SourceDescription)
{
    /// <summary>Reads a <c>tbxHeader</c>, or a <c>martifHeader</c> of v2.</summary>
    public static TbxHeader Of(MarkupElement header, TbxFindings findings)
    {
        string? title = null;
        var licence = new List<string>();
        var source = new List<string>();
        foreach (var part in header.Elements.SelectMany(element => element.Name == "fileDesc" ? element.Elements : [element]))
        {
            switch (part.Name)
            {
                case "titleStmt":
                    title = part.Elements.Where(element => element.Name == "title").Select(element => TbxText.Normalise(element.Text)).FirstOrDefault();
                    break;
                case "publicationStmt":
                    AddParagraphs(licence, part);
                    break;
                case "sourceDesc":
                    AddParagraphs(source, part);
                    break;
                default:
                    findings.Drop(part);
                    break;
            }
        }

        return new TbxHeader(
            string.IsNullOrEmpty(title) ? null : title,
            TbxConceptReader.Lines(licence),
            string.Join('\n', source));
    }

    private static void AddParagraphs(List<string> list, MarkupElement part)
    {
        foreach (var paragraph in part.Elements)
        {
            if (TbxText.Normalise(paragraph.Text) is { Length: > 0 } text)
            {
                list.Add(text);
            }
        }
    }
}
