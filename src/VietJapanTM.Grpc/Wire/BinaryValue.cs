using System.Buffers.Text;
using System.Text;

namespace Grpc.Wire;

/// <summary>The value of a header whose key ends with <c>-bin</c>: base64, written without padding, read with or without.</summary>
internal static class BinaryValue
{
    public static string Encode(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    /// <summary>The bytes, or null where the text is not base64.</summary>
    public static byte[]? TryDecode(ReadOnlySpan<char> text)
    {
        text = text.Trim().TrimEnd('=');
        var padded = (text.Length + 3) / 4 * 4;
        var ascii = new byte[padded];
        if (text.Length % 4 == 1 || !Encoding.ASCII.TryGetBytes(text, ascii, out var written))
        {
            return null;
        }

        ascii.AsSpan(written).Fill((byte)'=');
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(padded)];
        return Base64.DecodeFromUtf8(ascii, bytes, out var consumed, out var length) == System.Buffers.OperationStatus.Done
            && consumed == padded
            ? bytes[..length]
            : null;
    }
}
