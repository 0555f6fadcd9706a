using System.Buffers;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>Gives a marshaller one received message after the other; reused within a call.</summary>
internal sealed class PayloadContext : DeserializationContext
{
    private ReadOnlySequence<byte> _payload;
    private ArrayBufferWriter<byte>? _plain;

    public override int PayloadLength => (int)_payload.Length;

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => _payload;

    /// <summary>Deserializes a message that lies in the buffer, decompressed first where an encoding is given.</summary>
    /// <exception cref="RpcException">INTERNAL where the bytes are no such message; RESOURCE_EXHAUSTED where they decompress to too much.</exception>
    public T Deserialize<T>(Marshaller<T> marshaller, in ReadOnlySequence<byte> payload, string? encoding, int? limit)
    {
        _payload = encoding is null ? payload : Decompress(encoding, payload, limit);
        try
        {
            return marshaller.ContextualDeserializer(this);
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

    private ReadOnlySequence<byte> Decompress(string encoding, in ReadOnlySequence<byte> payload, int? limit)
    {
        _plain ??= new ArrayBufferWriter<byte>();
        _plain.ResetWrittenCount();
        MessageCompression.Decompress(encoding, payload, _plain, limit);
        return new ReadOnlySequence<byte>(_plain.WrittenMemory);
    }
}
