using System.Buffers.Binary;
using System.Numerics;

namespace VietJapanTM.Matching.Indexing.Files;

/// <summary>CRC-32C (Castagnoli, Bräuer and Herrmann, IEEE Transactions on Communications 41(6), 1993) of bytes that come piece by piece.</summary>
internal struct Checksum()
{
    private uint _crc = uint.MaxValue;

    /// <summary>The checksum so far.</summary>
    public readonly uint Value => ~_crc;

    /// <summary>The checksum of some bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var checksum = new Checksum();
        checksum.Add(bytes);
        return checksum.Value;
    }

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            _crc = BitOperations.Crc32C(_crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var value in bytes)
        {
            _crc = BitOperations.Crc32C(_crc, value);
        }
    }
}
