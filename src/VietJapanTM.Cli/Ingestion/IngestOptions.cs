using VietJapanTM.Cli.Input;

namespace VietJapanTM.Cli.Ingestion;

/// <summary>What an ingestion may do.</summary>
/// <param name="Replace">Which documents that are there already are made anew.</param>
/// <param name="AllowMismatch">Take texts in another language than their names say, and such as are no translations of each other.</param>
/// <param name="IsTrial">Write nothing, and say what would become of each document, short of its alignment.</param>
internal sealed record IngestOptions(ReplaceMode Replace = ReplaceMode.None, bool AllowMismatch = false, bool IsTrial = false)
{
    /// <summary>The encodings of texts that are not UTF-8.</summary>
    public NamedEncodings Encodings { get; init; } = NamedEncodings.Parse(null, []);
}

/// <summary>Which documents that are there already are made anew.</summary>
internal enum ReplaceMode
{
    /// <summary>None.</summary>
    None,

    /// <summary>Those whose texts changed, or whose texts are mended or segmented otherwise now.</summary>
    Changed,

    /// <summary>All.</summary>
    All,
}
