using VietJapanTM.Exchange.Markup;

namespace VietJapanTM.Exchange.Xliff;

/// <summary>A pair of elements that hold a segment and its translation.</summary>
/// <param name="Id">The segment's name in the file.</param>
/// <param name="Source">Holds the source.</param>
/// <param name="Target">Holds the translation, or null.</param>
/// <param name="State">The format's word for its state, or null.</param>
internal readonly record struct XliffPair(string Id, MarkupElement Source, MarkupElement? Target, string? State);

/// <summary>Finds the segments in a <c>trans-unit</c> (XLIFF 1.x) or a <c>unit</c> (2.x).</summary>
internal static class XliffUnit
{
    /// <summary>The segments of a <c>unit</c>; what is marked as not to be translated, and <c>ignorable</c>, is left out.</summary>
    public static IEnumerable<XliffPair> OfUnit(MarkupElement unit)
    {
        var id = unit.Attribute("id") ?? "";
        foreach (var segment in unit.Elements.Where(element => element.Name == "segment"))
        {
            if (Child(segment, "source") is { } source)
            {
                var name = segment.Attribute("id") is { } own ? id + "/" + own : id;
                yield return new XliffPair(name, source, Child(segment, "target"), segment.Attribute("state"));
            }
        }
    }

    /// <summary>
    /// The segments of a <c>trans-unit</c>: the marks of its <c>seg-source</c> beside those of its <c>target</c> with the same
    /// <c>mid</c>; without marks, the whole.
    /// </summary>
    public static IEnumerable<XliffPair> OfTransUnit(MarkupElement unit)
    {
        if (Child(unit, "source") is not { } source)
        {
            yield break;
        }

        var id = unit.Attribute("id") ?? "";
        var target = Child(unit, "target");
        var state = target?.Attribute("state");
        var marks = Child(unit, "seg-source") is { } segmented ? Marks(segmented).ToList() : [];
        var targetMarks = target is null ? [] : Marks(target).ToList();
        if (marks.Count == 0 || (target is not null && targetMarks.Count == 0))
        {
            yield return new XliffPair(id, source, target, state);
            yield break;
        }

        foreach (var mark in marks)
        {
            var mid = mark.Attribute("mid");
            var counterpart = targetMarks.Find(other => string.Equals(other.Attribute("mid"), mid, StringComparison.Ordinal));
            yield return new XliffPair(mid is null ? id : id + "/" + mid, mark, counterpart, state);
        }
    }

    private static MarkupElement? Child(MarkupElement parent, string name) => parent.Elements.FirstOrDefault(element => element.Name == name);

    private static IEnumerable<MarkupElement> Marks(MarkupElement parent)
    {
        foreach (var element in parent.Elements)
        {
            if (element.Name == "mrk" && element.Attribute("mtype") == "seg")
            {
                yield return element;
            }
            else
            {
                foreach (var inner in Marks(element))
                {
                    yield return inner;
                }
            }
        }
    }
}
