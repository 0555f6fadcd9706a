using System.Text;

namespace VietJapanTM.Exchange.Markup;

/// <summary>An XML element with its content and its place in the file.</summary>
/// <param name="Name">Local name.</param>
/// <param name="Namespace">Namespace, empty for none.</param>
/// <param name="Line">1-based line of the name.</param>
/// <param name="Column">1-based column of the name, in UTF-16 units.</param>
internal sealed record MarkupElement(string Name, string Namespace, int Line, int Column)
{
    /// <summary>The namespace of <c>xml:lang</c> and <c>xml:space</c>.</summary>
    public const string XmlNamespace = "http://www.w3.org/XML/1998/namespace";

    /// <summary>1-based line of the name in the end tag; 0 for an element that has none.</summary>
    public int EndLine { get; private set; }

    /// <summary>1-based column of that name.</summary>
    public int EndColumn { get; private set; }

    /// <summary>Attributes in the order of the file.</summary>
    public List<MarkupAttribute> Attributes { get; } = [];

    /// <summary>Text and elements in the order of the file.</summary>
    public List<MarkupNode> Content { get; } = [];

    /// <summary>The child elements in the order of the file.</summary>
    public IEnumerable<MarkupElement> Elements
    {
        get
        {
            foreach (var node in Content)
            {
                if (node.Element is { } element)
                {
                    yield return element;
                }
            }
        }
    }

    /// <summary>The value of an attribute in no namespace, or null.</summary>
    public string? Attribute(string name) => Attribute(name, "");

    /// <summary>The value of <c>xml:lang</c>, or null.</summary>
    public string? XmlLang => Attribute("lang", XmlNamespace);

    /// <summary>All text in the element and below.</summary>
    public string Text
    {
        get
        {
            if (Content.Count == 0)
            {
                return "";
            }

            if (Content is [{ Text: { } only }])
            {
                return only;
            }

            var text = new StringBuilder();
            AppendText(text);
            return text.ToString();
        }
    }

    private string? Attribute(string name, string ns)
    {
        foreach (var attribute in Attributes)
        {
            if (string.Equals(attribute.Name, name, StringComparison.Ordinal) && string.Equals(attribute.Namespace, ns, StringComparison.Ordinal))
            {
                return attribute.Value;
            }
        }

        return null;
    }

    /// <summary>Takes the place of the end tag.</summary>
    internal void EndedAt(int line, int column) => (EndLine, EndColumn) = (line, column);

    /// <summary>Recursion is safe: <see cref="MarkupReader"/> bounds the depth.</summary>
    private void AppendText(StringBuilder text)
    {
        foreach (var node in Content)
        {
            text.Append(node.Text);
            node.Element?.AppendText(text);
        }
    }
}

/// <summary>An attribute.</summary>
/// <param name="Name">Local name.</param>
/// <param name="Namespace">Namespace, empty for none.</param>
/// <param name="Value">Its value.</param>
internal readonly record struct MarkupAttribute(string Name, string Namespace, string Value);

/// <summary>Text or an element; the other is null.</summary>
/// <param name="Text">The text.</param>
/// <param name="Element">The element.</param>
internal readonly record struct MarkupNode(string? Text, MarkupElement? Element);
