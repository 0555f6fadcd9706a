using System.Buffers;
using System.Buffers.Binary;
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
        if (source.IsEmpty)
        {
            // What some encoders make of an empty message.
            return;
        }

        using var compressed = PipeReader.Create(source).AsStream();
        using Stream plain = encoding == Gzip
            ? new GZipStream(compressed, CompressionMode.Decompress)
            : new ZLibStream(compressed, CompressionMode.Decompress);
        var most = limit ?? Array.MaxLength - StepInBytes;
        try
        {
            int read;
            while ((read = plain.Read(target.GetSpan(StepInBytes))) > 0)
            {
                target.Advance(read);
                if (target.WrittenCount > most)
                {
                    throw WireErrors.ReceivedMessageTooLarge(most);
                }
            }
        }
        catch (InvalidDataException e)
        {
            throw WireErrors.Internal("The message cannot be decompressed.", e);
        }

        if (!EndsWith(source, encoding == Gzip ? LengthTrailer(target.WrittenCount) : AdlerTrailer(target.WrittenSpan)))
        {
            throw WireErrors.Internal("The compressed message is cut off.");
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

    // The decoders check the trailer where they come to it, yet take a stream that ends before it for a whole one.
    private static bool EndsWith(in ReadOnlySequence<byte> source, ReadOnlySpan<byte> trailer)
    {
        Span<byte> end = stackalloc byte[4];
        if (source.Length < end.Length)
        {
            return false;
        }

        source.Slice(source.Length - end.Length).CopyTo(end);
        return end.SequenceEqual(trailer);
    }

    /// <summary>RFC 1952, section 2.3.1: the last four bytes are the length, little-endian.</summary>
    private static byte[] LengthTrailer(int length)
    {
        var trailer = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(trailer, length);
        return trailer;
    }

    /// <summary>RFC 1950, section 2.2: the last four bytes are the Adler-32 checksum, big-endian.</summary>
    private static byte[] AdlerTrailer(ReadOnlySpan<byte> plain)
    {
        const uint Modulus = 65521;

        // As many bytes as the sums can take before they overflow 32 bits (RFC 1950's reference code, NMAX).
        const int Run = 5552;
        uint a = 1, b = 0;
        while (!plain.IsEmpty)
        {
            var run = plain[..Math.Min(plain.Length, Run)];
            foreach (var each in run)
            {
                a += each;
                b += a;
            }

            a %= Modulus;
            b %= Modulus;
            plain = plain[run.Length..];
        }

        var trailer = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(trailer, (b << 16) | a);
        return trailer;
    }
}
