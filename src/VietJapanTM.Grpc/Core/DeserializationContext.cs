using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a marshaller finds the bytes of one message; valid only during the call to the marshaller.</summary>
public abstract class DeserializationContext
{
    /// <summary>Length of the message in bytes.</summary>
    public abstract int PayloadLength { get; }

    /// <summary>A fresh copy of the message.</summary>
    public virtual byte[] PayloadAsNewBuffer() => PayloadAsReadOnlySequence().ToArray();

    /// <summary>The message where it lies; not to be kept.</summary>
    public virtual ReadOnlySequence<byte> PayloadAsReadOnlySequence() => throw new NotSupportedException("This context has no sequence.");
}
