namespace VietJapanTM.Exchange.Bilingual;

/// <summary>How characters are written in a piece of a file.</summary>
internal enum RawForm
{
    /// <summary>As they are, on one line, in a cell that has no quotation marks.</summary>
    Cell,

    /// <summary>As they are, in a cell with quotation marks: a quotation mark is doubled.</summary>
    QuotedCell,

    /// <summary>XML content.</summary>
    Markup,

    /// <summary>A CDATA section of XML.</summary>
    CharacterData,

    /// <summary>A string of JSON.</summary>
    JsonString,

    /// <summary>A string of a PO file.</summary>
    PoString,

    /// <summary>A scalar of YAML without quotation marks, on one line or in a block.</summary>
    YamlPlain,

    /// <summary>A scalar of YAML in single quotation marks.</summary>
    YamlSingle,

    /// <summary>A scalar of YAML in double quotation marks.</summary>
    YamlDouble,

    /// <summary>A line of text.</summary>
    Line,

    /// <summary>Running text of Markdown.</summary>
    Markdown,
}
