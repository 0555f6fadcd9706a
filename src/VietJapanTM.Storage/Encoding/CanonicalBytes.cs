using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace VietJapanTM.Storage.Encoding;

/// <summary>
/// A growing buffer for values in one canonical form: two versions are equal exactly where their bytes are. Reused between versions; not
/// thread-safe.
/// </summary>
internal sealed class CanonicalBytes
{
    private byte[] _bytes = new byte[1024];
    private int _length;

    /// <summary>What was added since the last <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>Begins anew.</summary>
    public void Clear() => _length = 0;

    /// <summary>Adds a number.</summary>
    public void Add(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(sizeof(long)), value);

    /// <summary>Adds a number that may be absent.</summary>
    public void Add(long? value)
    {
        Add(value.HasValue ? 1L : 0L);
        Add(value ?? 0L);
    }

    /// <summary>Adds a fraction, bit for bit.</summary>
    public void Add(double value) => Add(BitConverter.DoubleToInt64Bits(value));

    /// <summary>Adds a text by its length and its UTF-16 units; an absent text differs from an empty one.</summary>
    public void Add(string? text)
    {
        Add(text is null ? -1L : text.Length);
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        bytes.CopyTo(Take(bytes.Length));
    }

    /// <summary>
    /// CRC-32C of the bytes (Castagnoli, Bräuer and Herrmann, IEEE Transactions on Communications 41(6), 1993): finds every change within
    /// 32 neighbouring bits.
    /// </summary>
    public long Checksum()
    {
        var crc = uint.MaxValue;
        var rest = Written;
        for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(rest));
        }

        foreach (var value in rest)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return crc;
    }

    /// <summary>The first 64 bits of SHA-256, so that nobody can make many units that share one hash.</summary>
    public long Hash()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Written, hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }

    private Span<byte> Take(int count)
    {
        if (_bytes.Length - _length < count)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        }

        _length += count;
        return _bytes.AsSpan(_length - count, count);
    }
}
