namespace Grpc.Core;

/// <summary>How a message is written; flags combine.</summary>
[Flags]
public enum WriteFlags
{
    /// <summary>More messages follow soon: the write may stay in the buffer.</summary>
    BufferHint = 0x1,

    /// <summary>The message goes uncompressed, also where the call compresses.</summary>
    NoCompress = 0x2,
}

/// <summary>Options of a write. Immutable.</summary>
public class WriteOptions
{
    /// <summary>No flags.</summary>
    public static readonly WriteOptions Default = new();

    /// <summary>Creates options.</summary>
    public WriteOptions(WriteFlags flags = default) => Flags = flags;

    /// <summary>The flags.</summary>
    public WriteFlags Flags { get; }
}
