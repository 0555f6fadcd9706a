using System.Buffers;
using System.IO.Pipelines;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>
/// Frames one response after the other into the response's pipe; reused within a call. A message whose length is announced and that
/// goes uncompressed is written in place; any other takes a buffer first, since its length precedes it.
/// </summary>
internal sealed class ResponseSerializer(HttpContextServerCallContext call, PipeWriter pipe, ServiceSettings settings) : SerializationContext
{
    private ArrayBufferWriter<byte>? _buffer;
    private string? _encoding;
    private int? _announcedLength;
    private bool _isInPlace;
    private bool _isComplete;

    /// <summary>Whether a message began in the pipe and was not completed.</summary>
    public bool IsMessageTorn => _isInPlace && !_isComplete;

    /// <summary>Writes a message, compressed where an encoding is given and there is something to compress.</summary>
    public void Serialize<T>(T message, Marshaller<T> marshaller, string? encoding)
    {
        _encoding = encoding;
        _announcedLength = null;
        _isInPlace = _isComplete = false;
        _buffer?.ResetWrittenCount();
        marshaller.ContextualSerializer(message, this);
        if (!_isComplete)
        {
            throw new InvalidOperationException("The marshaller did not complete the message.");
        }

        if (!_isInPlace)
        {
            WriteBuffer();
        }
    }

    public override void SetPayloadLength(int payloadLength)
    {
        CheckLength(payloadLength);
        _announcedLength = payloadLength;
    }

    public override IBufferWriter<byte> GetBufferWriter()
    {
        if (_isInPlace)
        {
            return pipe;
        }

        if (_encoding is null && _announcedLength is { } length)
        {
            WriteHeader(compressed: false, length);
            _isInPlace = true;
            return pipe;
        }

        return _buffer ??= new ArrayBufferWriter<byte>(Math.Max(_announcedLength ?? 0, 256));
    }

    public override void Complete() => _isComplete = true;

    public override void Complete(byte[] payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        CheckLength(payload.Length);
        (_buffer ??= new ArrayBufferWriter<byte>(Math.Max(payload.Length, 256))).Write(payload);
        _isComplete = true;
    }

    private void WriteBuffer()
    {
        var plain = _buffer is null ? default : _buffer.WrittenSpan;
        CheckLength(plain.Length);
        if (_encoding is null || plain.IsEmpty)
        {
            WriteHeader(compressed: false, plain.Length);
            pipe.Write(plain);
            return;
        }

        var compressed = MessageCompression.Compress(_encoding, plain, settings.ResponseCompressionLevel);
        WriteHeader(compressed: true, compressed.Length);
        pipe.Write(compressed.Span);
    }

    private void WriteHeader(bool compressed, int length)
    {
        call.PrepareHeaders();
        MessageHeader.Write(pipe.GetSpan(MessageHeader.SizeInBytes), compressed, length);
        pipe.Advance(MessageHeader.SizeInBytes);
    }

    private void CheckLength(int length)
    {
        if (length > settings.MaxSendMessageSize)
        {
            throw WireErrors.SentMessageTooLarge(settings.MaxSendMessageSize.Value);
        }
    }
}
