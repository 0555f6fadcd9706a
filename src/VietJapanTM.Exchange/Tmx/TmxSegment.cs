using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using VietJapanTM.Exchange.Markup;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tmx;

/// <summary>
/// Takes a <c>seg</c> apart into text and coded placeholders. <c>bpt</c> and <c>ept</c> become a pair, <c>hi</c> and any unknown
/// element with content a pair around that content, the rest stands alone. Used once.
/// </summary>
internal sealed class TmxSegment(TmxFindings findings, MarkupElement seg)
{
    private readonly StringBuilder _text = new();
    private readonly List<InlineTag> _tags = [];
    private readonly HashSet<int> _used = [];
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);

    /// <summary>The text without tags.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The tags in order of position.</summary>
    public ImmutableArray<InlineTag> Tags { get; private set; } = [];

    /// <summary>Reads the segment.</summary>
    public void Read()
    {
        if (seg.Content is [{ Text: { } only }])
        {
            Text = only;
            return;
        }

        ReadContent(seg);
        if (_open.Count > 0)
        {
            Unpair();
        }

        Text = _text.ToString();
        Tags = [.. _tags];
    }

    private void ReadContent(MarkupElement parent)
    {
        foreach (var node in parent.Content)
        {
            _text.Append(node.Text);
            if (node.Element is { } element)
            {
                ReadElement(element);
            }
        }
    }

    private void ReadElement(MarkupElement element)
    {
        switch (element.Name)
        {
            case "bpt":
                ReadOpening(element);
                break;
            case "ept":
                ReadClosing(element);
                break;
            case "ph" or "it" or "ut":
                CountLosses(element);
                Add(InlineTagKind.Standalone, Number(element.Attribute("x")), element.Text, element.Attribute("type"));
                break;
            case "hi":
                ReadPair(element, "", "", element.Attribute("type"));
                break;
            default:
                findings.Drop("element " + element.Name, element);
                if (element.Content.Count == 0)
                {
                    Add(InlineTagKind.Standalone, Number(null), Markup(element, "/>"), element.Name);
                }
                else
                {
                    ReadPair(element, Markup(element, ">"), "</" + element.Name + ">", element.Name);
                }

                break;
        }
    }

    private void ReadOpening(MarkupElement element)
    {
        CountLosses(element);
        var id = Number(element.Attribute("x") ?? element.Attribute("i"));
        if (!_open.TryAdd(element.Attribute("i") ?? "", id))
        {
            findings.Warn("TMX011", element, $"Two tags open with i=\"{element.Attribute("i")}\" before one closes; the second stands alone.");
            Add(InlineTagKind.Standalone, id, element.Text, element.Attribute("type"));
            return;
        }

        Add(InlineTagKind.Open, id, element.Text, element.Attribute("type"));
    }

    private void ReadClosing(MarkupElement element)
    {
        CountLosses(element);
        var i = element.Attribute("i") ?? "";
        if (_open.Remove(i, out var id))
        {
            Add(InlineTagKind.Close, id, element.Text, null);
            return;
        }

        findings.Warn("TMX011", element, $"A tag closes with i=\"{i}\", but none is open; it stands alone.");
        Add(InlineTagKind.Standalone, Number(i), element.Text, null);
    }

    private void ReadPair(MarkupElement element, string opening, string closing, string? type)
    {
        var id = Number(element.Attribute("x"));
        Add(InlineTagKind.Open, id, opening, type);
        ReadContent(element);
        Add(InlineTagKind.Close, id, closing, null);
    }

    /// <summary>Tags that were opened and never closed stand alone.</summary>
    private void Unpair()
    {
        var widows = _open.Values.ToHashSet();
        for (var i = 0; i < _tags.Count; i++)
        {
            if (_tags[i].Kind == InlineTagKind.Open && widows.Contains(_tags[i].Id))
            {
                _tags[i] = _tags[i] with { Kind = InlineTagKind.Standalone };
            }
        }

        findings.Warn("TMX011", seg, "A tag opens and is never closed; it stands alone.");
    }

    private void Add(InlineTagKind kind, int id, string data, string? type) => _tags.Add(new InlineTag(_text.Length, kind, id, data, type));

    /// <summary>The number that the file gives, where it is free in this segment; else the next free one.</summary>
    private int Number(string? given)
    {
        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && _used.Add(number))
        {
            return number;
        }

        number = _used.Count + 1;
        while (!_used.Add(number))
        {
            number++;
        }

        return number;
    }

    private void CountLosses(MarkupElement element)
    {
        foreach (var sub in element.Elements)
        {
            findings.Drop("element " + sub.Name + " within " + element.Name, sub);
        }

        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name is "assoc" or "pos")
            {
                findings.Drop("attribute " + attribute.Name, element);
            }
        }
    }

    private static string Markup(MarkupElement element, string end)
    {
        var markup = new StringBuilder("<").Append(element.Name);
        foreach (var attribute in element.Attributes)
        {
            markup.Append(' ').Append(attribute.Name).Append("=\"").Append(attribute.Value.Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');
        }

        return markup.Append(end).ToString();
    }
}
