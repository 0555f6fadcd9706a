using System.Buffers;
using System.Buffers.Binary;

namespace Grpc.Wire;

/// <summary>The five bytes before each message: one flag (0 plain, 1 compressed) and the length, big-endian.</summary>
internal readonly record struct MessageHeader(byte Flag, uint Length)
{
    /// <summary>Length of the header in bytes.</summary>
    public const int SizeInBytes = 5;

    public static bool TryRead(in ReadOnlySequence<byte> buffer, out MessageHeader header)
    {
        if (buffer.Length < SizeInBytes)
        {
            header = default;
            return false;
        }

        if (buffer.FirstSpan.Length >= SizeInBytes)
        {
            header = Read(buffer.FirstSpan);
            return true;
        }

        Span<byte> bytes = stackalloc byte[SizeInBytes];
        buffer.Slice(0, SizeInBytes).CopyTo(bytes);
        header = Read(bytes);
        return true;
    }

    public static MessageHeader Read(ReadOnlySpan<byte> bytes) => new(bytes[0], BinaryPrimitives.ReadUInt32BigEndian(bytes[1..]));

    public static void Write(Span<byte> bytes, bool compressed, int length)
    {
        bytes[0] = compressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt32BigEndian(bytes[1..], (uint)length);
    }

    /// <summary>Whether the message that follows is compressed; refuses what the limits or the protocol forbid before any of it is read.</summary>
    /// <param name="limit">The most bytes a message may have; null for no limit but the runtime's own.</param>
    /// <exception cref="Core.RpcException">The length exceeds the limit, or the flag is neither 0 nor 1.</exception>
    public bool CheckCompressed(int? limit)
    {
        var most = limit ?? Array.MaxLength;
        if (Length > (uint)most)
        {
            throw WireErrors.ReceivedMessageTooLarge(most);
        }

        return Flag switch
        {
            0 => false,
            1 => true,
            _ => throw WireErrors.Internal("Unexpected compressed flag value in message header."),
        };
    }
}
