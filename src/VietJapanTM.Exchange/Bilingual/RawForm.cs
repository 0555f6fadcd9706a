namespace VietJapanTM.Exchange.Bilingual;

/// <summary>How the characters of a file become a text.</summary>
internal enum RawForm
{
    /// <summary>As they stand.</summary>
    Plain,

    /// <summary>The inside of a quoted cell: a doubled quotation mark is one.</summary>
    Quoted,

    /// <summary>XML content: tags are left out, native codes within them too, references are resolved.</summary>
    Markup,
}
