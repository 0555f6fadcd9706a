using Google.Protobuf;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Mapping;

/// <summary>Files in pieces that fit into messages.</summary>
internal static class FileChunks
{
    private const int BytesPerChunk = 256 * 1024;

    /// <summary>The pieces of a file, at least one; they share its bytes.</summary>
    public static IEnumerable<Wire.GlossaryFileChunk> Of(Wire.GlossaryFileChunk file)
    {
        for (var at = 0; at == 0 || at < file.Content.Length; at += BytesPerChunk)
        {
            var content = file.Content.Memory.Slice(at, Math.Min(BytesPerChunk, file.Content.Length - at));
            yield return new Wire.GlossaryFileChunk { File = file.File, Content = UnsafeByteOperations.UnsafeWrap(content) };
        }
    }
}
