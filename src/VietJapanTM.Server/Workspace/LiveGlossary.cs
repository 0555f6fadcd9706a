using VietJapanTM.Errors;
using VietJapanTM.Store;

namespace VietJapanTM.Server.Workspace;

/// <summary>
/// The glossary of a store, which follows it: a change amends what is there, and when much is amended the whole is built anew in the
/// background, while everybody goes on with the amended one. Thread-safe.
/// </summary>
/// <param name="store">The store.</param>
internal sealed class LiveGlossary(ITranslationStore store) : IDisposable
{
    /// <summary>So many amendments, and the whole is built anew.</summary>
    public const int MostAmendments = 256;

    // More at once are an import: to build the whole costs less than to read them one by one.
    private const int MostChanges = 1_000;
    private readonly Lock _gate = new();
    private GlossarySnapshot? _current;
    private long _revision;
    private Task _rebuilding = Task.CompletedTask;

    /// <summary>The glossary as of the newest change that it was told of; read when it is first asked for.</summary>
    public GlossarySnapshot Current => Volatile.Read(ref _current) ?? Load();

    /// <summary>Brings it up to the store if it is older than a revision. Does nothing where nobody has asked for it yet.</summary>
    public void CatchUp(long revision)
    {
        lock (_gate)
        {
            if (_current is null || _revision >= revision)
            {
                return;
            }

            Follow(_current, _revision);
            if (_current.Amendments > MostAmendments && _rebuilding.IsCompleted)
            {
                var (amended, amendedRevision) = (_current, _revision);
                _rebuilding = Task.Run(() => Rebuild(amended, amendedRevision));
            }
        }
    }

    /// <summary>Waits for what is under way in the background.</summary>
    public void Dispose() => _rebuilding.Wait();

    private GlossarySnapshot Load()
    {
        lock (_gate)
        {
            if (_current is null)
            {
                var newest = store.GetRevision(Tenants.Default);
                Keep(Read(newest), newest);
            }

            return _current!;
        }
    }

    private void Rebuild(GlossarySnapshot amended, long revision)
    {
        try
        {
            var rebuilt = amended.Rebuilt();
            lock (_gate)
            {
                Follow(rebuilt, revision);
            }
        }
        catch (DomainException)
        {
            // The store is busy. The amended glossary answers just as well, and the next change tries again.
        }
    }

    private void Follow(GlossarySnapshot glossary, long since)
    {
        var newest = store.GetRevision(Tenants.Default);
        var changes = store.ReadConceptChanges(Tenants.Default, since, newest).Take(MostChanges + 1).ToList();
        Keep(
            changes.Count == 0 ? glossary
                : changes.Count <= MostChanges && glossary.CanBeAmended ? glossary.With(changes)
                : Read(newest),
            newest);
    }

    private GlossarySnapshot Read(long revision) => GlossarySnapshot.Of(store.ListConcepts(Tenants.Default, asOf: revision));

    private void Keep(GlossarySnapshot glossary, long revision)
    {
        _revision = revision;
        Volatile.Write(ref _current, glossary);
    }
}
