using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a marshaller puts the bytes of one message.</summary>
public abstract class SerializationContext
{
    /// <summary>Takes the whole message and ends it.</summary>
    public virtual void Complete(byte[] payload) => throw new NotSupportedException("This context takes no byte array.");

    /// <summary>The buffer to write the message into; end with <see cref="Complete()"/>.</summary>
    public virtual IBufferWriter<byte> GetBufferWriter() => throw new NotSupportedException("This context has no buffer writer.");

    /// <summary>Announces the length of the message in bytes, before <see cref="GetBufferWriter"/>.</summary>
    public virtual void SetPayloadLength(int payloadLength)
    {
    }

    /// <summary>Ends the message that was written into the buffer.</summary>
    public virtual void Complete() => throw new NotSupportedException("This context has no buffer writer.");
}
