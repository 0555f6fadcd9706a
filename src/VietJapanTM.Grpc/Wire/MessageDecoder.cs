using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>Takes one received message after the other off a buffer; reused within a call, not safe for several threads.</summary>
/// <param name="limit">Largest message in bytes, before and after decompression; null for none.</param>
/// <param name="encoding">The encoding of compressed messages, or null where the peer announced none.</param>
internal sealed class MessageDecoder(int? limit, string? encoding) : DeserializationContext
{
    private ReadOnlySequence<byte> _payload;
    private ArrayBufferWriter<byte>? _plain;

    public override int PayloadLength => (int)_payload.Length;

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => _payload;

    /// <summary>Takes a message off the front of the buffer; false where it is not whole yet.</summary>
    /// <exception cref="RpcException">
    /// RESOURCE_EXHAUSTED where the message is larger than the limit, told from its header or while it is decompressed; INTERNAL where the
    /// bytes are no such message.
    /// </exception>
    public bool TryDecode<T>(ref ReadOnlySequence<byte> buffer, Marshaller<T> marshaller, [NotNullWhen(true)] out T? message)
        where T : class
    {
        message = null;
        if (!MessageHeader.TryRead(buffer, out var header))
        {
            return false;
        }

        var isCompressed = header.CheckCompressed(limit);
        if (isCompressed && encoding is null)
        {
            throw WireErrors.Internal("A compressed message came without a grpc-encoding header.");
        }

        var end = MessageHeader.SizeInBytes + (long)header.Length;
        if (buffer.Length < end)
        {
            return false;
        }

        var payload = buffer.Slice(MessageHeader.SizeInBytes, header.Length);
        message = Deserialize(marshaller, isCompressed ? Decompress(encoding!, payload) : payload);
        buffer = buffer.Slice(end);
        return true;
    }

    private T Deserialize<T>(Marshaller<T> marshaller, in ReadOnlySequence<byte> payload)
        where T : class
    {
        _payload = payload;
        try
        {
            return marshaller.ContextualDeserializer(this) ?? throw WireErrors.Internal("The marshaller returned no message.");
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw WireErrors.Internal($"The bytes are not a valid message of type {typeof(T).Name}.", e);
        }
        finally
        {
            _payload = default;
        }
    }

    private ReadOnlySequence<byte> Decompress(string gzipOrDeflate, in ReadOnlySequence<byte> payload)
    {
        _plain ??= new ArrayBufferWriter<byte>();
        _plain.ResetWrittenCount();
        MessageCompression.Decompress(gzipOrDeflate, payload, _plain, limit);
        return new ReadOnlySequence<byte>(_plain.WrittenMemory);
    }
}
