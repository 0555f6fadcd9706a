namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>
/// The codes of all rows' tokens. Where a row's begins, a base for every 32 rows and 16 bits a row say. A row may have more bytes than 16 bits
/// count; then all begins stand in full. Immutable; valid while its image is alive.
/// </summary>
internal readonly unsafe struct TokenColumn(ChunkImage image)
{
    private const int BaseShift = 5;

    private readonly uint* _bases = image.Pointer<uint>(ChunkSection.TokenBases);
    private readonly bool _isFull = image.Count<uint>(ChunkSection.TokenBases) == 0;
    private readonly byte* _starts = image.Pointer<byte>(ChunkSection.TokenStarts);
    private readonly byte* _tokens = image.Pointer<byte>(ChunkSection.Tokens);

    /// <summary>A row's code.</summary>
    public ReadOnlySpan<byte> this[int row] => new(_tokens + Start(row), (int)(Start(row + 1) - Start(row)));

    /// <summary>Writes the sections.</summary>
    /// <param name="image">Receives them.</param>
    /// <param name="starts">Where each row's code begins, and where the last ends.</param>
    /// <param name="code">The codes.</param>
    public static void Write(ImageWriter image, uint[] starts, List<byte> code)
    {
        var bases = new uint[((starts.Length - 1) >> BaseShift) + 1];
        var offsets = new ushort[starts.Length];
        var fits = true;
        for (var row = 0; row < starts.Length; row++)
        {
            bases[row >> BaseShift] = (row & ((1 << BaseShift) - 1)) == 0 ? starts[row] : bases[row >> BaseShift];
            var offset = starts[row] - bases[row >> BaseShift];
            fits &= offset <= ushort.MaxValue;
            offsets[row] = (ushort)offset;
        }

        if (fits)
        {
            image.Add(ChunkSection.TokenBases, bases);
            image.Add(ChunkSection.TokenStarts, offsets);
        }
        else
        {
            image.Add(ChunkSection.TokenStarts, starts);
        }

        image.Add(ChunkSection.Tokens, code.ToArray());
    }

    private uint Start(int row) => _isFull ? ((uint*)_starts)[row] : _bases[row >> BaseShift] + ((ushort*)_starts)[row];
}
