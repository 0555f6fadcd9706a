using Microsoft.Data.Sqlite;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Storage.Identity;
using VietJapanTM.Storage.Reading;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Writing;

/// <summary>
/// Undoes a change set. A thing can be put back where it stands as the change set left it, perhaps because later changes were undone
/// themselves; where it stands as it was before anyway, nothing is to be done; everything else was touched since and is a conflict. All is
/// judged before anything is written.
/// </summary>
internal sealed class RevertWriter
{
    private readonly SqliteConnection _connection;
    private readonly MemoryWriter _memories;
    private readonly UnitWriter _units;
    private readonly Versioned<long, TranslationUnit> _unitVersions;
    private readonly Versioned<string, Document> _documentVersions;
    private readonly Versioned<string, Concept> _conceptVersions;

    public RevertWriter(SqliteConnection connection, MemoryWriter memories, UnitWriter units, DocumentWriter documents, ConceptWriter concepts)
    {
        _connection = connection;
        _memories = memories;
        _units = units;
        _unitVersions = new(
            RevertedKind.Unit, "units", "unit", UnitNumber.ToId,
            (tenant, id, asOf) => UnitReader.Find(connection, tenant, id, asOf), u => u.Revision, units.AreSame, units.Restore, HolderOfKey);
        _documentVersions = new(
            RevertedKind.Document, "documents", "document", id => id,
            (tenant, id, asOf) => DocumentReader.Find(connection, tenant, id, asOf), d => d.Revision, documents.AreSame, documents.Restore, NoRival);
        _conceptVersions = new(
            RevertedKind.Concept, "concepts", "concept", id => id,
            (tenant, id, asOf) => ConceptReader.Find(connection, tenant, id, asOf), c => c.Revision, concepts.AreSame, concepts.Restore, NoRival);
    }

    /// <summary>Undoes the change set of a revision, or tries it.</summary>
    /// <exception cref="DomainException">ChangeSetNotFound, RevertConflict.</exception>
    public void Run(ChangeScope scope, ChangeOperation.Revert revert, CancellationToken cancellationToken)
    {
        if (TenantReader.FindChangeSet(_connection, scope.Tenant, revert.Revision) is null)
        {
            throw new DomainException(ErrorCode.ChangeSetNotFound, $"There is no change set of revision {revert.Revision}.", "name");
        }

        var judgement = new Judgement(scope, revert.Revision, cancellationToken);
        var documents = Judge(_documentVersions, judgement);
        var units = Judge(_unitVersions, judgement);
        var concepts = Judge(_conceptVersions, judgement);
        if (judgement.Conflicts.Count > 0 && !revert.SkipConflicts && !revert.DryRun)
        {
            throw Refusal(judgement);
        }

        scope.Conflicts.AddRange(judgement.Conflicts.Take(RevertConflict.MostReported));
        if (revert.DryRun)
        {
            scope.Reversions.AddRange([.. Told(_documentVersions, documents), .. Told(_unitVersions, units), .. Told(_conceptVersions, concepts)]);
            return;
        }

        _memories.RestoreDeleted(scope, revert.Revision);

        // All are ended first, so that keys that changed hands can go back.
        units.ForEach(unit => _units.EndIfLive(scope, unit.Id));
        Restore(_documentVersions, documents, judgement);
        Restore(_unitVersions, units, judgement);
        Restore(_conceptVersions, concepts, judgement);
    }

    private static IEnumerable<Reversion> Told<TId, T>(Versioned<TId, T> versions, List<Restored<TId>> things)
        where T : class =>
        things.Select(thing => new Reversion(versions.Kind, versions.NameOf(thing.Id), thing.IsThere, thing.WasThere));

    private static DomainException Refusal(Judgement judgement)
    {
        var first = judgement.Conflicts[0];
        var more = judgement.Conflicts.Count == 1 ? "" : $", and {judgement.Conflicts.Count - 1} more";
        return new DomainException(
            ErrorCode.RevertConflict,
            $"Revision {judgement.Revision} cannot be undone whole: {first.Kind.ToString().ToLowerInvariant()} '{first.Id}' was changed again by "
                + $"revision {first.Revision}{more}. Undo the later revisions first, or let these stay as they are: skip_conflicts, in the command line --skip-conflicts.",
            "name")
        {
            Details = judgement.Conflicts.Take(RevertConflict.MostReported).ToList(),
        };
    }

    private static long? NoRival<TId, T>(ChangeScope scope, T before, HashSet<TId> touched) => null;

    /// <summary>The revision of the live unit that took the key of an ended one, unless it gives it back in the same revert; or null.</summary>
    private long? HolderOfKey(ChangeScope scope, TranslationUnit before, HashSet<long> touched) =>
        _units.FindHolder(scope, before) is { } holder && !touched.Contains(holder) ? _units.Find(scope, holder)!.Revision : null;

    /// <summary>What can be put back; the rest that must be is noted as a conflict.</summary>
    private List<Restored<TId>> Judge<TId, T>(Versioned<TId, T> versions, Judgement judgement)
        where TId : notnull
        where T : class
    {
        var tenant = judgement.Scope.Tenant;
        var touched = ChangeReader.Touched<TId>(_connection, tenant, judgement.Revision, versions.Table, versions.Column);
        var all = touched.ToHashSet();
        var restored = new List<Restored<TId>>();
        foreach (var id in touched)
        {
            judgement.CancellationToken.ThrowIfCancellationRequested();
            var before = versions.Find(tenant, id, judgement.Revision - 1);
            var live = versions.Find(tenant, id, long.MaxValue);
            if (before is null || live is null ? before is null && live is null : versions.AreSame(live, before))
            {
                continue;
            }

            var later = !IsAsLeft(versions, judgement, id, live) ? ChangeReader.LastTouch(_connection, tenant, versions.Table, versions.Column, id)
                : before is null ? null
                : versions.Rival(judgement.Scope, before, all);
            if (later is { } revision)
            {
                judgement.Conflicts.Add(new RevertConflict(versions.Kind, versions.NameOf(id), revision));
            }
            else
            {
                restored.Add(new Restored<TId>(id, live is not null, before is not null));
            }
        }

        return restored;
    }

    /// <summary>Does a thing stand as the change set left it?</summary>
    private static bool IsAsLeft<TId, T>(Versioned<TId, T> versions, Judgement judgement, TId id, T? live)
        where T : class
    {
        if (live is not null && versions.RevisionOf(live) == judgement.Revision)
        {
            return true;
        }

        var after = versions.Find(judgement.Scope.Tenant, id, judgement.Revision);
        return after is null || live is null ? after is null && live is null : versions.AreSame(live, after);
    }

    private static void Restore<TId, T>(Versioned<TId, T> versions, List<Restored<TId>> things, Judgement judgement)
        where T : class
    {
        foreach (var (id, _, wasThere) in things)
        {
            judgement.CancellationToken.ThrowIfCancellationRequested();
            versions.Restore(judgement.Scope, id, wasThere ? versions.Find(judgement.Scope.Tenant, id, judgement.Revision - 1) : null);
        }
    }

    /// <summary>A thing that is put back: does it stand now, and did it before the change set?</summary>
    private readonly record struct Restored<TId>(TId Id, bool IsThere, bool WasThere);

    /// <summary>One revert under way.</summary>
    private sealed record Judgement(ChangeScope Scope, long Revision, CancellationToken CancellationToken)
    {
        public List<RevertConflict> Conflicts { get; } = [];
    }

    /// <summary>How one kind of versioned thing is read, compared and written.</summary>
    /// <param name="Kind">The kind.</param>
    /// <param name="Table">Its table.</param>
    /// <param name="Column">The column of its id.</param>
    /// <param name="NameOf">The id as people know it.</param>
    /// <param name="Find">The version of a tenant's thing as of a revision, or null.</param>
    /// <param name="RevisionOf">The revision of a version.</param>
    /// <param name="AreSame">Are two versions the same but for their revisions?</param>
    /// <param name="Restore">Makes a thing what a version says, or ends it where that is null.</param>
    /// <param name="Rival">The revision of what is in the way of a version, given all ids that the change set touched; or null.</param>
    private sealed record Versioned<TId, T>(
        RevertedKind Kind,
        string Table,
        string Column,
        Func<TId, string> NameOf,
        Func<long, TId, long, T?> Find,
        Func<T, long> RevisionOf,
        Func<T, T, bool> AreSame,
        Action<ChangeScope, TId, T?> Restore,
        Func<ChangeScope, T, HashSet<TId>, long?> Rival)
        where T : class;
}
