namespace VietJapanTM.Exchange.Tmx;

/// <summary>
/// Names of the properties (TMX <c>prop</c>) that carry what TMX has no place for. The prefix <c>x-</c> is TMX's own for
/// properties of a tool.
/// </summary>
internal static class TmxProperties
{
    /// <summary>Begins all of them.</summary>
    public const string Prefix = "x-vjtm-";

    /// <summary>Of a unit: the document that it was aligned from.</summary>
    public const string Document = "x-vjtm-document";

    /// <summary>Of a unit: two languages and the confidence in their pair, parted by spaces.</summary>
    public const string Confidence = "x-vjtm-confidence";

    /// <summary>Of a variant: its status, where it is not the default.</summary>
    public const string Status = "x-vjtm-status";

    /// <summary>Of a variant: its origin, where it is not an import.</summary>
    public const string Origin = "x-vjtm-origin";

    /// <summary>Of a variant: index of its segment in the document.</summary>
    public const string Position = "x-vjtm-position";

    /// <summary>Of a variant: hash of the segment before it, 16 hexadecimal digits.</summary>
    public const string Previous = "x-vjtm-previous";

    /// <summary>Of a variant: hash of the segment after it.</summary>
    public const string Next = "x-vjtm-next";

    /// <summary>The attribute of a unit that TMX writes as <c>note</c>.</summary>
    public const string Note = "note";
}
