using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Matching.Concordances;
using VietJapanTM.Matching.Fragments;
using VietJapanTM.Matching.Indexing;
using VietJapanTM.Matching.Indexing.Files;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Store;

namespace VietJapanTM.Matching;

/// <summary>
/// The matcher of one tenant: every exact, context and fuzzy match of a text, in any direction, now or as of a revision. The index holds
/// what is compared; the units of the hits are fetched from the source. Thread-safe: look-ups take no lock and see one moment; writes
/// follow one another, and the next look-up sees them.
/// </summary>
public sealed class TranslationMemoryIndex : IDisposable
{
    private readonly Lock _addingProfile = new();
    private readonly IndexState _state;
    private readonly IndexKeeper? _keeper;

    /// <summary>An index of nothing yet; see <see cref="CatchUp"/>.</summary>
    /// <param name="source">Where the units are; must outlive the index.</param>
    /// <param name="tenant">Whose.</param>
    /// <param name="options">How it is kept; null for the defaults.</param>
    public TranslationMemoryIndex(IUnitSource source, string tenant, IndexOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(tenant);
        _state = new IndexState(source, tenant, options ?? new IndexOptions());
        _keeper = _state.Options.Folder is { } folder ? new IndexKeeper(_state, folder) : null;
    }

    /// <summary>The newest revision whose changes are in the index; 0 for none.</summary>
    public long Revision => Snapshot.Revision;

    /// <summary>What the index is and holds.</summary>
    public IndexStatus Status
    {
        get
        {
            var indexes = Snapshot.Indexes().ToList();
            return new IndexStatus
            {
                Revision = Snapshot.Revision,
                Floor = Snapshot.Floor,
                Rows = indexes.Sum(i => (long)i.Index.Count),
                Chunks = indexes.Sum(i => i.Index.Chunks.Length),
                FileBytes = _keeper?.Bytes ?? 0,
                IsWhole = indexes.TrueForAll(i => i.Index.IsWhole),
                Notices = [.. _keeper?.Notices ?? []],
            };
        }
    }

    internal IndexSnapshot Snapshot => _state.Snapshot;

    /// <summary>
    /// Brings the index up to the source's newest revision; the first call opens its files, or builds it from the source. After it a look-up
    /// sees all that was committed before the call.
    /// </summary>
    /// <exception cref="DomainException">As the source throws.</exception>
    public void CatchUp()
    {
        while (true)
        {
            try
            {
                _state.CatchUp(() => _keeper?.Open(), () => _keeper?.Signal());
                return;
            }
            catch (IndexDamagedException e)
            {
                Withdraw(e);
            }
        }
    }

    /// <summary>Finds what resembles a text.</summary>
    /// <exception cref="DomainException">
    /// A value of the query is out of range (see <see cref="LookupQuery.Validate"/>); MemoryNotFound: a memory is not known;
    /// RevisionOutOfRange: the revision asked for is not there yet, or no longer; IndexUnavailable: a part of the index is being rebuilt;
    /// or as the source throws.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public LookupResult Lookup(LookupQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Validate();
        var snapshot = query.Exhaustive ? Snapshot : SnapshotFor(query.Profile);
        return Guard(() => new LookupRun(query, snapshot, _state.Source, _state.Tenant, cancellationToken).Answer());
    }

    /// <summary>
    /// Finds every stored text that resembles a text, without fetching its unit: some hundredths of a microsecond a hit in place of
    /// microseconds. The best score comes first. Of the query count the text and its language, the memories, the threshold, the profile and
    /// the revision; what depends on the unit (translation, context, filter, demotion) does not.
    /// </summary>
    /// <exception cref="DomainException">As <see cref="Lookup"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ImmutableArray<LookupHit> FindHits(LookupQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Validate();
        var snapshot = SnapshotFor(query.Profile);
        return Guard(() => new LookupRun(query, snapshot, _state.Source, _state.Tenant, cancellationToken).Hits());
    }

    /// <summary>Finds units that hold words.</summary>
    /// <exception cref="DomainException">As <see cref="Lookup"/>; see <see cref="ConcordanceQuery.Validate"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ConcordancePage FindWords(ConcordanceQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Validate();
        var snapshot = SnapshotFor(MatchProfile.Standard);
        return Guard(() => new ConcordanceRun(query, snapshot, _state.Source, _state.Tenant, cancellationToken).Answer());
    }

    /// <summary>Covers a text with the longest pieces that stored segments hold, in their order; for when nothing resembles the whole.</summary>
    /// <exception cref="DomainException">As <see cref="Lookup"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ImmutableArray<Fragment> FindFragments(LookupQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Validate();
        var snapshot = SnapshotFor(MatchProfile.Standard);
        return Guard(() => new FragmentRun(query, snapshot, _state.Source, _state.Tenant, cancellationToken).Answer());
    }

    /// <summary>Writes down what is only in memory and closes the files.</summary>
    public void Dispose() => _keeper?.Dispose();

    private T Guard<T>(Func<T> answer)
    {
        try
        {
            return answer();
        }
        catch (IndexDamagedException e)
        {
            Withdraw(e);
            throw SegmentIndex.Unavailable(e);
        }
    }

    private void Withdraw(IndexDamagedException damage) => _keeper!.Report(damage, _state.Withdraw(damage.File));

    /// <summary>
    /// The first look-up under a profile makes its indexes, while others and writers go on; from then on writes keep them up to date.
    /// </summary>
    private IndexSnapshot SnapshotFor(MatchProfile profile)
    {
        if (!Snapshot.Profiles.Contains(profile))
        {
            lock (_addingProfile)
            {
                if (!Snapshot.Profiles.Contains(profile))
                {
                    _state.Adopt(_state.Build([profile], Snapshot.Revision, IndexScope.All), IndexScope.All);
                    _keeper?.Signal();
                }
            }
        }

        return Snapshot;
    }
}
