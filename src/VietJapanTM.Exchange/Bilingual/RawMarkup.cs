using System.Collections.Immutable;
using VietJapanTM.Exchange.Markup;

namespace VietJapanTM.Exchange.Bilingual;

/// <summary>Finds the content of an element as it stands in the file.</summary>
internal static class RawMarkup
{
    /// <summary>The content of an element that the recorder still remembers.</summary>
    public static LocatedText Locate(MarkupElement element, RawRecorder raw)
    {
        var name = raw.OffsetOf(element.Line, element.Column);
        if (element.EndLine == 0)
        {
            return new LocatedTextBuilder(new RawSlice("", element.Line, element.Column - 1)).Build(0);
        }

        // The end tag's name stands behind "</".
        var end = raw.OffsetOf(element.EndLine, element.EndColumn) - 2;
        var inside = raw.Slice(name, end);
        var start = MarkupScanner.EndOfTag(inside, 0);
        var (line, column) = raw.PlaceOf(name + start);
        return MarkupScanner.Scan(new RawSlice(inside[start..], line, column));
    }

    /// <summary>The notes among some elements, those within <c>notes</c> too.</summary>
    public static ImmutableArray<SegmentNote> Notes(IEnumerable<MarkupElement> elements, RawRecorder raw, string file) =>
    [
        .. elements
            .SelectMany(element => element.Name == "notes" ? element.Elements : [element])
            .Where(element => element.Name == "note")
            .Select(element => Locate(element, raw))
            .Select(text => new SegmentNote(text.Text, text.Line, text.Column, file)),
    ];
}
