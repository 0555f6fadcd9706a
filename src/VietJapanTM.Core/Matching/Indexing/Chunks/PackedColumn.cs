using System.Runtime.InteropServices;

namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>How a column of numbers is packed: each less the least, in as few bytes as the largest difference needs.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct ColumnShape
{
    /// <summary>The least value.</summary>
    public long Least;

    /// <summary>Bytes a value: 0, 1, 2, 4 or 8.</summary>
    public int Width;
}

/// <summary>Reads a packed column. Valid while its image is alive.</summary>
internal readonly unsafe struct PackedColumn(ColumnShape shape, byte* items)
{
    public long this[int row] => shape.Width switch
    {
        0 => shape.Least,
        1 => shape.Least + items[row],
        2 => shape.Least + ((ushort*)items)[row],
        4 => shape.Least + ((uint*)items)[row],
        _ => shape.Least + ((long*)items)[row],
    };

    /// <summary>Packs values.</summary>
    public static (ColumnShape Shape, byte[] Items) Pack(ReadOnlySpan<long> values)
    {
        var (least, most) = (long.MaxValue, long.MinValue);
        foreach (var value in values)
        {
            least = Math.Min(least, value);
            most = Math.Max(most, value);
        }

        var range = values.IsEmpty ? 0UL : (ulong)(most - least);
        var shape = new ColumnShape
        {
            Least = values.IsEmpty ? 0 : least,
            Width = range switch { 0 => 0, <= byte.MaxValue => 1, <= ushort.MaxValue => 2, <= uint.MaxValue => 4, _ => 8 },
        };
        var items = new byte[values.Length * shape.Width];
        for (var i = 0; i < values.Length && shape.Width > 0; i++)
        {
            var difference = (ulong)(values[i] - least);
            MemoryMarshal.AsBytes(new ReadOnlySpan<ulong>(in difference))[..shape.Width].CopyTo(items.AsSpan(i * shape.Width));
        }

        return (shape, items);
    }
}
