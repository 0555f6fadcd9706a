using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Storage.Backup;
using VietJapanTM.Storage.Connections;
using VietJapanTM.Storage.Failures;
using VietJapanTM.Storage.Identity;
using VietJapanTM.Storage.Locking;
using VietJapanTM.Storage.Reading;
using VietJapanTM.Storage.Verification;
using VietJapanTM.Storage.Writing;
using VietJapanTM.Store;

namespace VietJapanTM.Storage;

/// <summary>
/// The store over one SQLite file in WAL mode: one writer behind a queue, a bounded set of readers. Opened by <see cref="SqliteStore"/>.
/// Thread-safe. Reads are short transactions: a stream is read page by page as of the revision at which it began, so that a slow consumer
/// neither holds a connection nor keeps the log from being carried over.
/// </summary>
public sealed class SqliteTranslationStore : ITranslationStore
{
    private const int PageSize = 1_000;
    private const int VersionPageSize = 4_000;

    // A concept takes three queries and may be long.
    private const int ConceptPageSize = 200;

    private readonly StoreLock _lock;
    private readonly ChangeWriter _writer;
    private readonly ReaderPool _readers;
    private readonly string _databasePath;
    private readonly ConcurrentDictionary<string, long> _tenants = new(StringComparer.Ordinal);

    internal SqliteTranslationStore(
        string databasePath, StoreLock storeLock, SqliteConnection writer, ReaderPool readers, SqliteStoreOptions options, IReadOnlyList<string> notices)
    {
        _databasePath = databasePath;
        _lock = storeLock;
        _readers = readers;
        _writer = new ChangeWriter(writer, options);
        Notices = notices;
    }

    /// <inheritdoc/>
    public string Location => _databasePath;

    /// <summary>What opening the store did that people should know: a migration, a recovery. One sentence each; usually empty.</summary>
    public IReadOnlyList<string> Notices { get; }

    /// <summary>Tells those who find the store locked where it is served; null where it is served no more.</summary>
    public void PublishAddress(string? address) => _lock.Announce(address);

    /// <inheritdoc/>
    public Task<ChangeResult> CommitAsync(Change change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _writer.CommitAsync(change, cancellationToken);
    }

    /// <inheritdoc/>
    public long GetRevision(string tenant) => Read(tenant, (_, state) => state.Revision);

    /// <inheritdoc/>
    public Memory? FindMemory(string tenant, string memoryId) =>
        Read(tenant, (connection, state) => TenantReader.FindMemory(connection, state.Tenant, memoryId));

    /// <inheritdoc/>
    public IReadOnlyList<Memory> ListMemories(string tenant, string? afterId = null, int limit = int.MaxValue) =>
        Read(tenant, (connection, state) => TenantReader.ListMemories(connection, state.Tenant, afterId ?? "", limit));

    /// <inheritdoc/>
    public TranslationUnit? FindUnit(string tenant, string unitId, long? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(unitId);
        return Read(tenant, (connection, state) =>
        {
            var revision = state.Resolve(asOf);
            return UnitNumber.Parse(unitId) is { } number ? UnitReader.Find(connection, state.Tenant, number, revision) : null;
        });
    }

    /// <inheritdoc/>
    public UnitVersion? FindLastUnitVersion(string tenant, string unitId, long? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(unitId);
        return Read(tenant, (connection, state) =>
        {
            var revision = state.Resolve(asOf);
            return UnitNumber.Parse(unitId) is { } number ? UnitVersionReader.FindLast(connection, state.Tenant, number, revision) : null;
        });
    }

    /// <inheritdoc/>
    public IEnumerable<TranslationUnit> ReadUnits(string tenant, string memoryId, long? asOf = null, string? afterId = null)
    {
        var revision = Read(tenant, (_, state) => state.Resolve(asOf));
        for (var after = UnitNumber.Parse(afterId ?? "") ?? 0; ;)
        {
            var page = Read(tenant, (connection, state) => UnitReader.ReadPage(connection, state.Tenant, memoryId, revision, after, PageSize));
            foreach (var unit in page)
            {
                yield return unit;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            after = UnitNumber.Parse(page[^1].Id)!.Value;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<UnitChange> ReadUnitChanges(string tenant, long afterRevision)
    {
        var upTo = GetRevision(tenant);
        var (revision, unit) = (afterRevision, long.MaxValue);
        while (true)
        {
            var page = Read(
                tenant, (connection, state) => UnitReader.ReadChanges(connection, state.Tenant, revision, unit, upTo, PageSize));
            foreach (var change in page)
            {
                yield return change;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            (revision, unit) = (page[^1].Revision, UnitNumber.Parse(page[^1].UnitId)!.Value);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<UnitVersion> ReadUnitVersions(string tenant, long since, long upTo)
    {
        var revision = Read(tenant, (_, state) => state.Resolve(upTo));
        var last = new VersionKey(0, 0);
        while (true)
        {
            var page = Read(
                tenant, (connection, state) => VersionPageReader.Read(connection, state.Tenant, since, revision, last, VersionPageSize));
            foreach (var version in page.Versions)
            {
                yield return version;
            }

            if (page.Versions.Count < VersionPageSize)
            {
                yield break;
            }

            last = page.Last;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<TranslationUnit?> FindUnitVersions(string tenant, IReadOnlyList<UnitVersionName> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(tenant);

        // A version never changes, and a tenant's number neither.
        return _readers.ReadLoosely(connection =>
        {
            if (!_tenants.TryGetValue(tenant, out var number))
            {
                number = TenantReader.State(connection, tenant).Tenant;
                if (number != TenantState.None.Tenant)
                {
                    _tenants.TryAdd(tenant, number);
                }
            }

            return UnitVersionReader.Find(connection, number, names);
        });
    }

    /// <inheritdoc/>
    public Document? FindDocument(string tenant, string documentId, long? asOf = null) =>
        Read(tenant, (connection, state) => DocumentReader.Find(connection, state.Tenant, documentId, state.Resolve(asOf)));

    /// <inheritdoc/>
    public IReadOnlyList<TranslationUnit> ListUnitsOfDocument(string tenant, string documentId) =>
        Read(tenant, (connection, state) => UnitReader.OfDocument(connection, state.Tenant, documentId));

    /// <inheritdoc/>
    public IReadOnlyList<Document> ListDocuments(string tenant, string? afterId = null, int limit = int.MaxValue, string? memoryId = null) =>
        Read(tenant, (connection, state) => DocumentReader.List(connection, state.Tenant, afterId ?? "", limit, memoryId));

    /// <inheritdoc/>
    public Concept? FindConcept(string tenant, string conceptId, long? asOf = null) =>
        Read(tenant, (connection, state) => ConceptReader.Find(connection, state.Tenant, conceptId, state.Resolve(asOf)));

    /// <inheritdoc/>
    public IReadOnlyList<Concept> ListConcepts(string tenant, string? afterId = null, int limit = int.MaxValue, long? asOf = null) =>
        Read(tenant, (connection, state) => ConceptReader.List(connection, state.Tenant, afterId ?? "", limit, state.Resolve(asOf)));

    /// <inheritdoc/>
    public IEnumerable<ConceptChange> ReadConceptChanges(string tenant, long afterRevision, long? upTo = null)
    {
        var last = Read(tenant, (_, state) => state.Resolve(upTo));
        var (revision, concept) = (afterRevision + 1, "");
        while (true)
        {
            var page = Read(
                tenant, (connection, state) => ConceptReader.ReadChanges(connection, state.Tenant, revision, concept, last, ConceptPageSize));
            foreach (var change in page)
            {
                yield return change;
            }

            if (page.Count < ConceptPageSize)
            {
                yield break;
            }

            (revision, concept) = (page[^1].Revision, page[^1].ConceptId);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<ConceptStep> ListConceptSteps(string tenant, string conceptId, long beforeRevision = long.MaxValue, int limit = int.MaxValue) =>
        Read(tenant, (connection, state) => ConceptReader
            .Revisions(connection, state.Tenant, conceptId, beforeRevision, limit)
            .ConvertAll(revision => new ConceptStep(
                TenantReader.FindChangeSet(connection, state.Tenant, revision)
                    ?? throw new StoredValueException($"Revision {revision} has no change set."),
                ConceptReader.Find(connection, state.Tenant, conceptId, revision - 1),
                ConceptReader.Find(connection, state.Tenant, conceptId, revision))));

    /// <inheritdoc/>
    public ChangeSet? FindChangeSet(string tenant, long revision) =>
        Read(tenant, (connection, state) => TenantReader.FindChangeSet(connection, state.Tenant, revision));

    /// <inheritdoc/>
    public ChangeCounts CountChanges(string tenant, long revision) =>
        Read(tenant, (connection, state) => ChangeReader.Count(connection, state.Tenant, revision));

    /// <inheritdoc/>
    public IReadOnlyList<ChangeSet> ListChangeSets(string tenant, long beforeRevision = long.MaxValue, int limit = int.MaxValue) =>
        Read(tenant, (connection, state) => TenantReader.ListChangeSets(connection, state.Tenant, beforeRevision, limit));

    /// <inheritdoc/>
    public StoreCounts Count(string tenant) => Read(tenant, TenantReader.Count);

    /// <inheritdoc/>
    public IReadOnlyList<string> Verify(CancellationToken cancellationToken = default) =>
        _readers.Read(connection => StoreVerification.Run(connection, cancellationToken));

    /// <inheritdoc/>
    public void BackUp(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var target = Path.GetFullPath(path);
        if (target.StartsWith(_databasePath, StringComparison.Ordinal))
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, "The backup must not take the place of the store itself. Choose another file.", "path");
        }

        _readers.Read(connection =>
        {
            OnlineBackup.Write(connection, target, cancellationToken);
            return true;
        });
    }

    /// <summary>Closes the store: a running change is rolled back, waiting ones are refused with StoreBusy, then the lock is released.</summary>
    public void Dispose()
    {
        _lock.BeginClosing();
        _readers.Dispose();
        _writer.Dispose();
        _lock.Dispose();
    }

    private T Read<T>(string tenant, Func<SqliteConnection, TenantState, T> read)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return _readers.Read(connection => read(connection, TenantReader.State(connection, tenant)));
    }
}
