using System.Buffers;
using System.IO.Compression;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>Frames messages into memory: header and payload in one block. Reused within a call, not safe for several threads.</summary>
/// <param name="limit">Largest message in bytes, before compression; null for none.</param>
internal sealed class MessageFramer(int? limit) : SerializationContext
{
    private readonly ArrayBufferWriter<byte> _buffer = new(256);
    private bool _isComplete;

    /// <summary>Frames a message, compressed where an encoding is given and there is something to compress; valid until the next one.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED where the message is larger than the limit.</exception>
    public ReadOnlyMemory<byte> Frame<T>(T message, Marshaller<T> marshaller, string? encoding)
    {
        Begin();
        marshaller.ContextualSerializer(message, this);
        if (!_isComplete)
        {
            throw new InvalidOperationException("The marshaller did not complete the message.");
        }

        var length = _buffer.WrittenCount - MessageHeader.SizeInBytes;
        CheckLength(length);
        var isCompressed = encoding is not null && length > 0;
        if (isCompressed)
        {
            var compressed = MessageCompression.Compress(
                encoding!, _buffer.WrittenSpan[MessageHeader.SizeInBytes..], CompressionLevel.Fastest);
            Begin();
            _buffer.Write(compressed.Span);
            length = compressed.Length;
        }

        var frame = _buffer.WrittenMemory;
        MessageHeader.Write(System.Runtime.InteropServices.MemoryMarshal.AsMemory(frame).Span, isCompressed, length);
        return frame;
    }

    public override void SetPayloadLength(int payloadLength)
    {
        CheckLength(payloadLength);
        _buffer.GetSpan(Math.Max(payloadLength, 1));
    }

    public override IBufferWriter<byte> GetBufferWriter() => _buffer;

    public override void Complete() => _isComplete = true;

    public override void Complete(byte[] payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        CheckLength(payload.Length);
        _buffer.Write(payload);
        _isComplete = true;
    }

    private void Begin()
    {
        _buffer.ResetWrittenCount();
        _buffer.GetSpan(MessageHeader.SizeInBytes);
        _buffer.Advance(MessageHeader.SizeInBytes);
        _isComplete = false;
    }

    private void CheckLength(int length)
    {
        if (length > limit)
        {
            throw WireErrors.SentMessageTooLarge(limit.Value);
        }
    }
}
