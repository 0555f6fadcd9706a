using VietJapanTM.Matching.Indexing;
using VietJapanTM.Model;

namespace VietJapanTM.Matching;

/// <summary>
/// A stored text that resembles a query, as the index knows it: whose it is and how near. Its unit is not fetched. It keeps the part of the
/// index alive that it was found in. Immutable and thread-safe; the default value is no hit.
/// </summary>
public readonly record struct LookupHit
{
    private readonly Memory _memory;
    private readonly int _region;

    internal LookupHit(SegmentHit found, Memory memory, int region)
    {
        (Found, _memory, _region) = (found, memory, region);
    }

    /// <summary>The memory.</summary>
    public string MemoryId => _memory.Id;

    /// <summary>The unit; decoded at each call.</summary>
    public string UnitId
    {
        get
        {
            var id = Found.Chunk.UnitIdOf(Found.Row);
            GC.KeepAlive(Found.Chunk);
            return id;
        }
    }

    /// <summary>The revision that began the version of the unit that the text is from.</summary>
    public long Revision
    {
        get
        {
            var revision = Found.Chunk.BeginOf(Found.Row);
            GC.KeepAlive(Found.Chunk);
            return revision;
        }
    }

    /// <summary>The text's place among the unit's variants, from 0.</summary>
    public int VariantIndex
    {
        get
        {
            var ordinal = Found.Chunk.OrdinalOf(Found.Row);
            GC.KeepAlive(Found.Chunk);
            return ordinal;
        }
    }

    /// <summary>
    /// How near, 0 to 100, after the penalties of the memory and of the text's region; context and the translation, which only the unit
    /// tells, are not in it.
    /// </summary>
    public int Score => Found.Score - _memory.Penalty - _region;

    internal SegmentHit Found { get; }

    internal Memory Memory => _memory;

    internal int Region => _region;
}
