using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>Which version of which unit each row of a chunk that is being built is from. Not thread-safe.</summary>
internal sealed class UnitColumns
{
    private readonly List<byte> _ids = [];
    private readonly List<int> _idStarts = [0];
    private readonly List<long> _begins = [];
    private readonly List<long> _ends = [];
    private readonly List<long> _ordinals = [];
    private readonly List<long> _ranks = [];

    public int Count => _begins.Count;

    /// <summary>Adds a row.</summary>
    /// <param name="unitId">The unit, UTF-8.</param>
    /// <param name="begin">The revision that began it.</param>
    /// <param name="end">The revision that ended it; 0 for none.</param>
    /// <param name="ordinal">The variant's place in its unit.</param>
    /// <param name="rank">The unit's best <see cref="VariantRank"/>.</param>
    public void Add(ReadOnlySpan<byte> unitId, long begin, long end, int ordinal, long rank)
    {
        _ids.AddRange(unitId);
        _idStarts.Add(_ids.Count);
        _begins.Add(begin);
        _ends.Add(end);
        _ordinals.Add(ordinal);
        _ranks.Add(rank);
    }

    /// <summary>Ends a row that has no end yet.</summary>
    public void End(int row, long revision)
    {
        if (_ends[row] == 0)
        {
            _ends[row] = revision;
        }
    }

    /// <summary>Writes the sections, rows in the order given.</summary>
    public void Write(ImageWriter image, int[] order, ref ChunkLayout layout)
    {
        (layout.IdPrefix, var longest) = CommonPrefix();
        layout.IdWidth = longest - layout.IdPrefix;
        var ids = new byte[layout.IdPrefix + ((long)order.Length * layout.IdWidth)];
        if (order.Length > 0)
        {
            Id(0)[..layout.IdPrefix].CopyTo(ids);
        }

        for (var i = 0; i < order.Length; i++)
        {
            Id(order[i])[layout.IdPrefix..].CopyTo(ids.AsSpan(layout.IdPrefix + (i * layout.IdWidth)));
        }

        image.Add(ChunkSection.UnitIds, ids);
        image.Add(ChunkSection.UnitOrder, OrderById(ids, layout));
        layout.Begins = Pack(image, ChunkSection.Begins, _begins, order);
        layout.Ends = Pack(image, ChunkSection.Ends, _ends, order);
        layout.Ordinals = Pack(image, ChunkSection.Ordinals, _ordinals, order);
        layout.Ranks = Pack(image, ChunkSection.Ranks, _ranks, order);
    }

    private static ColumnShape Pack(ImageWriter image, ChunkSection section, List<long> values, int[] order)
    {
        var ordered = new long[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            ordered[i] = values[order[i]];
        }

        var (shape, items) = PackedColumn.Pack(ordered);
        image.Add(section, items);
        return shape;
    }

    /// <summary>The first eight bytes decide nearly always; where they agree, all bytes do, then the row.</summary>
    private static int[] OrderById(byte[] ids, ChunkLayout layout)
    {
        var rows = new int[layout.Rows];
        var beginnings = new ulong[layout.Rows];
        Span<byte> eight = stackalloc byte[sizeof(ulong)];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = row;
            eight.Clear();
            Suffix(row)[..Math.Min(layout.IdWidth, eight.Length)].CopyTo(eight);
            beginnings[row] = BinaryPrimitives.ReadUInt64BigEndian(eight);
        }

        Array.Sort(beginnings, rows);
        for (var first = 0; first < rows.Length;)
        {
            var end = first + 1;
            while (end < rows.Length && beginnings[end] == beginnings[first])
            {
                end++;
            }

            rows.AsSpan(first, end - first).Sort((a, b) => Suffix(a).SequenceCompareTo(Suffix(b)) is var order && order != 0 ? order : a.CompareTo(b));
            first = end;
        }

        return rows;

        ReadOnlySpan<byte> Suffix(int row) => ids.AsSpan(layout.IdPrefix + (row * layout.IdWidth), layout.IdWidth);
    }

    private (int Prefix, int Longest) CommonPrefix()
    {
        var (prefix, longest) = (Count == 0 ? 0 : Id(0).Length, 0);
        for (var row = 0; row < Count; row++)
        {
            prefix = Id(0)[..prefix].CommonPrefixLength(Id(row));
            longest = Math.Max(longest, Id(row).Length);
        }

        return (prefix, longest);
    }

    private ReadOnlySpan<byte> Id(int row) => CollectionsMarshal.AsSpan(_ids)[_idStarts[row].._idStarts[row + 1]];
}
