using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;

namespace Grpc.Wire;

/// <summary>The encodings <c>gzip</c> and <c>deflate</c> (which means zlib).</summary>
internal static class MessageCompression
{
    public const string Identity = "identity";
    public const string Gzip = "gzip";
    public const string Deflate = "deflate";

    /// <summary>What this side accepts, as the header lists it.</summary>
    public const string Accepted = "identity,gzip,deflate";

    private const int StepInBytes = 4096;

    public static bool IsSupported(string encoding) => encoding is Gzip or Deflate;

    /// <summary>Whether a peer's list of accepted encodings holds one.</summary>
    public static bool Accepts(string? list, string encoding)
    {
        foreach (var part in list.AsSpan().Split(','))
        {
            if (list.AsSpan(part).Trim().Equals(encoding, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Decompresses into the buffer; stops as soon as more than <paramref name="limit"/> bytes came out.</summary>
    /// <exception cref="Core.RpcException">RESOURCE_EXHAUSTED beyond the limit; INTERNAL where the bytes are not of the encoding.</exception>
    public static void Decompress(string encoding, in ReadOnlySequence<byte> source, ArrayBufferWriter<byte> target, int? limit)
    {
        using var compressed = PipeReader.Create(source).AsStream();
        using Stream plain = encoding == Gzip
            ? new GZipStream(compressed, CompressionMode.Decompress)
            : new ZLibStream(compressed, CompressionMode.Decompress);
        try
        {
            while (true)
            {
                var read = plain.Read(target.GetSpan(StepInBytes));
                if (read == 0)
                {
                    return;
                }

                target.Advance(read);
                if (target.WrittenCount > (limit ?? Array.MaxLength - StepInBytes))
                {
                    throw WireErrors.ReceivedMessageTooLarge();
                }
            }
        }
        catch (InvalidDataException e)
        {
            throw WireErrors.Internal("The message cannot be decompressed.", e);
        }
    }

    /// <summary>Compresses. Never called for an empty message: the encoders emit nothing for it, which no decoder accepts.</summary>
    public static ReadOnlyMemory<byte> Compress(string encoding, ReadOnlySpan<byte> plain, CompressionLevel level)
    {
        var target = new MemoryStream((plain.Length / 2) + 64);
        using (Stream compressing = encoding == Gzip
            ? new GZipStream(target, level, leaveOpen: true)
            : new ZLibStream(target, level, leaveOpen: true))
        {
            compressing.Write(plain);
        }

        return target.GetBuffer().AsMemory(0, (int)target.Length);
    }
}
