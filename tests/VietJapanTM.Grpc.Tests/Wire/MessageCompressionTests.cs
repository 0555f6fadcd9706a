using System.Buffers;
using System.IO.Compression;
using Grpc.Core;
using Grpc.Wire;

namespace VietJapanTM.Grpc.Tests.Wire;

public sealed class MessageCompressionTests
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public void Decompress_OfCompress_IsIdentity(string encoding) => Seeded.Run(50, random =>
    {
        var plain = new byte[random.Next(1, 20_000)];
        random.NextBytes(plain.AsSpan(0, plain.Length / 2));
        Assert.Equal(plain, Decompress(encoding, MessageCompression.Compress(encoding, plain, CompressionLevel.Fastest), plain.Length));
    });

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public void Decompress_BeyondTheLimit_StopsEarly(string encoding)
    {
        var bomb = MessageCompression.Compress(encoding, new byte[50_000_000], CompressionLevel.Fastest);
        var target = new ArrayBufferWriter<byte>();
        var e = Assert.Throws<RpcException>(
            () => MessageCompression.Decompress(encoding, new ReadOnlySequence<byte>(bomb), target, 100_000));
        Assert.Equal(StatusCode.ResourceExhausted, e.StatusCode);
        Assert.InRange(target.WrittenCount, 100_001, 1_000_000);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public void Decompress_CutOffOrGarbage_IsInternal(string encoding)
    {
        var whole = MessageCompression.Compress(encoding, Enumerable.Range(0, 5000).Select(i => (byte)(i * 7)).ToArray(), CompressionLevel.Fastest);
        Assert.Equal(StatusCode.Internal, Assert.Throws<RpcException>(() => Decompress(encoding, whole[..(whole.Length / 2)], null)).StatusCode);
        Assert.Equal(StatusCode.Internal, Assert.Throws<RpcException>(() => Decompress(encoding, new byte[] { 1, 2, 3, 4, 5 }, null)).StatusCode);
    }

    private static byte[] Decompress(string encoding, ReadOnlyMemory<byte> compressed, int? limit)
    {
        var target = new ArrayBufferWriter<byte>();
        MessageCompression.Decompress(encoding, new ReadOnlySequence<byte>(compressed), target, limit);
        return target.WrittenSpan.ToArray();
    }
}
