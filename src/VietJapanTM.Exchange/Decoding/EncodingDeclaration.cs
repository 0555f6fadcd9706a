namespace VietJapanTM.Exchange.Decoding;

/// <summary>Where a format says in which encoding a file is.</summary>
internal enum EncodingDeclaration
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>In the XML declaration.</summary>
    Xml,

    /// <summary>In the header entry of a PO file.</summary>
    Po,
}
