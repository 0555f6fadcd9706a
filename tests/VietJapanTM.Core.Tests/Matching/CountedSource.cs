using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Core.Tests.Matching;

/// <summary>Counts what is read of another source.</summary>
internal sealed class CountedSource(IUnitSource source) : IUnitSource
{
    public int Versions { get; private set; }

    public int Changes { get; private set; }

    public int Fetched { get; private set; }

    public long GetRevision(string tenant) => source.GetRevision(tenant);

    public IReadOnlyList<Memory> ListMemories(string tenant, string? afterId = null, int limit = int.MaxValue) => source.ListMemories(tenant, afterId, limit);

    public IReadOnlyList<ChangeSet> ListChangeSets(string tenant, long beforeRevision = long.MaxValue, int limit = int.MaxValue) =>
        source.ListChangeSets(tenant, beforeRevision, limit);

    public IEnumerable<UnitChange> ReadUnitChanges(string tenant, long afterRevision) =>
        source.ReadUnitChanges(tenant, afterRevision).Select(c => (Changes++, c).c);

    public IEnumerable<UnitVersion> ReadUnitVersions(string tenant, long since, long upTo) =>
        source.ReadUnitVersions(tenant, since, upTo).Select(v => (Versions++, v).v);

    public IReadOnlyList<TranslationUnit?> FindUnitVersions(string tenant, IReadOnlyList<UnitVersionName> names)
    {
        Fetched += names.Count;
        return source.FindUnitVersions(tenant, names);
    }
}
