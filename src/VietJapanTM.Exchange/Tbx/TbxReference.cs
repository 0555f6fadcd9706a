namespace VietJapanTM.Exchange.Tbx;

/// <summary>A reference from one file to a concept of another.</summary>
/// <param name="From">The concept that refers.</param>
/// <param name="Target">The concept that it refers to.</param>
/// <param name="Line">1-based line of the reference.</param>
/// <param name="Column">1-based column.</param>
public readonly record struct TbxReference(string From, string Target, int Line, int Column);

/// <summary>What a reference may lead to.</summary>
internal enum TbxReferenceKind
{
    /// <summary>A concept.</summary>
    Concept,

    /// <summary>A term.</summary>
    Term,

    /// <summary>Either.</summary>
    Any,
}
