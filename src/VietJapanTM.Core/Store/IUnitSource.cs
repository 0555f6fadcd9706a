using VietJapanTM.Model;

namespace VietJapanTM.Store;

/// <summary>
/// What an index needs of a store: the units, version by version, and the log of what happened to them. Part of
/// <see cref="ITranslationStore"/>, whose remarks apply. Thread-safe.
/// </summary>
public interface IUnitSource
{
    /// <summary>The tenant's newest revision; 0 where nothing has been written.</summary>
    long GetRevision(string tenant);

    /// <summary>Memories in order of their id, after <paramref name="afterId"/>, at most <paramref name="limit"/>.</summary>
    IReadOnlyList<Memory> ListMemories(string tenant, string? afterId = null, int limit = int.MaxValue);

    /// <summary>Change sets, newest first, before <paramref name="beforeRevision"/>.</summary>
    IReadOnlyList<ChangeSet> ListChangeSets(string tenant, long beforeRevision = long.MaxValue, int limit = int.MaxValue);

    /// <summary>
    /// Streams what happened to the units of a tenant after a revision, in order of revision and then of id, up to the newest revision when
    /// the enumeration begins: what an index must apply. Every version appears, also one that a later revision has ended.
    /// </summary>
    IEnumerable<UnitChange> ReadUnitChanges(string tenant, long afterRevision);

    /// <summary>
    /// Streams every version that began at or before <paramref name="upTo"/> and did not end at or before <paramref name="since"/>, in order
    /// of unit and then of revision: what an index is built from that answers for the revisions from <paramref name="since"/> to
    /// <paramref name="upTo"/>.
    /// </summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="since">The first revision of interest, 0 or more.</param>
    /// <param name="upTo">The last.</param>
    IEnumerable<UnitVersion> ReadUnitVersions(string tenant, long since, long upTo);

    /// <summary>The versions asked for, in their order; null where there is none.</summary>
    IReadOnlyList<TranslationUnit?> FindUnitVersions(string tenant, IReadOnlyList<UnitVersionName> names);
}

/// <summary>Names one version of a unit for good.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Revision">The revision that made the version.</param>
public readonly record struct UnitVersionName(string UnitId, long Revision);

/// <summary>A version of a unit with its end.</summary>
/// <param name="Unit">The version; it began at its own revision.</param>
/// <param name="EndRevision">The revision that ended it, or null where none has up to the revision asked for.</param>
public readonly record struct UnitVersion(TranslationUnit Unit, long? EndRevision);
