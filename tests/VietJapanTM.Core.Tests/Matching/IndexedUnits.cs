using VietJapanTM.Matching;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Core.Tests.Matching;

/// <summary>An index with its source; every change is in the index when its call returns.</summary>
internal sealed class IndexedUnits
{
    public IndexedUnits(IndexOptions? options = null) => Index = new TranslationMemoryIndex(Log, Tenants.Default, options);

    public UnitLog Log { get; } = new();

    public TranslationMemoryIndex Index { get; }

    public long Revision => Index.Revision;

    public void Apply(params IEnumerable<UnitChange> changes)
    {
        Log.Apply(changes);
        Index.CatchUp();
    }

    public void Put(Memory memory)
    {
        Log.Put(memory);
        Index.CatchUp();
    }

    public LookupResult Lookup(LookupQuery query, CancellationToken cancellationToken = default) => Index.Lookup(query, cancellationToken);
}
