using VietJapanTM.Exchange.Markup;

namespace VietJapanTM.Exchange.Tbx;

/// <summary>
/// One data category at one level of an entry, whatever the style: <c>min:subjectField</c> (DCT), <c>descrip
/// type="subjectField"</c> (DCA and v2), alone or in a group with its source.
/// </summary>
/// <param name="Category">The category's name; <c>vjtm:</c> before one of this project's module.</param>
/// <param name="Element">The element that holds the value.</param>
/// <param name="Source">The source within the group, or null.</param>
internal readonly record struct TbxItem(string Category, MarkupElement Element, MarkupElement? Source)
{
    /// <summary>The value without layout.</summary>
    public string Text => TbxText.Normalise(Element.Text);

    /// <summary>The value, or null where it is empty.</summary>
    public string? TextOrNull => Text is { Length: > 0 } text ? text : null;

    /// <summary>The source's text, or null.</summary>
    public string? SourceText => Source is null || TbxText.Normalise(Source.Text) is not { Length: > 0 } text ? null : text;

    /// <summary>The items of an entry, a language section or a term section.</summary>
    /// <param name="parent">The section.</param>
    /// <param name="drop">Called for each element within a group that has no place.</param>
    public static IEnumerable<TbxItem> Of(MarkupElement parent, Action<MarkupElement> drop)
    {
        foreach (var element in parent.Elements)
        {
            if (IsGroup(element))
            {
                if (OfGroup(element, drop) is { } item)
                {
                    yield return item;
                }
            }
            else if (element.Name == "termGrp")
            {
                // v2: ntig/termGrp/term with its notes; the group itself says nothing.
                foreach (var item in Of(element, drop))
                {
                    yield return item;
                }
            }
            else
            {
                yield return new TbxItem(CategoryOf(element), element, null);
            }
        }
    }

    /// <summary>The category that an element names.</summary>
    public static string CategoryOf(MarkupElement element)
    {
        if (element.Namespace == TbxNames.Own)
        {
            return "vjtm:" + element.Name;
        }

        var isByAttribute = element.Name is "descrip" or "admin" or "termNote" or "ref" or "xref" or "transac"
            && !element.Namespace.StartsWith(TbxNames.ModulePrefix, StringComparison.Ordinal);
        return isByAttribute ? element.Attribute("type") ?? element.Name : element.Name;
    }

    private static bool IsGroup(MarkupElement element) => element.Name is "descripGrp" or "adminGrp" or "termNoteGrp";

    private static TbxItem? OfGroup(MarkupElement group, Action<MarkupElement> drop)
    {
        MarkupElement? main = null;
        MarkupElement? source = null;
        foreach (var element in group.Elements)
        {
            if (main is null)
            {
                main = element;
            }
            else if (source is null && CategoryOf(element) == "source")
            {
                source = element;
            }
            else
            {
                drop(element);
            }
        }

        return main is null ? null : new TbxItem(CategoryOf(main), main, source);
    }
}
