namespace VietJapanTM.Model;

/// <summary>What an inline tag does to the text around it.</summary>
public enum InlineTagKind
{
    /// <summary>Opens a pair (TMX <c>bpt</c>, XLIFF <c>pc</c> start).</summary>
    Open,

    /// <summary>Closes a pair (TMX <c>ept</c>).</summary>
    Close,

    /// <summary>Stands alone (TMX <c>ph</c>, <c>it</c>).</summary>
    Standalone,
}

/// <summary>
/// Inline markup as a coded placeholder. The text of a variant never holds the markup itself, so that offsets, matching and
/// display do not depend on a format.
/// </summary>
/// <param name="Position">UTF-16 offset in the text without tags; tags at one position keep their order.</param>
/// <param name="Kind">Opening, closing or alone.</param>
/// <param name="Id">What pairs an opening with a closing tag within one text; 1 or more.</param>
/// <param name="Data">The native code as it came (<c>&lt;b&gt;</c>, <c>{0}</c>); may be empty.</param>
/// <param name="Type">The format's own word for it (<c>bold</c>, <c>x-variable</c>), or null.</param>
public readonly record struct InlineTag(int Position, InlineTagKind Kind, int Id, string Data, string? Type = null);
