using System.Text.Unicode;

namespace VietJapanTM.Exchange.Decoding;

/// <summary>
/// Tells UTF-8 that a file declares to be of another encoding. An encoding of single bytes accepts any bytes, so nothing else would notice; and in its own
/// texts letters beyond ASCII practically never stand so that all of them together are well-formed UTF-8.
/// </summary>
internal static class Utf8Disguise
{
    /// <summary>The longest sequence of UTF-8 less its first byte.</summary>
    private const int MaxContinuation = 3;

    /// <summary>The index of the first byte beyond ASCII where all of these are UTF-8; -1 where there is none, or one that is not.</summary>
    /// <param name="block">A part of a file, which may begin and end within a sequence.</param>
    public static int IndexIn(ReadOnlySpan<byte> block)
    {
        var first = block.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
        if (first < 0)
        {
            return -1;
        }

        // What an earlier block began is skipped, what a later one ends is left out.
        var start = 0;
        while (start < Math.Min(MaxContinuation, block.Length) && IsContinuation(block[start]))
        {
            start++;
        }

        var end = block.Length;
        while (end > start && block.Length - end < MaxContinuation && IsContinuation(block[end - 1]))
        {
            end--;
        }

        end = end > start && block[end - 1] >= 0xC0 ? end - 1 : block.Length;
        var whole = block[start..end];
        return whole.ContainsAnyExceptInRange((byte)0, (byte)0x7F) && Utf8.IsValid(whole) ? first : -1;
    }

    private static bool IsContinuation(byte value) => (value & 0xC0) == 0x80;
}
