using System.Collections.Immutable;
using VietJapanTM.Alignment;
using VietJapanTM.Alignment.Chains;
using VietJapanTM.Alignment.Documents;
using VietJapanTM.Matching;
using VietJapanTM.Matching.Concordances;
using VietJapanTM.Matching.Fragments;
using VietJapanTM.Model;
using VietJapanTM.Storage;
using VietJapanTM.Store;
using VietJapanTM.Text.Preparation;

namespace VietJapanTM.Server.Workspace;

/// <summary>
/// A store with what is derived from it: the matcher's index, the recogniser of its glossary, the aligner that both inform.
/// Services and commands work on this and on nothing below it. Thread-safe.
/// </summary>
public sealed class TranslationWorkspace : IDisposable
{
    /// <summary>The index's folder in the data folder.</summary>
    public const string IndexFolder = "index";

    private readonly SqliteTranslationStore _store;
    private readonly string _dataFolder;
    private readonly TranslationMemoryIndex _index;
    private readonly MultilingualAligner _aligner = new();
    private readonly ApprovedUnits _approved;
    private readonly LiveGlossary _glossary;
    private readonly SemaphoreSlim _catchingUp = new(1, 1);
    private readonly long _opened;
    private TaskCompletionSource _nextGlossary = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _followers;
    private bool _indexed;

    private TranslationWorkspace(SqliteTranslationStore store, string dataFolder, TimeProvider timeProvider)
    {
        _store = store;
        _dataFolder = dataFolder;
        _index = new TranslationMemoryIndex(
            store, Tenants.Default, new IndexOptions { Folder = Path.Combine(dataFolder, IndexFolder), Notice = notice => IndexNoticed?.Invoke(notice) });
        _approved = new ApprovedUnits(store);
        _glossary = new LiveGlossary(store);
        TimeProvider = timeProvider;
        _opened = timeProvider.GetTimestamp();
    }

    /// <summary>Told what people should know about the index's files, one sentence at a time, on any thread.</summary>
    public event Action<string>? IndexNoticed;

    /// <summary>What the index is and holds.</summary>
    public IndexStatus IndexStatus => _index.Status;

    /// <summary>The store; reads go here directly.</summary>
    public ITranslationStore Store => _store;

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>The glossary as of the newest change.</summary>
    public GlossarySnapshot Glossary => _glossary.Current;

    /// <summary>
    /// Completes when concepts change after this property was read. Who follows the glossary reads it first and then the store, so that no
    /// change falls between the two.
    /// </summary>
    public Task NextGlossary => Volatile.Read(ref _nextGlossary).Task;

    /// <summary>How many streams follow the glossary now.</summary>
    public int Followers => Volatile.Read(ref _followers);

    /// <summary>The newest revision that look-ups see.</summary>
    public long Revision
    {
        get
        {
            LoadIndex();
            return _index.Revision;
        }
    }

    /// <summary>How long the workspace has been open.</summary>
    public TimeSpan Uptime => TimeProvider.GetElapsedTime(_opened);

    /// <summary>Opens the store of a folder, and makes one where there is none.</summary>
    /// <param name="dataFolder">The folder.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="load">
    /// True (the default) loads index and glossary now; false when each is first asked for, for a process that needs only one of them.
    /// </param>
    /// <exception cref="Errors.DomainException">StoreLocked, SchemaTooNew, NotAStore, StoreReadOnly, StoreCorrupt, DiskFull.</exception>
    public static TranslationWorkspace Open(string dataFolder, TimeProvider timeProvider, bool load = true)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = dataFolder, TimeProvider = timeProvider });
        try
        {
            StoreCopy.Clean(dataFolder);
            var workspace = new TranslationWorkspace(store, dataFolder, timeProvider);
            if (load)
            {
                workspace.LoadIndex();
                _ = workspace._glossary.Current;
            }

            return workspace;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Writes where the server can be reached into the store's lock, for those who find the store taken.</summary>
    public void Announce(string address) => _store.PublishAddress(address);

    /// <summary>A whole and checked copy of the store, made while it is in use; disposing the stream deletes it.</summary>
    /// <exception cref="Errors.DomainException">DiskFull, StoreCorrupt, FileUnreadable.</exception>
    public Stream OpenCopy(CancellationToken cancellationToken = default) => StoreCopy.Open(_store, _dataFolder, cancellationToken);

    /// <summary>Counts a stream that follows the glossary, until the answer is disposed.</summary>
    public IDisposable Follow()
    {
        Interlocked.Increment(ref _followers);
        return new Follower(this);
    }

    /// <summary>Finds what resembles a text.</summary>
    /// <exception cref="Errors.DomainException">A value of the query is out of range, or a memory is not known.</exception>
    public LookupResult Lookup(LookupQuery query, CancellationToken cancellationToken = default)
    {
        LoadIndex();
        return _index.Lookup(query, cancellationToken);
    }

    /// <summary>Finds units that hold words.</summary>
    /// <exception cref="Errors.DomainException">A value of the query is out of range, or a memory is not known.</exception>
    public ConcordancePage FindWords(ConcordanceQuery query, CancellationToken cancellationToken = default)
    {
        LoadIndex();
        return _index.FindWords(query, cancellationToken);
    }

    /// <summary>Covers a text with pieces that stored segments hold.</summary>
    /// <exception cref="Errors.DomainException">A value of the query is out of range, or a memory is not known.</exception>
    public ImmutableArray<Fragment> FindFragments(LookupQuery query, CancellationToken cancellationToken = default)
    {
        LoadIndex();
        return _index.FindFragments(query, cancellationToken);
    }

    /// <summary>Applies a change. When the task completes it is durable, and every look-up and check that begins later sees it.</summary>
    public async Task<ChangeResult> CommitAsync(Change change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        var operations = WatchedOperations.Of(change.Operations);
        var result = await _store.CommitAsync(change with { Operations = operations.Operations }, cancellationToken).ConfigureAwait(false);
        await CatchUpAsync(result.ChangeSet.Revision, operations.TouchConcepts && result.Written > 0).ConfigureAwait(false);
        return result;
    }

    /// <summary>Aligns segmented texts with the glossary and the newest approved units as evidence; stores nothing.</summary>
    public MultilingualAlignment Align(ImmutableArray<AlignmentSide> sides, CancellationToken cancellationToken = default) =>
        _aligner.Align(sides, _approved.With(Glossary.Evidence), cancellationToken);

    /// <summary>Prepares and aligns the texts of a document; stores nothing yet.</summary>
    /// <exception cref="Errors.DomainException">LanguageUnsupported: there are no segmentation rules for a language.</exception>
    public AlignedDocument Align(DocumentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ImmutableArray<DocumentText> texts =
            [.. request.Texts.Select(t => TextPreparation.Prepare(t.Language, t.Text, request.Mend, request.Rules).ToDocumentText())];
        var alignment = Align([.. texts.Select(AlignmentSide.Of)], cancellationToken);
        var document = new Document
        {
            Id = request.Id,
            MemoryId = request.MemoryId,
            DisplayName = request.DisplayName,
            Texts = texts,
            Pairs = alignment.Pairs,
            CreateTime = TimeProvider.GetUtcNow(),
        };
        return new AlignedDocument(document, [.. DocumentUnits.Of(document)], alignment.Doubts, alignment.Mismatches) { MissingParts = alignment.MissingParts };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _glossary.Dispose();
        _index.Dispose();
        _store.Dispose();
        _catchingUp.Dispose();
    }

    private void LoadIndex()
    {
        if (Volatile.Read(ref _indexed))
        {
            return;
        }

        _catchingUp.Wait();
        try
        {
            if (!_indexed)
            {
                _index.CatchUp();
                Volatile.Write(ref _indexed, true);
            }
        }
        finally
        {
            _catchingUp.Release();
        }
    }

    /// <summary>
    /// Brings up to date what is loaded; what is not will be when it is asked for. Changes that were committed together need one round, not
    /// one each, and those that wait for their turn hold no thread.
    /// </summary>
    private async Task CatchUpAsync(long revision, bool glossaryChanged)
    {
        await _catchingUp.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_indexed && _index.Revision < revision)
            {
                _index.CatchUp();
            }

            if (glossaryChanged)
            {
                _glossary.CatchUp(revision);
            }
        }
        finally
        {
            _catchingUp.Release();
        }

        if (glossaryChanged)
        {
            Interlocked
                .Exchange(ref _nextGlossary, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))
                .SetResult();
        }
    }

    private sealed class Follower(TranslationWorkspace workspace) : IDisposable
    {
        private TranslationWorkspace? _workspace = workspace;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _workspace, null) is { } followed)
            {
                Interlocked.Decrement(ref followed._followers);
            }
        }
    }
}
