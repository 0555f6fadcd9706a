using System.Globalization;
using System.Xml;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Decoding;

namespace VietJapanTM.Exchange.Markup;

/// <summary>
/// Reads an XML file element by element. A DTD is skipped, never fetched, and its entities stay undeclared, so that no file can
/// open another or multiply itself; nesting is bounded, so that recursion over an element is safe. Not thread-safe.
/// </summary>
internal sealed class MarkupReader : IDisposable
{
    /// <summary>Elements may be nested this deep.</summary>
    public const int MaxDepth = 256;

    /// <summary>An element that is read into memory may hold this many characters and nodes.</summary>
    public const int MaxElementSize = 1 << 26;

    private readonly XmlReader _xml;
    private readonly IXmlLineInfo _place;

    /// <summary>Opens the file and decides on its encoding.</summary>
    /// <param name="stream">The bytes; stays open.</param>
    /// <param name="lenient">True to mend what <see cref="LenientText"/> and <see cref="AnyPrefix"/> mend.</param>
    /// <param name="record">True to remember the raw characters, for <see cref="Raw"/>.</param>
    /// <exception cref="DomainException">Not XML by its first characters, or of an unknown encoding.</exception>
    public MarkupReader(Stream stream, bool lenient = false, bool record = false)
    {
        var decoded = Sniffed(new DecodingReader(stream, EncodingDeclaration.Xml));
        Lenient = lenient ? new LenientText(decoded) : null;
        Prefixes = lenient ? new AnyPrefix(new NameTable()) : null;
        Raw = record ? new RawRecorder(Lenient ?? (TextReader)decoded) : null;
        _xml = Open(Raw ?? Lenient ?? (TextReader)decoded, Prefixes);
        _place = (IXmlLineInfo)_xml;
    }

    /// <summary>What was mended in the characters, or null in strict reading.</summary>
    public LenientText? Lenient { get; }

    /// <summary>The raw characters since the last <see cref="RawRecorder.ForgetBefore"/>, or null where they are not recorded.</summary>
    public RawRecorder? Raw { get; }

    /// <summary>The prefixes that were used without a declaration, or null in strict reading.</summary>
    public AnyPrefix? Prefixes { get; }

    /// <summary>Comments passed so far.</summary>
    public int CommentCount { get; private set; }

    /// <summary>1-based line of the last comment, 0 before any.</summary>
    public int CommentLine { get; private set; }

    /// <summary>Local name of the element at which the reader stands.</summary>
    public string Name => _xml.LocalName;

    /// <summary>Namespace of that element.</summary>
    public string Namespace => _xml.NamespaceURI;

    /// <summary>Elements around that element.</summary>
    public int Depth => _xml.Depth;

    /// <summary>1-based line.</summary>
    public int Line => _place.LineNumber;

    /// <summary>1-based column in UTF-16 units.</summary>
    public int Column => _place.LinePosition;

    /// <summary>Makes sure that the file begins like XML.</summary>
    public static DecodingReader Sniffed(DecodingReader text)
    {
        var head = text.Ahead.TrimStart();
        return head.StartsWith("<")
            ? text
            : throw new DomainException(ErrorCode.FileMalformed, "this is not XML: it does not begin with '<'; check that the file is what its name says");
    }

    /// <summary>The value of an attribute of the element at which the reader stands, or null.</summary>
    public string? Attribute(string name) => _xml.GetAttribute(name);

    /// <summary>Moves into the file, to the next start of an element at any depth; false at the end of the file.</summary>
    /// <exception cref="XmlException">Not well formed, or nested too deep.</exception>
    public bool MoveToNextElement()
    {
        while (Advance())
        {
            if (_xml.NodeType == XmlNodeType.Element)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the element at which the reader stands with all its content; stops on its end.</summary>
    /// <exception cref="XmlException">Not well formed, nested too deep or too large.</exception>
    public MarkupElement ReadElement()
    {
        var root = Current();
        if (_xml.IsEmptyElement)
        {
            return root;
        }

        var open = new Stack<MarkupElement>();
        open.Push(root);
        long size = 0;
        while (open.Count > 0 && Advance())
        {
            switch (_xml.NodeType)
            {
                case XmlNodeType.Element:
                    var child = Current();
                    open.Peek().Content.Add(new MarkupNode(null, child));
                    size += 16 + child.Attributes.Count;
                    if (!_xml.IsEmptyElement)
                    {
                        open.Push(child);
                    }

                    break;
                case XmlNodeType.EndElement:
                    open.Pop().EndedAt(Line, Column);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    open.Peek().Content.Add(new MarkupNode(_xml.Value, null));
                    size += _xml.Value.Length;
                    break;
                default:
                    break;
            }

            if (size > MaxElementSize)
            {
                throw new XmlException($"The element '{root.Name}' holds more than {MaxElementSize} characters.", null, root.Line, root.Column);
            }
        }

        return root;
    }

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();

    private static XmlReader Open(TextReader text, AnyPrefix? prefixes)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            IgnoreProcessingInstructions = true,
            CloseInput = false,
        };
        return prefixes is null
            ? XmlReader.Create(text, settings)
            : XmlReader.Create(text, settings, new XmlParserContext(prefixes.NameTable!, prefixes, null, XmlSpace.None));
    }

    private bool Advance()
    {
        if (!_xml.Read())
        {
            return false;
        }

        if (_xml.NodeType == XmlNodeType.Comment)
        {
            CommentCount++;
            CommentLine = Line;
        }

        return _xml.Depth <= MaxDepth
            ? true
            : throw new XmlException(string.Create(CultureInfo.InvariantCulture, $"Elements are nested deeper than {MaxDepth}."), null, Line, Column);
    }

    private MarkupElement Current()
    {
        var element = new MarkupElement(_xml.LocalName, _xml.NamespaceURI, Line, Column);
        if (_xml.MoveToFirstAttribute())
        {
            do
            {
                if (_xml.NamespaceURI != "http://www.w3.org/2000/xmlns/")
                {
                    element.Attributes.Add(new MarkupAttribute(_xml.LocalName, _xml.NamespaceURI, _xml.Value));
                }
            }
            while (_xml.MoveToNextAttribute());
            _xml.MoveToElement();
        }

        return element;
    }
}
