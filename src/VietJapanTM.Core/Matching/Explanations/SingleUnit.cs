using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Matching.Explanations;

/// <summary>A source that holds one unit and nothing else.</summary>
internal sealed class SingleUnit(TranslationUnit unit) : IUnitSource
{
    /// <inheritdoc/>
    public long GetRevision(string tenant) => unit.Revision;

    /// <inheritdoc/>
    public IReadOnlyList<Memory> ListMemories(string tenant, string? afterId = null, int limit = int.MaxValue) => [];

    /// <inheritdoc/>
    public IReadOnlyList<ChangeSet> ListChangeSets(string tenant, long beforeRevision = long.MaxValue, int limit = int.MaxValue) => [];

    /// <inheritdoc/>
    public IEnumerable<UnitChange> ReadUnitChanges(string tenant, long afterRevision) => [];

    /// <inheritdoc/>
    public IEnumerable<UnitVersion> ReadUnitVersions(string tenant, long since, long upTo) => [new UnitVersion(unit, null)];

    /// <inheritdoc/>
    public IReadOnlyList<TranslationUnit?> FindUnitVersions(string tenant, IReadOnlyList<UnitVersionName> names) => [.. names.Select(_ => unit)];
}
