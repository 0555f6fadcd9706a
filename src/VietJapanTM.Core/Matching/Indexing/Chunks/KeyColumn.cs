namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>
/// The keys of all rows in 16 bits each. Keys are numbered by frequency, so the few beyond 16 bits are rare: an escape stands for them,
/// and a list of places says which they are. Immutable; valid while its image is alive.
/// </summary>
internal readonly unsafe struct KeyColumn(ChunkImage image)
{
    /// <summary>Stands for a key that does not fit.</summary>
    public const ushort Escape = ushort.MaxValue;

    private readonly ushort* _keys = image.Pointer<ushort>(ChunkSection.Keys);
    private readonly int* _rarePlaces = image.Pointer<int>(ChunkSection.RarePlaces);
    private readonly int* _rareKeys = image.Pointer<int>(ChunkSection.RareKeys);
    private readonly int _rare = image.Count<int>(ChunkSection.RarePlaces);

    /// <summary>The key at a place.</summary>
    public int this[long place] => _keys[place] is var key && key != Escape ? key : Rare(place);

    /// <summary>The 16 bits of the keys from a place on.</summary>
    public ushort* From(long place) => _keys + place;

    /// <summary>Writes the sections.</summary>
    public static void Write(ImageWriter image, RowShape[] shapes, int[] keys, int[] order)
    {
        var codes = new ushort[keys.Length];
        var (places, rare) = (new List<int>(), new List<int>());
        var at = 0;
        foreach (var row in order)
        {
            foreach (var key in keys.AsSpan(shapes[row].KeyStart, shapes[row].Keys))
            {
                if (key >= Escape)
                {
                    places.Add(at);
                    rare.Add(key);
                }

                codes[at++] = (ushort)Math.Min(key, Escape);
            }
        }

        image.Add(ChunkSection.Keys, codes);
        image.Add(ChunkSection.RarePlaces, places.ToArray());
        image.Add(ChunkSection.RareKeys, rare.ToArray());
    }

    private int Rare(long place) => _rareKeys[new ReadOnlySpan<int>(_rarePlaces, _rare).BinarySearch((int)place)];
}
