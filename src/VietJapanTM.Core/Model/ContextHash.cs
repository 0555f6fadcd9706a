using VietJapanTM.Text.Normalization;

namespace VietJapanTM.Model;

/// <summary>
/// 64-bit hash of a neighbouring segment, for context matches. Two segments that differ only in their Unicode normal form or
/// in the white space at their ends hash alike. FNV-1a over the UTF-16 code units of the NFC form; stable across versions,
/// because stores keep it.
/// </summary>
public readonly record struct ContextHash(ulong Value)
{
    /// <summary>The neighbour of a document's first and last segment: nothing.</summary>
    public static ContextHash Edge { get; } = Of("");

    /// <summary>Hashes the text of a neighbouring segment.</summary>
    public static ContextHash Of(ReadOnlySpan<char> text)
    {
        const ulong offsetBasis = 14695981039346656037;
        const ulong prime = 1099511628211;
        var trimmed = text.Trim();
        var normalised = IsAscii(trimmed) ? trimmed : TextFolding.Compose(trimmed.ToString());
        var hash = offsetBasis;
        foreach (var unit in normalised)
        {
            hash = (hash ^ (byte)unit) * prime;
            hash = (hash ^ (byte)(unit >> 8)) * prime;
        }

        return new ContextHash(hash);
    }

    private static bool IsAscii(ReadOnlySpan<char> text) => System.Text.Ascii.IsValid(text);
}
