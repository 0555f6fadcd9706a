using VietJapanTM.Storage.Failures;

namespace VietJapanTM.Storage.Identity;

/// <summary>
/// Packs unit numbers as zigzag varints of their differences: an import of new units takes one byte a unit. Used for the stored answers of
/// requests.
/// </summary>
internal static class UnitNumberList
{
    /// <summary>The packed form.</summary>
    public static byte[] Pack(IReadOnlyList<long> numbers)
    {
        var packed = new List<byte>(numbers.Count);
        var last = 0L;
        foreach (var number in numbers)
        {
            var difference = number - last;
            var rest = (ulong)((difference << 1) ^ (difference >> 63));
            while (rest >= 0x80)
            {
                packed.Add((byte)(rest | 0x80));
                rest >>= 7;
            }

            packed.Add((byte)rest);
            last = number;
        }

        return [.. packed];
    }

    /// <summary>The numbers of a packed form.</summary>
    /// <exception cref="StoredValueException">The bytes end inside a number.</exception>
    public static IReadOnlyList<long> Unpack(ReadOnlySpan<byte> packed)
    {
        var numbers = new List<long>(packed.Length);
        var last = 0L;
        for (var at = 0; at < packed.Length;)
        {
            var value = 0UL;
            for (var shift = 0; ; shift += 7)
            {
                if (at == packed.Length || shift > 63)
                {
                    throw new StoredValueException("A stored list of units is cut off.");
                }

                var part = packed[at++];
                value |= (ulong)(part & 0x7F) << shift;
                if (part < 0x80)
                {
                    break;
                }
            }

            last += (long)(value >> 1) ^ -(long)(value & 1);
            numbers.Add(last);
        }

        return numbers;
    }
}
